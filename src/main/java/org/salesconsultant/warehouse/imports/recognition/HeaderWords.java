package org.salesconsultant.warehouse.imports.recognition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;

/**
 * The normal form of headers, in which those that mean the same are one: {@code InvoiceNo}, {@code INVOICE_NUMBER} and
 * {@code Rechnungsnr.} are {@code invoice no}. Abbreviations and other languages' words are turned into one word, words written
 * as one are parted where all parts are known.
 */
final class HeaderWords {
    private static final int LONGEST_PHRASE = 4;
    private static final int SHORTEST_PARTED = 5;
    private static final int SHORTEST_PART = 3;
    private static final Set<String> SHORT_PARTS = Set.of("no", "nr", "id", "cd", "dt", "nm");

    private final Map<String, String> same = new HashMap<>();
    private final Set<String> needless = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    /**
     * @param same other words by the word they are turned into
     * @param headers known ones: their words are parts of compounds
     */
    HeaderWords(Map<String, List<String>> same, List<String> needless, Collection<String> headers) {
        same.forEach((word, others) -> {
            others.forEach(other -> this.same.put(parted(other), parted(word)));
            this.same.put(parted(word), parted(word));
            addWords(word);
            others.forEach(this::addWords);
        });
        needless.forEach(each -> this.needless.add(parted(each)));
        headers.forEach(this::addWords);
    }

    /** The words of a header in small letters, without accents and punctuation; {@code Order #} is {@code order no}. */
    static String parted(String header) {
        var words = header.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ").replace("#", " no ").replace("№", " no ").replaceAll("(?i)n[°º]", " no ")
                .replace("%", " percent ");
        var bare = Normalizer.normalize(Names.fold(words), Normalizer.Form.NFD).replaceAll("\\p{InCombiningDiacriticalMarks}+", "").replace("ß", "ss");
        return bare.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** The normal form; empty for a header without letters and digits. */
    String of(String header) {
        var tokens = new ArrayList<String>();
        for (var token : parted(header).split(" ")) {
            tokens.addAll(parts(token));
        }
        var turned = replaced(tokens);
        var needed = without(turned);
        return String.join(" ", needed.isEmpty() ? turned : needed);
    }

    private List<String> replaced(List<String> tokens) {
        var turned = new ArrayList<String>();
        for (int at = 0; at < tokens.size();) {
            int length = phrase(tokens, at, same.keySet());
            var phrase = String.join(" ", tokens.subList(at, at + Math.max(1, length)));
            turned.addAll(Arrays.asList(same.getOrDefault(phrase, phrase).split(" ")));
            at += Math.max(1, length);
        }
        return turned;
    }

    private List<String> without(List<String> tokens) {
        var kept = new ArrayList<String>();
        for (int at = 0; at < tokens.size();) {
            int length = phrase(tokens, at, needless);
            if (length == 0) {
                kept.add(tokens.get(at));
            }
            at += Math.max(1, length);
        }
        return kept;
    }

    /** How many words the longest known phrase from here has, 0 where there is none. */
    private static int phrase(List<String> tokens, int at, Set<String> phrases) {
        for (int length = Math.min(LONGEST_PHRASE, tokens.size() - at); length > 0; length--) {
            if (phrases.contains(String.join(" ", tokens.subList(at, at + length)))) {
                return length;
            }
        }
        return 0;
    }

    /** {@code orderdate} is {@code order date}: as few parts as cover it, each of them known; itself where that is not possible. */
    private List<String> parts(String token) {
        if (token.length() < SHORTEST_PARTED || known.contains(token) || token.codePoints().anyMatch(Character::isIdeographic)) {
            return List.of(token);
        }
        @Nullable List<String>[] best = bestParts(token);
        var whole = best[token.length()];
        return whole == null ? List.of(token) : whole;
    }

    private @Nullable List<String>[] bestParts(String token) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        @Nullable List<String>[] best = new List[token.length() + 1];
        best[0] = List.of();
        for (int end = 2; end <= token.length(); end++) {
            for (int start = 0; start < end; start++) {
                var before = best[start];
                var part = token.substring(start, end);
                var now = best[end];
                if (before != null && isPart(part) && (now == null || before.size() + 1 < now.size())) {
                    var parts = new ArrayList<>(before);
                    parts.add(part);
                    best[end] = parts;
                }
            }
        }
        return best;
    }

    private boolean isPart(String part) {
        return known.contains(part) && (part.length() >= SHORTEST_PART || SHORT_PARTS.contains(part));
    }

    private void addWords(String header) {
        known.addAll(Arrays.asList(parted(header).split(" ")));
    }
}
