package org.salesconsultant.warehouse.imports.files;

import java.util.Map;

/**
 * How a delimited text is written. Records end with CR, LF or both, whichever comes, unless they are quoted.
 *
 * @param delimiter one character or several
 * @param runs whether several delimiters in a row count as one and those at either end of a line as none: tables aligned by blanks
 * @param quote that encloses cells, {@link #NONE} for none
 * @param escape that makes the quote after it part of the cell: the quote itself, another character, or {@link #NONE}
 */
public record Dialect(String delimiter, boolean runs, char quote, char escape) {
    public static final char NONE = 0;
    static final Dialect USUAL = new Dialect(",", false, '"', '"');
    private static final Map<String, String> NAMES = Map.of(",", "comma", ";", "semicolon", "\t", "tab", "|", "pipe", " ", "blank", ":", "colon",
            ", ", "comma and blank");

    /** Two quotes within a quoted cell stand for one. */
    boolean doublesQuotes() {
        return quote != NONE && escape == quote;
    }

    /** A character of its own escapes the next. */
    boolean hasEscape() {
        return escape != NONE && escape != quote;
    }

    /** For people: {@code semicolon}, {@code tab, quotes '}. */
    String describe() {
        var text = new StringBuilder(runs ? "blanks" : NAMES.getOrDefault(delimiter, visible(delimiter)));
        if (quote != USUAL.quote() && quote != NONE) {
            text.append(", quotes ").append(quote);
        }
        if (hasEscape()) {
            text.append(", escape ").append(escape);
        }
        return text.toString();
    }

    private static String visible(String text) {
        var shown = new StringBuilder();
        text.chars().forEach(each -> shown.append(each > ' ' ? String.valueOf((char) each) : String.format("\\u%04x", each)));
        return shown.toString();
    }
}
