package org.salesconsultant.warehouse.imports.fields;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a column of an export can mean, whatever the kind of file; named in {@code config/import-columns.yaml} and in mappings. */
public enum Field {
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
    @JsonProperty("freight") FREIGHT("freight", Shape.NUMBER),
    @JsonProperty("line_kind") LINE_KIND("line kind", Shape.TEXT),
    /** Not kept with a row: where all rows name the same one, it is proposed as the file's. */
    @JsonProperty("currency") CURRENCY("currency", Shape.TEXT),

    @JsonProperty("customer_type") CUSTOMER_TYPE("customer type", Shape.TEXT),
    @JsonProperty("city") CITY("city", Shape.TEXT),
    @JsonProperty("email") EMAIL("e-mail", Shape.TEXT),
    @JsonProperty("first_name") FIRST_NAME("first name", Shape.TEXT),
    @JsonProperty("last_name") LAST_NAME("last name", Shape.TEXT),
    @JsonProperty("rep_code") REP_CODE("rep code", Shape.CODE),
    @JsonProperty("manager") MANAGER("manager", Shape.TEXT),

    @JsonProperty("list_price") LIST_PRICE("list price", Shape.NUMBER),
    @JsonProperty("stock") STOCK("stock", Shape.NUMBER),
    @JsonProperty("lead_days") LEAD_DAYS("lead time in days", Shape.NUMBER),

    @JsonProperty("opportunity_code") OPPORTUNITY_CODE("opportunity code", Shape.CODE),
    @JsonProperty("opportunity_name") OPPORTUNITY_NAME("opportunity name", Shape.TEXT),
    @JsonProperty("stage") STAGE("stage", Shape.TEXT),
    @JsonProperty("created_date") CREATED_DATE("created on", Shape.DATE),
    @JsonProperty("closed_date") CLOSED_DATE("closed on", Shape.DATE),
    @JsonProperty("value") VALUE("expected value", Shape.NUMBER),
    @JsonProperty("close_value") CLOSE_VALUE("close value", Shape.NUMBER),
    @JsonProperty("won") WON("won", Shape.FLAG),
    @JsonProperty("closed") CLOSED("closed", Shape.FLAG),

    @JsonProperty("campaign_code") CAMPAIGN_CODE("campaign code", Shape.CODE),
    @JsonProperty("campaign_name") CAMPAIGN_NAME("campaign name", Shape.TEXT),
    @JsonProperty("start_date") START_DATE("first day", Shape.DATE),
    @JsonProperty("end_date") END_DATE("last day", Shape.DATE),
    @JsonProperty("spend") SPEND("spend", Shape.NUMBER),
    @JsonProperty("impressions") IMPRESSIONS("impressions", Shape.NUMBER),
    @JsonProperty("clicks") CLICKS("clicks", Shape.NUMBER),
    @JsonProperty("arm") ARM("arm", Shape.TEXT),
    @JsonProperty("responded") RESPONDED("responded", Shape.FLAG),
    @JsonProperty("converted") CONVERTED("converted", Shape.FLAG),
    @JsonProperty("response_value") RESPONSE_VALUE("value of the response", Shape.NUMBER),

    @JsonProperty("interaction_code") INTERACTION_CODE("interaction code", Shape.CODE),
    @JsonProperty("interaction_kind") INTERACTION_KIND("kind of interaction", Shape.TEXT),
    @JsonProperty("direction") DIRECTION("direction", Shape.TEXT),
    @JsonProperty("status") STATUS("status", Shape.TEXT),
    @JsonProperty("subject") SUBJECT("subject", Shape.TEXT),
    @JsonProperty("text") TEXT("text", Shape.TEXT),
    @JsonProperty("duration") DURATION("duration in minutes", Shape.NUMBER),
    @JsonProperty("feedback_code") FEEDBACK_CODE("feedback code", Shape.CODE),
    @JsonProperty("feedback_source") FEEDBACK_SOURCE("source of feedback", Shape.TEXT),
    @JsonProperty("rating") RATING("rating", Shape.NUMBER),
    @JsonProperty("language") LANGUAGE("language", Shape.TEXT),
    @JsonProperty("purpose") PURPOSE("purpose of consent", Shape.TEXT),
    @JsonProperty("granted") GRANTED("consent given", Shape.FLAG),

    @JsonProperty("quota") QUOTA("quota", Shape.NUMBER),
    @JsonProperty("period") PERIOD("period", Shape.TEXT);

    /** What its cells look like. */
    public enum Shape { CODE, TEXT, NUMBER, DATE, FLAG }

    private final String label;
    private final Shape shape;

    Field(String label, Shape shape) {
        this.label = label;
        this.shape = shape;
    }

    /** As a person says it. */
    public String label() {
        return label;
    }

    public Shape shape() {
        return shape;
    }
}
