package org.salesconsultant.assistant.planner.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.semantic.AmbiguousWords;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Metric;
import org.salesconsultant.warehouse.semantic.Phrase;
import org.salesconsultant.warehouse.semantic.SemanticModel;
import org.salesconsultant.warehouse.semantic.Words;

/** The words that mean something whatever the data: metrics, dimensions and common words, in both languages. Immutable. */
public final class Lexicon {
    /** Longer ones are turns of phrase, whose words mean something together only. */
    private static final int WORDS_OF_A_TERM = 3;

    private final Map<String, Sense> senses = new HashMap<>();
    private int longest = 1;

    /** What a phrase can mean. */
    private record Sense(@Nullable String metric, @Nullable String dimension, @Nullable AmbiguousWords vague,
                         @Nullable Phrase ranking, @Nullable Role role) {
        Mention mention(int from, int to) {
            if (role != null) {
                return new Mention.OfRole(from, to, role);
            }
            if (ranking != null) {
                return new Mention.OfRanking(from, to, ranking);
            }
            if (metric != null) {
                return dimension == null ? new Mention.OfMetric(from, to, metric) : new Mention.OfEither(from, to, metric, dimension);
            }
            if (dimension != null) {
                return new Mention.OfDimension(from, to, dimension);
            }
            return new Mention.OfVague(from, to, java.util.Objects.requireNonNull(vague));
        }
    }

    /** @param roles common words by what they do; they win over the model's words */
    public Lexicon(SemanticModel model, Map<Role, List<String>> roles) {
        for (var vague : model.ambiguous()) {
            all(vague.words()).forEach(word -> put(word, new Sense(null, null, vague, null, null)));
        }
        for (Dimension dimension : model.dimensions()) {
            Stream.concat(Stream.of(dimension.label().en(), dimension.label().zh()), all(dimension.synonyms()))
                    .forEach(word -> put(word, new Sense(null, dimension.name(), null, null, null)));
        }
        model.metrics().forEach(metric -> putMetric(metric.name().replace('_', ' '), metric.name()));
        for (Metric metric : model.metrics()) {
            Stream.concat(Stream.of(metric.label().en(), metric.label().zh()), all(metric.synonyms()))
                    .forEach(word -> putMetric(word, metric.name()));
            if (metric.isRatio()) {
                putMetric("average " + metric.label().en(), metric.name());
                putMetric("平均" + metric.label().zh(), metric.name());
            }
        }
        for (Phrase phrase : model.phrases()) {
            all(phrase.words()).forEach(word -> put(word, new Sense(null, null, null, phrase, null)));
        }
        roles.forEach((role, words) -> words.forEach(word -> put(word, new Sense(null, null, null, null, role))));
    }

    private Lexicon(Lexicon known) {
        senses.putAll(known.senses);
        longest = known.longest;
    }

    /**
     * The same and words for more dimensions, as the data's own headers name them: they win over other names of a dimension, and
     * stand beside a metric of that name; common words keep their meaning.
     */
    public Lexicon with(List<Dimension> more) {
        var wider = new Lexicon(this);
        for (var dimension : more) {
            Stream.concat(Stream.of(dimension.label().en()), all(dimension.synonyms())).forEach(word -> {
                var known = senses.get(Tokens.key(word));
                if (known == null || known.role() == null && known.ranking() == null && known.vague() == null) {
                    wider.put(word, new Sense(known == null ? null : known.metric(), dimension.name(), null, null, null));
                }
            });
        }
        return wider;
    }

    private void putMetric(String word, String metric) {
        var known = senses.get(Tokens.key(word));
        put(word, new Sense(metric, known == null ? null : known.dimension(), null, null, null));
    }

    private void put(String word, Sense sense) {
        var key = Tokens.key(word);
        senses.put(key, sense);
        longest = Math.max(longest, Tokens.of(word).size());
    }

    private static Stream<String> all(Words words) {
        return Stream.concat(words.en().stream(), words.zh().stream());
    }

    /** The single English words of what means something by itself, or of what does not. */
    Set<String> words(boolean meaning) {
        return senses.entrySet().stream().filter(entry -> (entry.getValue().role() == null || !entry.getValue().role().isLost()) == meaning)
                .map(Map.Entry::getKey).filter(key -> key.split(" ").length <= WORDS_OF_A_TERM).flatMap(key -> Stream.of(key.split(" ")))
                .flatMap(word -> meaning ? Stream.of(word, word + "s") : Stream.of(word)).collect(Collectors.toUnmodifiableSet());
    }

    int longest() {
        return longest;
    }

    /** @param key of the tokens from {@code from} to {@code to} */
    @Nullable Mention find(String key, int from, int to) {
        var sense = senses.get(key);
        if (sense == null) {
            sense = Tokens.singular(key).map(senses::get).filter(one -> one.role() == null).orElse(null);
        }
        return sense == null ? null : sense.mention(from, to);
    }
}
