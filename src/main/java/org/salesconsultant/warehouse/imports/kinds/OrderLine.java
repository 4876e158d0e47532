package org.salesconsultant.warehouse.imports.kinds;

import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.imports.fields.Dates;

/**
 * One row that could be read. Amounts, prices, costs and quantities in ten-thousandths.
 *
 * @param discount positive money off
 * @param margin null: cost unknown
 * @param cancelled its order number says so, or a mark on it
 */
record OrderLine(String number, Dates.Moment moment, String productCode, @Nullable String description, @Nullable String category,
                @Nullable String customerCode, @Nullable String customerName, @Nullable String country, @Nullable String region,
                @Nullable String rep, @Nullable String channel, Kind kind, long quantity, long unitPrice, long discount, long amount,
                @Nullable Long unitCost, @Nullable Long margin, boolean cancelled) {}
