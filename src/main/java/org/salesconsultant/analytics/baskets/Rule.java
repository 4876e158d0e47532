package org.salesconsultant.analytics.baskets;

import java.util.List;

/**
 * Who buys these buys that.
 *
 * @param antecedent items, ascending
 * @param count baskets that hold all of them and the consequent
 * @param support {@code count} as a share of all baskets
 * @param confidence the share of the antecedent's baskets that hold the consequent
 * @param lift {@code confidence} over the consequent's share of all baskets; above 1: more often together than by chance
 */
public record Rule(List<Integer> antecedent, int consequent, int count, double support, double confidence, double lift) {
    static Rule of(List<Integer> antecedent, int consequent, int count, int ofAntecedent, int ofConsequent, int baskets) {
        double confidence = (double) count / ofAntecedent;
        return new Rule(antecedent, consequent, count, (double) count / baskets, confidence, confidence * baskets / ofConsequent);
    }
}
