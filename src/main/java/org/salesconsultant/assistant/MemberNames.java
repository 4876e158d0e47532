package org.salesconsultant.assistant;

import java.util.List;
import java.util.Set;

/** Finds names of the warehouse's members in texts: customers, products, countries and the like, whoever may see them. */
@FunctionalInterface
public interface MemberNames {
    /** From left to right; of a name within a longer one the longer. What is a date, or a common word of sales, is no name. */
    List<Named> in(String text);

    /**
     * A name where a text has it.
     *
     * @param words as the text writes it
     * @param from the position of its first character
     * @param members whom it can mean, told apart by dimension and name; several where a name is shared
     */
    record Named(String words, int from, Set<String> members) {}
}
