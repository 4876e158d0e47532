package org.salesconsultant.warehouse.imports.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.recognition.Arithmetic.Relation;
import org.salesconsultant.warehouse.imports.recognition.Vocabulary.KindWords;

/**
 * Reads a file as one kind: gives each column the field that suits it, so that together they suit best. A column's field is
 * scored by its header, weighed with what its cells look like; numbers that prove to be quantity, price and amount by arithmetic
 * are taken whatever they are called.
 */
final class KindReader {
    /** Below it a column is rather left unread than read wrong. */
    static final double ENOUGH = 0.5;

    private static final double BY_HEADER_ALONE = 0.55;
    private static final double PROVED = 0.75;
    private static final double PROVED_AND_NAMED = 0.1;
    private static final double SURE = 0.99;
    private static final double NAMED_OTHERWISE = 0.75;
    private static final double NAMED_AT_ALL = 0.3;
    private static final int PREFER_THE_SURE = 3;

    private final Look look;
    private final Vocabulary vocabulary;
    private final boolean withoutHeaders;
    private final List<Relation> relations;

    KindReader(Look look, Vocabulary vocabulary) {
        this.look = look;
        this.vocabulary = vocabulary;
        this.withoutHeaders = look.isWithoutHeaders(vocabulary);
        this.relations = look.arithmetic().relations(column -> look.headers().get(column).general(Field.DISCOUNT));
    }

    /**
     * The best reading.
     *
     * @param given columns that are settled, kept as they are
     * @param without fields that are to stay without a column
     * @param meanings how near a header is to a field in meaning; 0 where nobody asks
     */
    Reading read(FileKind kind, Map<Field, List<Integer>> given, Set<Field> without, Meanings meanings) {
        var words = vocabulary.of(kind);
        var taken = new HashSet<Integer>();
        given.values().forEach(taken::addAll);
        var fields = words.weights().keySet().stream().filter(field -> !given.containsKey(field) && !without.contains(field)).toList();
        var columns = IntStream.range(0, look.width()).filter(column -> !taken.contains(column)).boxed().toList();
        var scores = scores(fields, columns, words, meanings);
        var order = given.containsKey(Field.ORDER_NUMBER) ? Optional.of(given.getOrDefault(Field.ORDER_NUMBER, List.of()).getFirst()) : bestOf(scores, Field.ORDER_NUMBER);
        order.ifPresent(number -> leaveOrderTotals(scores, number));
        var relation = proved(scores);
        relation.ifPresent(proof -> prove(scores, proof));
        var positions = new EnumMap<Field, List<Integer>>(Field.class);
        var confidence = new EnumMap<Field, Double>(Field.class);
        given.forEach((field, its) -> {
            positions.put(field, its);
            confidence.put(field, 1.0);
        });
        var table = fields.stream().map(field -> columns.stream().mapToDouble(column -> preferred(at(scores, field, column))).toArray()).toArray(double[][]::new);
        var paired = Assignment.best(table);
        for (int i = 0; i < fields.size(); i++) {
            if (paired[i] >= 0) {
                int column = columns.get(paired[i]);
                positions.put(fields.get(i), List.of(column));
                confidence.put(fields.get(i), at(scores, fields.get(i), column));
            }
        }
        new SeveralColumns(look, relation).extend(positions, confidence, given.keySet(), without, fields);
        return new Reading(kind, positions, confidence, relation, new KindScore(look, vocabulary).of(kind, positions, confidence));
    }

    /** Only what is given, as a mapping describes a whole export. */
    Reading given(FileKind kind, Map<Field, List<Integer>> given) {
        var confidence = new EnumMap<Field, Double>(Field.class);
        given.keySet().forEach(field -> confidence.put(field, 1.0));
        return new Reading(kind, given, confidence, Optional.empty(), 0);
    }

