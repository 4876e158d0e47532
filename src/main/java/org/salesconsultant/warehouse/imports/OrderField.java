package org.salesconsultant.warehouse.imports;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a column of an order-lines file can mean; named in {@code config/import-columns.yaml} and in mappings. */
public enum OrderField {
    @JsonProperty("order_number") ORDER_NUMBER("order number", Shape.CODE),
    @JsonProperty("date") DATE("date", Shape.DATE),
    @JsonProperty("product_code") PRODUCT_CODE("product code", Shape.CODE),
    @JsonProperty("description") DESCRIPTION("description", Shape.TEXT),
    @JsonProperty("quantity") QUANTITY("quantity", Shape.NUMBER),
    @JsonProperty("unit_price") UNIT_PRICE("unit price", Shape.NUMBER),
    @JsonProperty("amount") AMOUNT("amount", Shape.NUMBER),
    @JsonProperty("discount") DISCOUNT("discount", Shape.NUMBER),
    @JsonProperty("unit_cost") UNIT_COST("unit cost", Shape.NUMBER),
    @JsonProperty("profit") PROFIT("profit", Shape.NUMBER),
    @JsonProperty("customer_code") CUSTOMER_CODE("customer code", Shape.CODE),
    @JsonProperty("customer_name") CUSTOMER_NAME("customer name", Shape.TEXT),
    @JsonProperty("country") COUNTRY("country", Shape.TEXT),
    @JsonProperty("region") REGION("region", Shape.TEXT),
    @JsonProperty("rep") REP("rep", Shape.TEXT),
    @JsonProperty("channel") CHANNEL("channel", Shape.TEXT),
    @JsonProperty("category") CATEGORY("category", Shape.TEXT),
    @JsonProperty("line_kind") LINE_KIND("line kind", Shape.TEXT);

    /** What its cells look like. */
    enum Shape { CODE, TEXT, NUMBER, DATE }

    private final String label;
    private final Shape shape;

    OrderField(String label, Shape shape) {
        this.label = label;
        this.shape = shape;
    }

    /** As a person says it. */
    public String label() {
        return label;
    }

    Shape shape() {
        return shape;
    }
}
