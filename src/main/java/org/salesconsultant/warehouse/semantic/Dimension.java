package org.salesconsultant.warehouse.semantic;

/**
 * Something a metric can be split or narrowed by, as {@code config/metrics.yaml} names it.
 *
 * @param name what tools and brains call it, e.g. {@code customer_type}
 * @param label as a table heads it
 * @param synonyms what people call it, besides its label, plurals included
 * @param members where its members come from
 */
public record Dimension(String name, Text label, Words synonyms, Source members) {
    public boolean isTime() {
        return members.isTime();
    }
}
