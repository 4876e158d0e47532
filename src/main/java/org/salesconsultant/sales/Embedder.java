package org.salesconsultant.sales;

import java.util.List;

/** Turns texts into vectors whose dot product says how near their meanings are. Safe for many threads. */
public interface Embedder {
    /**
     * @param language the language of all the texts; vectors of different languages do not compare
     * @return one vector of length 1 for each text, in order
     */
    List<float[]> embed(Language language, List<String> texts);

    /** Whether an English word, in small letters, is one of the tens of thousands that its model learned whole: then it is hardly a slip of another. */
    default boolean isWord(String word) {
        return false;
    }
}
