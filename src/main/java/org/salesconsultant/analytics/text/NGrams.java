package org.salesconsultant.analytics.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Sequences of one and two words and of up to five letters within a word, hashed to a fixed number of places (Weinberger et
 * al., Feature Hashing for Large Scale Multitask Learning, ICML 2009) and weighted by how rare they are among the examples. A
 * script without spaces is one long word, so that its letters' sequences count.
 */
final class NGrams {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    private final int places;
    private final int shortest;
    private final float[] rarity;
    private final float unseen;

    private NGrams(int places, int shortest, float[] rarity, float unseen) {
        this.places = places;
        this.shortest = shortest;
        this.rarity = rarity;
        this.unseen = unseen;
    }

    /** @param places a power of two */
    static NGrams learn(List<String> texts, int places) {
        return learn(texts, places, SHORTEST);
    }

    /** @param shortest letters of a sequence within a word at least */
    static NGrams learn(List<String> texts, int places, int shortest) {
        var count = new int[places];
        texts.forEach(text -> counts(text, places, shortest).keySet().forEach(place -> count[place]++));
        var rarity = new float[places];
        for (int place = 0; place < places; place++) {
            rarity[place] = (float) (Math.log((1.0 + texts.size()) / (1 + count[place])) + 1);
        }
        return new NGrams(places, shortest, rarity, (float) (Math.log(1.0 + texts.size()) + 1));
    }

    Features features(String text, float[] vector) {
        var counts = counts(text, places, shortest);
        var hashed = new int[counts.size()];
        var weights = new float[counts.size()];
        double squares = 0;
        int next = 0;
        for (var entry : counts.entrySet()) {
            hashed[next] = entry.getKey();
            weights[next] = (float) (1 + Math.log(entry.getValue())) * rarity[entry.getKey()];
            squares += weights[next] * weights[next];
            next++;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= length;
        }
        return new Features(vector, hashed, weights);
    }

    /** The share of its sequences that the examples have, 0 … 1. */
    double known(String text) {
        var sequences = counts(text, places, shortest).keySet();
        return (double) sequences.stream().filter(place -> rarity[place] < unseen).count() / sequences.size();
    }

    private static TreeMap<Integer, Integer> counts(String text, int places, int shortest) {
        var counts = new TreeMap<Integer, Integer>();
        var words = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+");
        String before = "";
        for (var word : words) {
            if (!word.isEmpty()) {
                add(counts, "w " + word, places);
                add(counts, "p " + before + " " + word, places);
                letters(counts, "<" + word + ">", places, shortest);
                before = word;
            }
        }
        add(counts, "p " + before + " ", places);
        return counts;
    }

    private static void letters(TreeMap<Integer, Integer> counts, String word, int places, int shortest) {
        for (int length = shortest; length <= LONGEST; length++) {
            for (int from = 0; from + length <= word.length(); from++) {
                add(counts, word.substring(from, from + length), places);
            }
        }
    }

    private static void add(TreeMap<Integer, Integer> counts, String sequence, int places) {
        int hash = sequence.hashCode() * 0x9E3779B1;
        counts.merge((hash ^ hash >>> 15) & places - 1, 1, Integer::sum);
    }
}
