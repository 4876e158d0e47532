package org.salesconsultant.warehouse.imports.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.recognition.Vocabulary.KindWords;

/** Tells how well one header says that its column is a field: 0 not at all, about 0.97 by its usual name. */
final class HeaderFit {
    private static final double IS = 0.97;
    private static final double A_PLACE_LATER = 0.01;
    private static final int PLACES = 12;
    private static final double CONTAINS = 0.45;
    private static final double COVERED = 0.4;
    private static final double WITHOUT_BRACKETS = 0.98;
    private static final double ONE_SCRIPT = 0.95;
    private static final double LAST_PART = 0.9;
    private static final double PLAIN = 0.9;

    private final Vocabulary vocabulary;
    private final Map<String, Double> forms = new LinkedHashMap<>();
    private final Map<Field, Double> general = new EnumMap<>(Field.class);
    private final boolean plain;

    HeaderFit(String header, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        var bare = header.replaceAll("[(\\[（【].*?[)\\]）】]", " ");
        add(header, 1);
        add(bare, WITHOUT_BRACKETS);
        if (header.codePoints().anyMatch(Character::isIdeographic) && header.codePoints().anyMatch(each -> each < 128 && Character.isLetter(each))) {
            add(bare.replaceAll("\\P{IsHan}+", ""), ONE_SCRIPT);
            add(bare.replaceAll("\\p{IsHan}+", " "), ONE_SCRIPT);
        }
        var parts = bare.split(" [-–:|] |:|\\.(?=\\p{L})|/(?=\\p{L})");
        if (parts.length > 1) {
            add(parts[parts.length - 1], LAST_PART);
        }
        plain = forms.keySet().stream().findFirst().map(vocabulary.plain()::contains).orElse(true);
        vocabulary.words().forEach((field, words) -> {
            double best = forms.entrySet().stream().mapToDouble(form -> form.getValue() * Math.max(is(form.getKey(), words), contains(form.getKey(), words))).max().orElse(0);
            if (best > 0) {
                general.put(field, best);
            }
        });
    }

    /** Whether the header alone does not tell of which kind a file is: {@code name}, {@code date}. */
    boolean isPlain() {
        return plain;
    }

    boolean isEmpty() {
        return forms.isEmpty();
    }

    /** Whatever the kind of file. */
    double general(Field field) {
        return general.getOrDefault(field, 0.0);
    }

    /** In a file of a kind; 0 for all fields where the kind says that the header is none of them. */
    double of(Field field, KindWords kind) {
        if (isNone(kind)) {
            return 0;
        }
        var own = kind.words().getOrDefault(field, List.of());
        double its = forms.entrySet().stream().mapToDouble(form -> form.getValue() * is(form.getKey(), own)).max().orElse(0);
        return Math.max(general(field), plain ? its * PLAIN : its);
    }

    /** Whether it is known, in this kind, to be none of the kind's fields. */
    boolean isNone(KindWords kind) {
        return forms.entrySet().stream().anyMatch(form -> form.getValue() >= LAST_PART && kind.none().contains(form.getKey()));
    }

    /** Whether the kind has words of its own for it that other kinds' files do not use. */
    boolean isOwn(Field field, KindWords kind) {
        return !plain && forms.keySet().stream().anyMatch(kind.words().getOrDefault(field, List.of())::contains);
    }

    private void add(String form, double weight) {
        var normal = vocabulary.normal().of(form);
        if (!normal.isEmpty()) {
            forms.putIfAbsent(normal, weight);
        }
    }

    private static double is(String form, List<String> words) {
        int place = words.indexOf(form);
        return place < 0 ? 0 : IS - Math.min(place, PLACES) * A_PLACE_LATER;
    }

    /** As whole words; Chinese has no blanks between them. What stands at the end is what the header is about. */
    private double contains(String form, List<String> words) {
        double best = 0;
        var tokens = Arrays.asList(form.split(" "));
        for (var word : words) {
            if (word.codePoints().anyMatch(Character::isIdeographic)) {
                best = Math.max(best, word.length() < 2 || !form.contains(word) ? 0
                        : CONTAINS + COVERED * word.length() / form.length() + (form.endsWith(word) ? 0.05 : 0));
            } else if (word.indexOf(' ') > 0) {
                var its = new ArrayList<>(Arrays.asList(word.split(" ")));
                best = Math.max(best, java.util.Collections.indexOfSubList(tokens, its) < 0 ? 0 : CONTAINS + COVERED * its.size() / tokens.size());
            } else if (vocabulary.heads().contains(word) && tokens.contains(word)) {
                best = Math.max(best, (tokens.getLast().equals(word) ? 0.5 : 0.35) + 0.2 / tokens.size());
            }
        }
        return best;
    }
}