    private Map<Field, double[]> scores(List<Field> fields, List<Integer> columns, KindWords words, Meanings meanings) {
        var scores = new EnumMap<Field, double[]>(Field.class);
        var unnamed = withoutHeaders ? new UnnamedColumns(look) : null;
        for (var field : fields) {
            var its = new double[look.width()];
            for (int column : columns) {
                double shape = Shapes.fit(field, look.profiles().get(column));
                double header = unnamed != null ? unnamed.fit(field, column) : Math.max(look.headers().get(column).of(field, words), meanings.near(column, field));
                its[column] = shape == 0 ? 0 : header * (BY_HEADER_ALONE + (1 - BY_HEADER_ALONE) * shape);
            }
            scores.put(field, its);
        }
        return scores;
    }

    /** An amount that is the same on all lines of an order is the order's, and would be counted once for each line. */
    private void leaveOrderTotals(Map<Field, double[]> scores, int order) {
        for (var field : List.of(Field.AMOUNT, Field.PROFIT)) {
            var its = scores.get(field);
            if (its != null) {
                IntStream.range(0, its.length).filter(column -> its[column] > 0 && column != order && look.isSameWithin(column, order)).forEach(column -> its[column] = 0);
            }
        }
    }

    private static Optional<Integer> bestOf(Map<Field, double[]> scores, Field field) {
        var its = scores.get(field);
        return its == null ? Optional.empty()
                : IntStream.range(0, its.length).filter(column -> its[column] >= ENOUGH).boxed().max(Comparator.comparingDouble(column -> its[column]));
    }

    /** Of the relations none of whose columns is clearly called something else, the one whose columns are called so most. */
    private Optional<Relation> proved(Map<Field, double[]> scores) {
        if (!scores.keySet().containsAll(Set.of(Field.QUANTITY, Field.AMOUNT)) || !scores.containsKey(Field.UNIT_PRICE)) {
            return Optional.empty();
        }
        return relations.stream().filter(relation -> mayBe(scores, Field.QUANTITY, relation.quantity()) && mayBe(scores, Field.UNIT_PRICE, relation.price())
                && mayBe(scores, Field.AMOUNT, relation.amount())).max(Comparator.comparingDouble(relation -> named(scores, relation)));
    }

    private double named(Map<Field, double[]> scores, Relation relation) {
        return at(scores, Field.QUANTITY, relation.quantity()) + at(scores, Field.UNIT_PRICE, relation.price()) + at(scores, Field.AMOUNT, relation.amount())
                + (relation.discount() < 0 ? 0 : at(scores, Field.DISCOUNT, relation.discount()));
    }

    private boolean mayBe(Map<Field, double[]> scores, Field field, int column) {
        boolean otherwise = scores.keySet().stream().anyMatch(other -> other != field && at(scores, other, column) >= NAMED_OTHERWISE);
        return Shapes.fit(field, look.profiles().get(column)) > 0 && (at(scores, field, column) >= NAMED_AT_ALL || !otherwise);
    }

    private void prove(Map<Field, double[]> scores, Relation relation) {
        prove(scores, Field.QUANTITY, relation.quantity());
        prove(scores, Field.UNIT_PRICE, relation.price());
        prove(scores, Field.AMOUNT, relation.amount());
        if (relation.discount() >= 0) {
            prove(scores, Field.DISCOUNT, relation.discount());
        }
    }

    private static void prove(Map<Field, double[]> scores, Field field, int column) {
        var its = scores.get(field);
        if (its != null && its[column] >= 0) {
            its[column] = Math.min(SURE, Math.max(PROVED, its[column]) + PROVED_AND_NAMED * its[column]);
        }
    }

    private static double at(Map<Field, double[]> scores, Field field, int column) {
        var its = scores.get(field);
        return its == null ? 0 : its[column];
    }

    /** Two halves are worth less than one whole. */
    private static double preferred(double score) {
        return score < ENOUGH ? 0 : Math.pow(score, PREFER_THE_SURE);
    }

    /** Fields of a kind that could still have a column, and columns that could have one of them. */
    List<Integer> unread(Reading reading) {
        var unread = new ArrayList<Integer>();
        var words = vocabulary.of(reading.kind());
        for (int column = 0; column < look.width(); column++) {
            var header = look.headers().get(column);
            if (!reading.reads(column) && !header.isEmpty() && !header.isNone(words) && !look.profiles().get(column).isEmpty()) {
                unread.add(column);
            }
        }
        return unread;
    }
}
