package org.salesconsultant.warehouse.history;

import org.jspecify.annotations.Nullable;

/**
 * Who a customer is, as the data writes it.
 *
 * @param key in the star
 * @param name null where the data has codes only
 */
public record CustomerCard(long key, String code, @Nullable String name, @Nullable String type, @Nullable String city,
                           @Nullable String country, @Nullable String region, @Nullable String rep) {
    /** The name, else the code. */
    public String label() {
        return name == null ? code : name;
    }
}
