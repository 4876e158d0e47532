package org.salesconsultant.warehouse.imports.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.recognition.Arithmetic.Relation;

/** Finds the further columns of a field that is written in several: discounts of several kinds, a time beside its date, first and last name. */
final class SeveralColumns {
    private static final double NAMED = 0.55;
    private static final double CLEARLY = 0.85;

    private final Look look;
    private final Optional<Relation> relation;

    SeveralColumns(Look look, Optional<Relation> relation) {
        this.look = look;
        this.relation = relation;
    }

    /** @param given fields whose columns stand as they are @param fields that the kind has */
    void extend(Map<Field, List<Integer>> positions, Map<Field, Double> confidence, Set<Field> given, Set<Field> without, List<Field> fields) {
        if (positions.containsKey(Field.DISCOUNT) && !given.contains(Field.DISCOUNT)) {
            positions.put(Field.DISCOUNT, discounts(positions));
        }
        if (positions.containsKey(Field.DATE) && !given.contains(Field.DATE)) {
            timeOf(positions).ifPresent(time -> positions.put(Field.DATE, List.of(positions.get(Field.DATE).getFirst(), time)));
        }
        if (fields.contains(Field.CUSTOMER_NAME) && !fields.contains(Field.FIRST_NAME) && !positions.containsKey(Field.CUSTOMER_NAME) && !without.contains(Field.CUSTOMER_NAME)) {
            var first = named(positions, Field.FIRST_NAME);
            var last = named(positions, Field.LAST_NAME);
            if (first.isPresent() && last.isPresent()) {
                positions.put(Field.CUSTOMER_NAME, List.of(first.get(), last.get()));
                confidence.put(Field.CUSTOMER_NAME, CLEARLY);
            }
        }
    }

    /** All columns of money that are called discounts, unless one is the sum of the others or arithmetic says that one is all. */
    private List<Integer> discounts(Map<Field, List<Integer>> positions) {
        int first = positions.getOrDefault(Field.DISCOUNT, List.of()).getFirst();
        if (relation.isPresent() && relation.get().discount() == first || !isMoney(first)) {
            return List.of(first);
        }
        var all = new ArrayList<>(List.of(first));
        IntStream.range(0, look.width()).filter(column -> isFree(column, positions) && look.headers().get(column).general(Field.DISCOUNT) >= NAMED
                && Shapes.fit(Field.DISCOUNT, look.profiles().get(column)) > 0.5 && isMoney(column)).forEach(all::add);
        for (int total : all) {
            var parts = all.stream().filter(column -> column != total).toList();
            if (!parts.isEmpty() && look.isSum(total, parts)) {
                return List.of(total);
            }
        }
        return all;
    }

    private boolean isMoney(int column) {
        var header = HeaderWords.parted(look.sample().header().get(column));
        return look.profiles().get(column).percent() == 0 && !header.matches(".*\\b(percent|pct|rate|prozent)\\b.*|.*率.*");
    }

    private Optional<Integer> timeOf(Map<Field, List<Integer>> positions) {
        int date = positions.getOrDefault(Field.DATE, List.of()).getFirst();
        boolean hasTime = look.sample().cells(date).stream().limit(5).anyMatch(cell -> cell.indexOf(':') > 0);
        return hasTime ? Optional.empty() : IntStream.range(0, look.width()).filter(column -> isFree(column, positions)).filter(column -> {
            var cells = look.sample().cells(column);
            return !cells.isEmpty() && cells.stream().limit(50).allMatch(cell -> cell.matches("\\d{1,2}:\\d\\d(:\\d\\d)?( ?[AaPp][Mm])?"));
        }).boxed().findFirst();
    }

    private Optional<Integer> named(Map<Field, List<Integer>> positions, Field field) {
        return IntStream.range(0, look.width()).filter(column -> isFree(column, positions) && look.headers().get(column).general(field) >= CLEARLY
                && Shapes.fit(field, look.profiles().get(column)) > 0).boxed().findFirst();
    }

    private static boolean isFree(int column, Map<Field, List<Integer>> positions) {
        return positions.values().stream().noneMatch(columns -> columns.contains(column));
    }
}
