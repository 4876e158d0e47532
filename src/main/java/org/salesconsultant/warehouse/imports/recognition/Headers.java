package org.salesconsultant.warehouse.imports.recognition;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.salesconsultant.sales.Names;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;
import org.salesconsultant.warehouse.imports.fields.Field;

/**
 * What files call their columns, from {@code config/import-columns.yaml}.
 *
 * @param known by field, the likeliest first, each as {@link #words}
 */
record Headers(Map<Field, List<String>> known) {
    private static final String FILE = "config/import-columns.yaml";

    private record Text(Map<Field, List<String>> headers) {}

    /** @throws org.salesconsultant.sales.UserError with file and line when it is missing or broken */
    static Headers of(Home home) {
        var known = new EnumMap<Field, List<String>>(Field.class);
        Yaml.read(home, FILE, Text.class).headers().forEach((field, names) -> known.put(field, names.stream().map(Headers::words).toList()));
        return new Headers(known);
    }

    /**
     * A header as its words: {@code InvoiceNo}, {@code INVOICE_NO} and {@code Invoice No.} are {@code invoice no};
     * {@code Order #} is {@code order no}.
     */
    static String words(String header) {
        var parted = header.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ").replace("#", " no ").replace("№", " no ");
        return Names.fold(parted).replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
