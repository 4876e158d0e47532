package org.salesconsultant.warehouse.imports.kinds;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salesconsultant.sales.Names;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;

/** Which items are fees and no products, from {@code config/import-fees.yaml}. */
public final class FeeRules {
    private static final String FILE = "config/import-fees.yaml";
    private static final String NO_LETTER = "[^\\p{L}]";

    private final Set<String> codes;
    private final List<String> beginnings;
    private final Pattern words;
    private final Pattern wordsAndFillers;

    private record Text(List<String> codes, List<String> code_beginnings, List<String> words, List<String> fillers) {}

    private FeeRules(Text text) {
        codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        codes.addAll(text.codes());
        beginnings = text.code_beginnings();
        words = Pattern.compile("(?<!\\p{L})" + anyOf(text.words().stream()) + "(?!\\p{L})");
        wordsAndFillers = Pattern.compile("(?:" + NO_LETTER + "*" + anyOf(Stream.concat(text.words().stream(), text.fillers().stream()))
                + "(?!\\p{L}))+" + NO_LETTER + "*");
    }

    /** @throws org.salesconsultant.sales.UserError with file and line when it is missing or broken */
    public static FeeRules of(Home home) {
        return new FeeRules(Yaml.read(home, FILE, Text.class));
    }

    /** @param code without blanks around it, in any case */
    public boolean isFeeCode(String code) {
        if (codes.contains(code)) {
            return true;
        }
        for (var beginning : beginnings) {
            if (code.regionMatches(true, 0, beginning, 0, beginning.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name says nothing but a fee: {@code Postage & Packing}, not {@code Postage stamp purse}. */
    public boolean isFeeName(String name) {
        var folded = Names.fold(name);
        return words.matcher(folded).find() && wordsAndFillers.matcher(folded).matches();
    }

    /** Longest first, so that a phrase wins over its first word. */
    private static String anyOf(Stream<String> phrases) {
        return phrases.map(Names::fold).sorted(Comparator.comparing(String::length).reversed()).map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
