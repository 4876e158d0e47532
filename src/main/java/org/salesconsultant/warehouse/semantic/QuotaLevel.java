package org.salesconsultant.warehouse.semantic;

import java.util.stream.Stream;
import org.salesconsultant.sales.RowScope;

/**
 * Whose quotas answer a query: the reps' where reps are told apart, the regions' where regions are, else the company's. A quota of
 * a finer level counts where the coarser one has none. Revenue counts towards a quota on its days only, so that what nobody set a
 * quota for makes no attainment larger.
 */
enum QuotaLevel {
    COMPANY, REGION, REP;

    private static final String KEYS = " IN (SELECT day, ";

    /** @param named what the query is split and narrowed by */
    static QuotaLevel of(Stream<Source> named, RowScope scope) {
        var holders = named.map(Source::holder).toList();
        return scope instanceof RowScope.OfRep || holders.contains(Source.REP) ? REP : holders.contains(Source.REGION) ? REGION : COMPANY;
    }

    /** Which rows of {@link Fact#QUOTAS} count. */
    String quotas() {
        return "f.counts_from <= " + ordinal() + " AND f.level >= " + ordinal();
    }

    /** Which rows of orders or lines a quota of the level stands for. */
    String sales() {
        var reps = among("f.rep_key", "rep_key", REP);
        var regions = among("f.region_key", "region_key", REGION);
        return switch (this) {
            case REP -> reps;
            case REGION -> "(" + regions + " OR " + reps + ")";
            case COMPANY -> "(f.day IN (SELECT day FROM quota_day WHERE level = 0) OR " + regions + " OR " + reps + ")";
        };
    }

    private static String among(String held, String key, QuotaLevel level) {
        return "(f.day, " + held + ")" + KEYS + key + " FROM quota_day WHERE level = " + level.ordinal() + ")";
    }
}
