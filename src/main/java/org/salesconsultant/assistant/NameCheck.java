package org.salesconsultant.assistant;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salesconsultant.assistant.MemberNames.Named;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Names;

/**
 * Says whether the members that a sentence names are those that a finding has or the question named; a number is said of one
 * that a finding has.
 */
final class NameCheck {
    private static final Pattern OF_SEVERAL_WORDS = Pattern.compile("\\p{IsHan}{2}|\\S\\s+\\S");

    private final Known found;
    private final Known given;

    /** @param beside what else may be named from: the question, what tools said that found nothing */
    NameCheck(List<Finding> findings, List<String> beside, MemberNames names) {
        found = Known.from(findings.stream().flatMap(NameCheck::texts), names);
        given = Known.from(beside.stream(), names);
    }

    /** Names that texts have. */
    private record Known(Set<String> members, String texts) {
        static Known from(Stream<String> texts, MemberNames names) {
            var all = texts.distinct().collect(Collectors.joining("\n"));
            return new Known(names.in(all).stream().flatMap(named -> named.members().stream()).collect(Collectors.toSet()), ' ' + Names.fold(all) + ' ');
        }

        /** What stands in a longer name is likely to be that name cut short. */
        boolean has(Named named) {
            return named.members().stream().anyMatch(members::contains) || isPartOfTheTexts(Names.fold(named.words()));
        }

        private boolean isPartOfTheTexts(String part) {
            for (int at = texts.indexOf(part); at >= 0; at = texts.indexOf(part, at + 1)) {
                if (!runsOn(texts.charAt(at - 1), part.charAt(0)) && !runsOn(part.charAt(part.length() - 1), texts.charAt(at + part.length()))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @param hasNumbers whether something is measured in the sentence */
    boolean hold(List<Named> named, boolean hasNumbers) {
        var names = named.stream().filter(NameCheck::isWrittenAsName).toList();
        return names.stream().allMatch(name -> found.has(name) || given.has(name))
                && (names.isEmpty() || !hasNumbers || names.stream().anyMatch(found::has));
    }

    /** One word may be a common one ("nice", "may"), where it has no capital and no digit. */
    private static boolean isWrittenAsName(Named named) {
        var words = named.words();
        return OF_SEVERAL_WORDS.matcher(words).find()
                || words.length() > 1 && (Character.isUpperCase(words.codePointAt(0)) || words.chars().anyMatch(Character::isDigit));
    }

    private static boolean runsOn(char left, char right) {
        return isOfAWord(left) && isOfAWord(right);
    }

    private static boolean isOfAWord(char letter) {
        return Character.isLetterOrDigit(letter) && !Character.isIdeographic(letter);
    }

    private static Stream<String> texts(Finding finding) {
        var cells = finding.rows().stream().flatMap(List::stream).filter(String.class::isInstance).map(String.class::cast);
        return Stream.of(Stream.of(finding.title(), finding.summary(), finding.arguments().toString()), finding.caveats().stream(),
                finding.provenance().filters().stream(), cells).flatMap(texts -> texts);
    }
}
