package org.salesconsultant.warehouse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;

/**
 * Finds names of customers that may be one and writes them down for a person to decide; nothing is joined. Names are compared
 * with their neighbours in two alphabets, by their words as they stand and by their words in order: 100,000 names take seconds.
 */
final class MergeProposals {
    private static final int MOST_NAMES = 200_000;
    private static final int MOST_PROPOSALS = 1_000;
    private static final int NEIGHBOURS = 5;
    private static final double ALIKE = 0.95;
    private static final double SAME_WORDS = 0.99;
    private static final Set<String> FORMS = Set.of("gmbh", "co", "kg", "ag", "ohg", "ug", "se", "ltd", "limited", "inc", "incorporated", "llc", "llp",
            "plc", "corp", "corporation", "company", "sa", "sarl", "sas", "srl", "spa", "bv", "nv", "ab", "as", "oy", "pty", "and", "und", "the");

    private final Handle handle;
    private final @Nullable Long run;
    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

    /** @param words without legal forms and marks @param sorted its words in order @param digits its numbers */
    private record Name(long key, String folded, String words, String sorted, String digits) {}

    private record Pair(long one, long other, double score) {}

    MergeProposals(Handle handle, @Nullable Long run) {
        this.handle = handle;
        this.run = run;
    }

    /** @param newestBefore only pairs with a customer above this key are new */
    void propose(long newestBefore) {
        long names = handle.createQuery("SELECT count(*) FROM customer WHERE name_folded IS NOT NULL").mapTo(long.class).one();
        long fresh = handle.createQuery("SELECT count(*) FROM customer WHERE name_folded IS NOT NULL AND customer_key > ?").bind(0, newestBefore)
                .mapTo(long.class).one();
        if (run == null || fresh == 0 || names > MOST_NAMES) {
            return;
        }
        var all = handle.createQuery("SELECT customer_key, name FROM customer WHERE name_folded IS NOT NULL")
                .map((row, context) -> name(row.getLong(1), row.getString(2))).list();
        var pairs = new ArrayList<Pair>();
        for (var order : List.of(Comparator.comparing(Name::words), Comparator.comparing(Name::sorted))) {
            all.sort(order.thenComparing(Name::key));
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < Math.min(all.size(), i + 1 + NEIGHBOURS); j++) {
                    compare(all.get(i), all.get(j), newestBefore, pairs);
                }
            }
        }
        var batch = handle.prepareBatch("INSERT OR IGNORE INTO merge_proposal (of, member_key, other_key, score, run_key) VALUES ('customer', ?, ?, ?, ?)");
        pairs.stream().distinct().sorted(Comparator.comparingDouble(Pair::score).reversed()).limit(MOST_PROPOSALS)
                .forEach(pair -> batch.add(pair.one(), pair.other(), pair.score(), run));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Two of exactly one name are told apart by their codes; other numbers are other customers. */
    private void compare(Name one, Name other, long newestBefore, List<Pair> pairs) {
        if (Math.max(one.key(), other.key()) <= newestBefore || one.folded().equals(other.folded()) || !one.digits().equals(other.digits())
                || one.sorted().isEmpty()) {
            return;
        }
        double score = Math.min(SAME_WORDS, Math.max(similarity.apply(one.words(), other.words()), similarity.apply(one.sorted(), other.sorted())));
        if (score >= ALIKE) {
            pairs.add(new Pair(Math.min(one.key(), other.key()), Math.max(one.key(), other.key()), score));
        }
    }

    private static Name name(long key, @Nullable String name) {
        var folded = Names.fold(Objects.requireNonNull(name));
        var plain = Normalizer.normalize(folded.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
        var words = Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty() && !FORMS.contains(word)).toList();
        return new Name(key, folded, String.join(" ", words), words.stream().sorted().collect(Collectors.joining(" ")), plain.replaceAll("\\D+", " ").strip());
    }
}
