package org.salesconsultant.assistant;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.salesconsultant.sales.Finding;

/** Says whether the numbers of a sentence come from findings. What holds for no finding is made up. */
public final class NumberCheck {
    private final List<String> names;
    private final ExplainedNumbers explained;

    public NumberCheck(List<Finding> findings) {
        names = findings.stream().flatMap(finding -> finding.rows().stream()).flatMap(List::stream)
                .filter(cell -> cell instanceof String text && text.length() > 2).map(String.class::cast).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).limit(500).toList();
        explained = new ExplainedNumbers(this::withoutNames);
        findings.forEach(explained::add);
    }

    public boolean holds(String sentence) {
        return explain(SpokenNumbers.in(withoutNames(sentence)));
    }

    boolean explain(List<SpokenNumbers.Spoken> numbers) {
        return numbers.stream().allMatch(explained::explain);
    }

    /** Names of members may hold digits ("REGENCY CAKESTAND 3 TIER"): those are not numbers. */
    String withoutNames(String sentence) {
        var text = sentence;
        for (var name : names) {
            if (containsIgnoringCase(text, name)) {
                text = Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE).matcher(text).replaceAll(" ");
            }
        }
        return text;
    }

    private static boolean containsIgnoringCase(String text, String part) {
        for (int i = 0; i + part.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
