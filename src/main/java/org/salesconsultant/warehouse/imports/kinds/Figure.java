package org.salesconsultant.warehouse.imports.kinds;

import org.jspecify.annotations.Nullable;

/**
 * One thing that an import report tells.
 *
 * @param group the heading it stands under, e.g. {@code Seen in the file}
 * @param label what is counted, e.g. {@code order numbers}
 * @param value a count, an amount of money ({@link java.math.BigDecimal}), a date or a text; null: nothing of it
 */
public record Figure(String group, String label, @Nullable Object value) {}
