package org.salesconsultant.warehouse.imports.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Field.Shape;
import org.salesconsultant.warehouse.imports.fields.Field;

/**
 * Finds out which column means which field: by header, where the cells of a sample look like the field's. A header that is a
 * known one counts more than one that only contains it, and among the known ones the likelier more.
 */
final class ColumnMapper {
    private static final int IS = 1_000;
    private static final int CONTAINS = 500;
    private static final double MOST = 0.8;
    private static final double HALF = 0.5;

    private final Headers words;
    private final Sample sample;

    private record Candidate(Field field, int column, int score) {}

    ColumnMapper(Headers words, Sample sample) {
        this.words = words;
        this.sample = sample;
    }

    /**
     * The columns by field.
     *
     * @param given columns that are settled, kept as they are
     * @param without fields that are to stay without a column
     */
    Map<Field, Integer> map(Map<Field, Integer> given, List<Field> without) {
        var columns = new EnumMap<Field, Integer>(Field.class);
        columns.putAll(given);
        var taken = new HashSet<>(given.values());
        for (var candidate : candidates()) {
            if (!columns.containsKey(candidate.field()) && !without.contains(candidate.field()) && taken.add(candidate.column())) {
                columns.put(candidate.field(), candidate.column());
            }
        }
        if (!columns.containsKey(Field.DATE)) {
            onlyColumnOfDates(taken).ifPresent(column -> columns.put(Field.DATE, column));
        }
        return columns;
    }

    private List<Candidate> candidates() {
        var found = new ArrayList<Candidate>();
        for (int column = 0; column < sample.header().size(); column++) {
            var header = Headers.words(sample.header().get(column));
            for (var field : Field.values()) {
                int score = score(header, words.known().getOrDefault(field, List.of()));
                if (score > 0 && looksLike(field.shape(), column, score > CONTAINS ? HALF : MOST)) {
                    found.add(new Candidate(field, column, score));
                }
            }
        }
        found.sort(Comparator.comparingInt(Candidate::score).reversed());
        return found;
    }

    private static int score(String header, List<String> known) {
        int place = known.indexOf(header);
        if (place >= 0) {
            return IS - place;
        }
        for (int i = 0; i < known.size(); i++) {
            if (contains(header, known.get(i))) {
                return CONTAINS - i;
            }
        }
        return 0;
    }

    /** As whole words; Chinese has no blanks between them. */
    private static boolean contains(String header, String words) {
        return words.codePoints().anyMatch(Character::isIdeographic) ? words.length() > 1 && header.contains(words)
                : words.indexOf(' ') > 0 && (" " + header + " ").contains(" " + words + " ");
    }

    /** @param share of the cells that must be numbers, where numbers are asked for; a file may have a few broken ones */
    private boolean looksLike(Shape shape, int column, double share) {
        var cells = sample.cells(column);
        if (cells.isEmpty()) {
            return shape != Shape.DATE;
        }
        return switch (shape) {
            case CODE -> true;
            case TEXT -> share(cells, cell -> cell.codePoints().anyMatch(Character::isLetter)) >= HALF;
            case NUMBER -> share(cells, cell -> sample.numbers().isNumber(cell.replace("%", ""))) >= share;
            case DATE -> !Dates.candidates(cells).isEmpty();
            case FLAG -> cells.stream().distinct().count() <= 3;
        };
    }

    private Optional<Integer> onlyColumnOfDates(Set<Integer> taken) {
        var columns = new ArrayList<Integer>();
        for (int column = 0; column < sample.header().size(); column++) {
            if (!taken.contains(column) && !sample.cells(column).isEmpty() && looksLike(Shape.DATE, column, MOST)) {
                columns.add(column);
            }
        }
        return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
    }

    private static double share(List<String> cells, Predicate<String> wanted) {
        return (double) cells.stream().filter(wanted).count() / cells.size();
    }
}
