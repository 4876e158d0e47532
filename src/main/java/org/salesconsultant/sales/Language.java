package org.salesconsultant.sales;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The languages the assistant reads and writes. */
public enum Language {
    ENGLISH("en", Locale.UK),
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** ISO 639-1, as in file names ({@code returns.zh.md}) and in the HTTP contract. */
    @JsonValue
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    /** The language a text is written in: Chinese as soon as it holds a Han character, else English. */
    public static Language of(String text) {
        return text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
                ? CHINESE : ENGLISH;
    }

    /** @throws UserError when the code is neither {@code en} nor {@code zh} */
    public static Language ofCode(String code) {
        for (var language : values()) {
            if (language.code.equals(code)) {
                return language;
            }
        }
        throw new UserError(UserError.Category.BAD_INPUT, "Unknown language \"" + code + "\".", "Use \"en\" or \"zh\".");
    }
}
