package org.salesconsultant.warehouse.imports;

import java.util.EnumMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.salesconsultant.sales.Names;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;

/**
 * The words that files use, from {@code config/import-columns.yaml}.
 *
 * @param headers by field, the likeliest first
 * @param returnMarks cells that mark a line as a return, folded
 * @param blanks cells that mean nothing is there, folded
 */
record ImportWords(Map<OrderField, List<String>> headers, Set<String> returnMarks, Set<String> blanks) {
    private static final String FILE = "config/import-columns.yaml";
    private static final int LONGEST_BLANK = 8;

    private record Text(Map<OrderField, List<String>> headers, List<String> return_marks, List<String> blanks) {}

    /** @throws org.salesconsultant.sales.UserError with file and line when it is missing or broken */
    static ImportWords of(Home home) {
        var text = Yaml.read(home, FILE, Text.class);
        var headers = new EnumMap<OrderField, List<String>>(OrderField.class);
        text.headers().forEach((field, names) -> headers.put(field, names.stream().map(ImportWords::words).toList()));
        return new ImportWords(headers, folded(text.return_marks()), folded(text.blanks()));
    }

    /**
     * A header as its words: {@code InvoiceNo}, {@code INVOICE_NO} and {@code Invoice No.} are {@code invoice no};
     * {@code Order #} is {@code order no}.
     */
    static String words(String header) {
        var parted = header.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ").replace("#", " no ").replace("№", " no ");
        return Names.fold(parted).replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    boolean isBlank(String cell) {
        return cell.isEmpty() || !Character.isDigit(cell.charAt(0)) && cell.length() <= LONGEST_BLANK
                && blanks.contains(cell.toLowerCase(Locale.ROOT));
    }

    boolean marksReturn(String cell) {
        return returnMarks.contains(Names.fold(cell));
    }

    private static Set<String> folded(List<String> words) {
        return words.stream().map(Names::fold).collect(Collectors.toUnmodifiableSet());
    }
}
