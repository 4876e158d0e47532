package org.salesconsultant.analytics.churn;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smile.validation.metric.AUC;

/**
 * How well the rhythm foretold who would buy nothing in a period held out.
 *
 * @param horizon days held out
 * @param customers known before the period
 * @param auc area under the ROC curve of the foretold probability: 0.5 chance, 1 perfect
 * @param foretold mean probability of buying nothing
 * @param actual share that bought nothing
 */
public record RhythmBacktest(int horizon, int customers, double auc, double foretold, double actual) {
    /**
     * Learns from everything up to {@code now − horizon} and looks at the rest.
     *
     * @return null where too little is known: no customer before the period, or all of them bought, or none
     */
    public static @Nullable RhythmBacktest run(List<PurchaseDays> customers, int now, int horizon) {
        int then = now - horizon;
        var known = customers.stream().map(customer -> customer.until(then)).toList();
        var rhythm = known.stream().anyMatch(Objects::nonNull)
                ? PurchaseRhythm.fit(known.stream().filter(Objects::nonNull).toList(), then) : null;
        if (rhythm == null) {
            return null;
        }
        var truth = new int[known.size()];
        var probability = new double[known.size()];
        int counted = 0;
        int silent = 0;
        double foretold = 0;
        for (int i = 0; i < known.size(); i++) {
            var customer = known.get(i);
            if (customer != null) {
                probability[counted] = rhythm.noPurchase(customer, then, horizon);
                truth[counted] = customers.get(i).boughtAfter(then) ? 0 : 1;
                foretold += probability[counted];
                silent += truth[counted++];
            }
        }
        if (silent == 0 || silent == counted) {
            return null;
        }
        double auc = AUC.of(Arrays.copyOf(truth, counted), Arrays.copyOf(probability, counted));
        return new RhythmBacktest(horizon, counted, auc, foretold / counted, (double) silent / counted);
    }
}
