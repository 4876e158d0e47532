package org.salesconsultant.warehouse.imports.recognition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.files.TableFile;

/** Decides of which kind a file is: a person's word, else a mapping's, else the kind for which most speaks. */
final class KindChoice {
    private static final double CALLED_AMOUNT = 0.8;

    private final TableFile file;
    private final Look look;
    private final Vocabulary vocabulary;
    private final @Nullable Embedder embedder;
    private final NamedMapping mapping;
    private final Doubts doubts;
    private final KindReader reader;
    private final Map<Field, List<Integer>> given;
    private final Set<Field> without;

    /** @param doubts to which its own are added */
    KindChoice(TableFile file, Look look, Vocabulary vocabulary, @Nullable Embedder embedder, NamedMapping mapping, Doubts doubts) {
        this.file = file;
        this.look = look;
        this.vocabulary = vocabulary;
        this.embedder = embedder;
        this.mapping = mapping;
        this.doubts = doubts;
        this.reader = new KindReader(look, vocabulary);
        this.given = mapping.columnsOf(file.header());
        this.without = mapping.without();
    }

    /** @throws UserError when nothing speaks for any kind, or the kind that is named misses what it needs */
    Reading choose(@Nullable FileKind as) {
        var said = as == null ? mapping.kind().orElse(null) : as;
        if (!mapping.signature().isEmpty() && said != null) {
            return required(reader.given(said, given));
        }
        var reading = said == null ? found() : reader.read(said, given, without, Meanings.NONE);
        return required(withMeanings(reading));
    }

    private Reading found() {
        var all = readings(Meanings.NONE);
        if (all.isEmpty()) {
            all = readings(Meanings.of(embedder, look, vocabulary, columnsWithHeaders(), vocabulary.words().keySet()));
        }
        if (all.isEmpty()) {
            throw new UserError(UserError.Category.BAD_FILE, file.name() + " looks like none of " + Arrays.stream(FileKind.values()).map(FileKind::label).collect(Collectors.joining(", "))
                    + columnsSeen() + ".", "If it is one of them, name it with --as (" + Arrays.stream(FileKind.values()).map(FileKind::word).collect(Collectors.joining(", ")) + "), else leave it out.");
        }
        var best = all.getFirst();
        var close = all.stream().skip(1).filter(other -> best.score() - other.score() < KindScore.CLOSE).map(other -> other.kind().label() + " (--as " + other.kind().word() + ")").toList();
        if (!close.isEmpty()) {
            doubts.ask("It was read as " + best.kind().label() + "; it could also be " + String.join(" or ", close) + ".");
        } else if (best.kind() == FileKind.ORDER_HEADERS && hasAmount()) {
            doubts.ask("Rows have an order number and an amount and no product: they were read as order headers whose lines come in another file. If there is none, import it with --as orders.");
        }
        return best;
    }

    /** The kinds for which enough speaks, the likeliest first. */
    private List<Reading> readings(Meanings meanings) {
        return Arrays.stream(FileKind.values()).filter(kind -> vocabulary.of(kind).weights().keySet().containsAll(given.keySet()))
                .map(kind -> reader.read(kind, given, without, meanings))
                .filter(reading -> reading.missing(mapping.constants().keySet()).isEmpty() && reading.score() >= KindScore.ENOUGH)
                .sorted(Comparator.comparingDouble(Reading::score).reversed()).toList();
    }

    /** What no known word says may be said by a word that means the same. */
    private Reading withMeanings(Reading reading) {
        var open = vocabulary.of(reading.kind()).weights().keySet().stream().filter(field -> !reading.positions().containsKey(field) && !without.contains(field)).toList();
        var meanings = embedder == null ? Meanings.NONE : Meanings.of(embedder, look, vocabulary, reader.unread(reading), open);
        if (meanings == Meanings.NONE) {
            return reading;
        }
        var more = reader.read(reading.kind(), reading.positions(), without, meanings);
        var confidence = new EnumMap<Field, Double>(more.confidence());
        confidence.putAll(reading.confidence());
        return new Reading(reading.kind(), more.positions(), confidence, reading.relation(), reading.score());
    }

    private Reading required(Reading reading) {
        var missing = reading.missing(mapping.constants().keySet());
        if (!missing.isEmpty()) {
            throw new UserError(UserError.Category.BAD_FILE, file.name() + " has no column for " + String.join(", ", missing) + columnsSeen(reading) + ".",
                    "Rename its headers, or write config/import-mappings/NAME.yaml with columns: {order_number: …} and name it with --mapping NAME.");
        }
        return reading;
    }

    private boolean hasAmount() {
        return look.headers().stream().anyMatch(header -> header.general(Field.AMOUNT) >= CALLED_AMOUNT);
    }

    private List<Integer> columnsWithHeaders() {
        return IntStream.range(0, look.width()).filter(column -> !look.headers().get(column).isEmpty()).boxed().toList();
    }

    private String columnsSeen() {
        return file.hasHeader() ? " (its columns: " + String.join(", ", file.header()) + ")" : " (it has no header)";
    }

    private String columnsSeen(Reading reading) {
        var found = reading.positions().keySet().stream().map(Field::label).collect(Collectors.joining(", "));
        return " (its columns: " + String.join(", ", file.header()) + "; recognised: " + (found.isEmpty() ? "none" : found) + ")";
    }
}
