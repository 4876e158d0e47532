package org.salesconsultant.warehouse.imports.recognition;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.recognition.Vocabulary.KindWords;

/**
 * Weighs how much speaks for a file being of a kind: each column that is one of the kind's fields by the weight of the field,
 * less what columns would mean that the kind has no field for; that what names a row does not repeat; and a little for the name
 * of the file and for how many of its columns are understood.
 */
final class KindScore {
    /** What must speak for a kind at least. */
    static final double ENOUGH = 2.5;
    /** Two kinds that are nearer than this are both named. */
    static final double CLOSE = 1;

    private static final double PLAIN = 0.3;
    private static final double OWN = 2.5;
    private static final double KNOWN = 0.8;
    private static final double UNEXPLAINED = 0.5;
    private static final double REPEATS = 0.7;
    private static final double UNIQUE = 0.98;
    private static final double KEY_REPEATS = -4;
    private static final double KEY_IS_UNIQUE = 1;
    private static final double FILE_NAME = 0.5;
    private static final double AGAINST = 1.5;
    private static final int ROWS_THAT_TELL = 8;
    private static final double HALF = 0.5;
    private static final double MOST = 0.8;
    private static final Set<FileKind> LISTS = EnumSet.of(FileKind.REPS, FileKind.CUSTOMERS, FileKind.PRODUCTS, FileKind.CAMPAIGNS);

    private final Look look;
    private final Vocabulary vocabulary;

    KindScore(Look look, Vocabulary vocabulary) {
        this.look = look;
        this.vocabulary = vocabulary;
    }

    double of(FileKind kind, Map<Field, List<Integer>> positions, Map<Field, Double> confidence) {
        var words = vocabulary.of(kind);
        double score = 0;
        int read = 0;
        for (int column = 0; column < look.width(); column++) {
            int at = column;
            var field = positions.entrySet().stream().filter(entry -> entry.getValue().contains(at)).map(Map.Entry::getKey).findFirst();
            score += field.map(its -> explained(its, at, words, confidence.getOrDefault(its, 0.0))).orElseGet(() -> -unexplained(at, words));
            read += field.isPresent() ? 1 : 0;
        }
        int measured = measures(kind, positions);
        boolean named = words.fileNames().stream().anyMatch(look.fileName().toLowerCase(Locale.ROOT)::contains);
        boolean against = words.against().stream().anyMatch(field -> look.headers().stream().anyMatch(header -> header.general(field) >= KNOWN));
        boolean header = positions.containsKey(Field.ORDER_NUMBER) && !words.parts().isEmpty() && words.parts().stream().noneMatch(positions::containsKey);
        return score - (against ? AGAINST : 0) - (header ? AGAINST : 0) - (measured > read ? AGAINST * measured : 0) + key(words, positions) + (double) read / look.width() + (named ? FILE_NAME : 0);
    }

    /** Columns of a list of members that are amounts of something it has no field for: where they prevail, it is an account of that something. */
    private int measures(FileKind kind, Map<Field, List<Integer>> positions) {
        return !LISTS.contains(kind) ? 0 : (int) IntStream.range(0, look.width()).filter(column -> positions.values().stream().noneMatch(its -> its.contains(column)))
                .mapToObj(look.profiles()::get).filter(profile -> profile.money() > HALF || profile.numeric() > MOST && profile.whole() < HALF && profile.distinct() > 1).count();
    }

    private double explained(Field field, int column, KindWords words, double confidence) {
        var header = look.headers().get(column);
        double weight = words.weights().getOrDefault(field, 0.0);
        return confidence * (header.isOwn(field, words) ? Math.max(weight, OWN) : header.isPlain() && !header.isEmpty() ? weight * PLAIN : weight);
    }

    /** What the column would say of a file of another kind. */
    private double unexplained(int column, KindWords words) {
        var header = look.headers().get(column);
        if (header.isPlain() || header.isNone(words) || look.profiles().get(column).isEmpty()) {
            return 0;
        }
        Optional<Field> meant = vocabulary.words().keySet().stream().filter(field -> header.general(field) >= KNOWN && Shapes.fit(field, look.profiles().get(column)) > 0.3)
                .max(Comparator.comparingDouble(header::general));
        return meant.filter(field -> !words.weights().containsKey(field)).map(field -> header.general(field) * UNEXPLAINED * heaviest(field)).orElse(0.0);
    }

    private double heaviest(Field field) {
        return vocabulary.kinds().values().stream().mapToDouble(kind -> kind.weights().getOrDefault(field, 0.0)).max().orElse(0);
    }

    private double key(KindWords words, Map<Field, List<Integer>> positions) {
        var key = words.keys().stream().filter(positions::containsKey).findFirst();
        if (key.isEmpty()) {
            return 0;
        }
        var profile = look.profiles().get(positions.getOrDefault(key.get(), List.of()).getFirst());
        if (profile.cells() < ROWS_THAT_TELL) {
            return 0;
        }
        return profile.unique() < REPEATS ? KEY_REPEATS : profile.unique() >= UNIQUE ? KEY_IS_UNIQUE : 0;
    }
}
