package org.salesconsultant.assistant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.tools.Toolbox;

/**
 * Says whether a model's sentence carries out what is not for the reader: a longer run of the prompt's or a tool description's words,
 * the key of the model's server, or an address that no finding has, to which what was said could be sent.
 */
final class LeakCheck {
    /** As many in a row are no coincidence. */
    private static final int RUN = 8;
    private static final int SHORTEST_SECRET = 8;
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}_&&[^\\p{IsHan}]]+");
    private static final Pattern ADDRESS = Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^\\s)>\\]\"']+|\\bwww\\.[^\\s)>\\]\"']+|(?<=]\\()[^\\s)]+|<[a-z!/][^>]*>?",
            Pattern.CASE_INSENSITIVE);

    private final Set<List<String>> runs = new HashSet<>();
    private final String secret;

    /** @param internal texts that a model is given and a reader is not @param secret or empty */
    LeakCheck(Collection<String> internal, String secret) {
        internal.forEach(text -> runs.addAll(runs(text)));
        this.secret = secret;
    }

    static LeakCheck of(String system, Toolbox toolbox, String secret) {
        List<String> internal = new ArrayList<>(toolbox.names().stream().map(tool -> toolbox.prompt(tool).description()).toList());
        internal.add(system);
        return new LeakCheck(internal, secret);
    }

    boolean holds(String sentence, List<Finding> findings) {
        return !holdsSecret(sentence) && runs(sentence).stream().noneMatch(runs::contains)
                && ADDRESS.matcher(sentence).results().allMatch(address -> isSaidBy(findings, address.group()));
    }

    private boolean holdsSecret(String sentence) {
        return secret.length() >= SHORTEST_SECRET && sentence.contains(secret);
    }

    private static boolean isSaidBy(List<Finding> findings, String address) {
        return findings.stream().anyMatch(finding -> finding.summary().contains(address)
                || finding.rows().stream().anyMatch(row -> row.stream().anyMatch(cell -> cell instanceof String text && text.contains(address))));
    }

    private static List<List<String>> runs(String text) {
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(word -> word.group()).toList();
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(words.subList(i, i + RUN));
        }
        return runs;
    }
}
