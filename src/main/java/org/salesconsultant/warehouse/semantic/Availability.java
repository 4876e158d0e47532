package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.warehouse.semantic.QueryResult.Note;

/** Tells "nothing matches" and "nothing known" apart, and what to say beside the numbers. */
final class Availability {
    private final SemanticModel model;
    private final Handle handle;
    private final Asked asked;
    private final QuotaLevel quotas;

    Availability(SemanticModel model, Handle handle, Asked asked, QuotaLevel quotas) {
        this.quotas = quotas;
        this.model = model;
        this.handle = handle;
        this.asked = asked;
    }

    /** @throws MissingData when the warehouse has no such data at all: then a zero was never measured */
    void check(QueryPlan plan, GroupTable table) {
        if (table.read() == 0 && !exists("SELECT 1 FROM " + plan.fact().table())) {
            throw new MissingData(model.missing(plan.terms().getFirst().measure().subject()));
        }
        if (plan.fact() == Fact.QUOTAS && !exists("SELECT 1 FROM " + plan.fact().table() + " WHERE " + quotas.quotas())) {
            throw new MissingData(model.missing("quotas_of_" + quotas.name().toLowerCase(Locale.ROOT)));
        }
        if (plan.counts(Measure.REVENUE_UNDER_QUOTA) && quotas == QuotaLevel.REP && !exists("SELECT 1 FROM orders WHERE rep_key IS NOT NULL")) {
            throw new MissingData(model.missing("reps_of_orders"));
        }
        if (asksDates(plan) && Coverage.of(handle, plan.fact(), null) == null) {
            throw new MissingData(model.missingDates(plan.terms().getFirst().measure().subject()));
        }
        if (plan.counts(Measure.CONVERSIONS, Measure.FOLLOWED_CONTACTS) && !exists("SELECT 1 FROM campaign_contact WHERE converted IS NOT NULL")) {
            throw new MissingData(model.missing("conversions"));
        }
        if (plan.counts(Measure.GROSS_MARGIN) && !exists("SELECT 1 FROM orders WHERE costed_amount <> 0")) {
            throw new MissingData(model.missing("cost"));
        }
        if (plan.counts(Measure.DISCOUNT) && !exists("SELECT 1 FROM orders WHERE discount <> 0")) {
            throw new MissingData(model.missing("discount"));
        }
    }

    List<Note> notes(List<QueryPlan> plans, GroupTable table) {
        List<Note> notes = new ArrayList<>();
        if (plans.stream().anyMatch(QueryPlan::leavesFeesOut) && exists("SELECT 1 FROM product WHERE item = 'fee'")) {
            notes.add(plans.stream().anyMatch(plan -> plan.leaders() != null) ? Note.FEES_AMONG_OTHERS : Note.FEES_LEFT_OUT);
        }
        if (plans.stream().anyMatch(QueryPlan::gathersFees) && table.groups().stream().anyMatch(row -> row.members().contains(QueryResult.FEES))) {
            notes.add(Note.FEES_IN_ONE_ROW);
        }
        if (table.costShare() != null && table.costShare() < 1) {
            notes.add(Note.COST_KNOWN_FOR_PART);
        }
        if (plans.stream().anyMatch(Availability::countsCustomers) && exists("SELECT 1 FROM orders WHERE customer_key IS NULL")) {
            notes.add(Note.LINES_WITHOUT_CUSTOMER);
        }
        if (asked.period() != null && plans.stream().anyMatch(this::hasRowsWithoutDay)) {
            notes.add(Note.ROWS_WITHOUT_DATE);
        }
        if (plans.stream().anyMatch(plan -> plan.fact() == Fact.QUOTAS && spreads(plan))) {
            notes.add(Note.QUOTAS_SPREAD);
        }
        if (plans.stream().anyMatch(plan -> plan.splits(Source.SEGMENT) || plan.narrowing().filters().contains(Source.SEGMENT))) {
            notes.add(Note.SEGMENTS_OF_NOW);
        }
        return notes;
    }

    /** Whether a quota is cut by the period, a filter or a step of time, so that a part of its days stands for a part of it. */
    private boolean spreads(QueryPlan plan) {
        var steps = plan.dimensions().stream().map(Dimension::members).filter(Source::isTime).map(Source::column)
                .map(step -> " OR MIN(t." + step + ") <> MAX(t." + step + ")").collect(Collectors.joining());
        return handle.createQuery("SELECT f.quota_key FROM quota_day f JOIN calendar t ON t.day = f.day "
                + "JOIN (SELECT quota_key, COUNT(*) AS days FROM quota_day GROUP BY quota_key) w ON w.quota_key = f.quota_key WHERE " + plan.condition().sql()
                + " GROUP BY f.quota_key, w.days HAVING COUNT(*) < w.days" + steps + " LIMIT :" + QuerySql.ROWS_BOUND)
                .bindMap(plan.bindings().values()).bind(QuerySql.ROWS_BOUND, 1).mapTo(Long.class).findFirst().isPresent();
    }

    private boolean hasRowsWithoutDay(QueryPlan plan) {
        var fact = plan.fact();
        return fact != Fact.ORDERS && fact != Fact.LINES && exists("SELECT 1 FROM " + fact.table() + " WHERE " + fact.day() + " IS NULL");
    }

    /** Whether rows without a day are left out, or cannot be told apart. */
    private boolean asksDates(QueryPlan plan) {
        return asked.period() != null || plan.dimensions().stream().anyMatch(Dimension::isTime);
    }

    private static boolean countsCustomers(QueryPlan plan) {
        return plan.leavesUnknownCustomersOut() || plan.counts(Measure.CUSTOMERS, Measure.NEW_CUSTOMERS, Measure.REPEAT_CUSTOMERS, Measure.CUSTOMER_ORDERS);
    }

    private boolean exists(String rows) {
        return handle.createQuery(rows + " LIMIT 1").mapTo(Integer.class).findFirst().isPresent();
    }
}
