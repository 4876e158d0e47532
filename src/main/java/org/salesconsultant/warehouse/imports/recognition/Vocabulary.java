package org.salesconsultant.warehouse.imports.recognition;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;

/**
 * What files call their columns and what kinds of file there are, from {@code config/import-columns.yaml}.
 *
 * @param words by field, the likeliest first, in normal form
 * @param texts the same as they are written, in which their meaning can be compared
 * @param heads single words that say something even as a part of a header
 * @param personal words in headers of what is no attribute of anybody: telephone numbers, addresses
 * @param plain headers that alone do not tell of which kind a file is
 */
record Vocabulary(HeaderWords normal, Map<Field, List<String>> words, Map<Field, List<String>> texts, Set<String> heads, Set<String> personal, Set<String> plain, Map<FileKind, KindWords> kinds) {
    private static final String FILE = "config/import-columns.yaml";

    /**
     * What tells one kind of file.
     *
     * @param fileNames parts of the names of such files
     * @param keys fields that name a row; the first that has a column does not repeat
     * @param weights what a row can say, and how much a column for it says that the file is of this kind
     * @param words what headers mean in this kind alone
     * @param none headers of columns that are none of its fields
     * @param against fields whose headers such a file does not have
     * @param parts fields of which a row has one where it has an order number
     */
    record KindWords(List<String> fileNames, List<Field> keys, Map<Field, Double> weights, Map<Field, List<String>> words, Set<String> none, List<Field> against, List<Field> parts) {}

    private record KindText(List<String> file, @JsonSetter(nulls = Nulls.AS_EMPTY) List<Field> key, Map<Field, Double> fields,
                            @JsonSetter(nulls = Nulls.AS_EMPTY) Map<Field, List<String>> words, @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> none,
                            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Field> against,
                            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Field> parts) {}

    private record Text(Map<String, List<String>> same, List<String> needless, List<String> heads, List<String> personal, List<String> plain, Map<Field, List<String>> headers,
                        Map<FileKind, KindText> kinds) {}

    /** @throws UserError with file and line when it is missing or broken */
    static Vocabulary of(Home home) {
        var text = Yaml.read(home, FILE, Text.class);
        var known = Stream.concat(text.headers().values().stream(), text.kinds().values().stream().flatMap(kind -> kind.words().values().stream()))
                .flatMap(List::stream).toList();
        var normal = new HeaderWords(text.same(), text.needless(), known);
        var kinds = new EnumMap<FileKind, KindWords>(FileKind.class);
        for (var kind : FileKind.values()) {
            var its = text.kinds().get(kind);
            if (its == null) {
                throw new UserError(UserError.Category.BAD_SETUP, FILE + ": kinds: " + kind.word() + " is missing.", "Restore it from the project.");
            }
            var words = normalised(normal, its.words());
            if (!its.fields().keySet().containsAll(words.keySet())) {
                words.keySet().removeAll(its.fields().keySet());
                throw new UserError(UserError.Category.BAD_SETUP, FILE + ": kinds: " + kind.word() + ": words name " + words.keySet().iterator().next().label()
                        + ", which is none of its fields.", "Add it to the kind's fields or take its words out.");
            }
            kinds.put(kind, new KindWords(its.file().stream().map(Names::fold).toList(), its.key(), new EnumMap<>(its.fields()), words, normalised(normal, its.none()), its.against(), its.parts()));
        }
        return new Vocabulary(normal, normalised(normal, text.headers()), text.headers(), normalised(normal, text.heads()), normalised(normal, text.personal()),
                normalised(normal, text.plain()), kinds);
    }

    /** Whether a column of this header is better not kept with anybody. */
    boolean isPersonal(String header) {
        var words = " " + normal.of(header) + " ";
        return personal.stream().anyMatch(each -> each.codePoints().anyMatch(Character::isIdeographic) ? words.contains(each) : words.contains(" " + each + " "));
    }

    KindWords of(FileKind kind) {
        return java.util.Objects.requireNonNull(kinds.get(kind));
    }

    private static Map<Field, List<String>> normalised(HeaderWords normal, Map<Field, List<String>> words) {
        var normalised = new EnumMap<Field, List<String>>(Field.class);
        words.forEach((field, names) -> normalised.put(field, names.stream().map(normal::of).distinct().toList()));
        return normalised;
    }

    private static Set<String> normalised(HeaderWords normal, List<String> words) {
        return new HashSet<>(words.stream().map(normal::of).toList());
    }
}
