package org.salesconsultant.settings;

import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;

/**
 * Sentences by key and language, as ICU MessageFormat patterns with named arguments. Numbers come in already spoken (see
 * {@link org.salesconsultant.sales.Spoken}), except those a plural depends on. Safe for many threads.
 */
public final class Wording {
    private final String file;
    private final Map<Language, Map<String, String>> patterns;
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

    /**
     * @param file named in errors
     * @param patterns by language code, then by key
     * @throws UserError when a pattern is broken, or a key stands in one language only
     */
    public Wording(String file, Map<String, Map<String, String>> patterns) {
        this.file = file;
        var byLanguage = new HashMap<Language, Map<String, String>>();
        patterns.forEach((code, texts) -> byLanguage.put(Language.ofCode(code), texts));
        this.patterns = Map.copyOf(byLanguage);
        for (var language : Language.values()) {
            for (var other : Language.values()) {
                for (var key : texts(other).keySet()) {
                    if (!texts(language).containsKey(key)) {
                        throw mistake("wording." + language.code() + " lacks \"" + key + "\"");
                    }
                    format(language, key);
                }
            }
        }
    }

    /**
     * @param namesAndValues name, value, name, value …
     * @throws IllegalArgumentException when there is no such key
     */
    public String say(Language language, String key, Object... namesAndValues) {
        var arguments = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        var format = format(language, key);
        synchronized (format) {
            return format.format(arguments);
        }
    }

    private MessageFormat format(Language language, String key) {
        return parsed.computeIfAbsent(language.code() + " " + key, any -> {
            var pattern = texts(language).get(key);
            if (pattern == null) {
                throw new IllegalArgumentException(file + " has no wording \"" + key + "\"");
            }
            try {
                return new MessageFormat(pattern, language.locale());
            } catch (IllegalArgumentException e) {
                throw mistake("wording." + language.code() + "." + key + ": " + e.getMessage());
            }
        });
    }

    private Map<String, String> texts(Language language) {
        return patterns.getOrDefault(language, Map.of());
    }

    private UserError mistake(String what) {
        return new UserError(UserError.Category.BAD_SETUP, file + ": " + what + ".", "Mend that line and start again.");
    }
}
