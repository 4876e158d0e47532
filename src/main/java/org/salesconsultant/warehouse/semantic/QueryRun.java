package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Facts;
import org.salesconsultant.warehouse.Warehouse;

/**
 * One query on its way from names to a table, within one state of the data. A table of one fact is ordered and cut by the
 * database. Where steps of time must not be missing, values run along them, members are gathered as others or several facts
 * stand side by side, all groups are read and the table is put together here.
 */
final class QueryRun {
    private final SemanticModel model;
    private final Members members;
    private final FilledColumns filled;
    private final Conditions conditions;
    private final Facts facts;
    private final Warehouse warehouse;
    private final RowScope scope;
    private final List<QueryPlan> plans = new ArrayList<>();
    private final List<GroupTable> tables = new ArrayList<>();

    QueryRun(SemanticModel model, Members members, FilledColumns filled, Facts facts, Warehouse warehouse, RowScope scope,
             Optional<String> segments) {
        this.model = model;
        this.members = members;
        this.filled = filled;
        this.conditions = new Conditions(model, members, segments);
        this.facts = facts;
        this.warehouse = warehouse;
        this.scope = scope;
    }

    /** The statements' plans so far. */
    List<QueryPlan> plans() {
        return plans;
    }

    /** The statements' tables so far, in the order of their plans. */
    List<GroupTable> tables() {
        return tables;
    }

    /** @param limit rows at most */
    GroupTable table(Asked asked, int limit) {
        if (asked.others()) {
            var leaders = table(asked.leaders(), GroupTable.MOST_GROUPS);
            var first = leaders.groups().stream().map(group -> group.keys().getFirst()).toList();
            var gathered = assembled(asked, new QueryPlan.Leaders(asked.member().orElseThrow(), first), limit);
            return new GroupTable(gathered.groups(), leaders.all(), gathered.read(), gathered.totals(), gathered.costShare(), GroupTable.sql(tables));
        }
        boolean small = asked.dimensions().isEmpty() || asked.isSeries() || asked.running() != null;
        var most = asked.limit() == null ? limit : Math.min(limit, asked.limit());
        return small || FactChoice.subjects(asked).size() > 1 ? assembled(asked, null, most) : ordered(asked, most);
    }

    private GroupTable ordered(Asked asked, int limit) {
        var plan = plan(asked, FactChoice.subjects(asked).getFirst(), null);
        return taken(plan, GroupTable.ordered(facts.rows(), plan, asked.metrics(), Ranking.of(asked), limit));
    }

    private GroupTable assembled(Asked asked, QueryPlan.@Nullable Leaders leaders, int limit) {
        Map<Group.Key, Group> merged = new LinkedHashMap<>();
        long read = 0;
        for (var subject : FactChoice.subjects(asked)) {
            var plan = plan(asked, subject, leaders);
            var table = taken(plan, GroupTable.unordered(facts.rows(), plan, asked.metrics().stream().filter(metric -> isOf(metric, subject)).toList()));
            if (table.groups().size() > GroupTable.MOST_GROUPS) {
                throw Steps.tooMany();
            }
            read += table.read();
            for (var group : alongTime(asked, plan, table.groups())) {
                merged.merge(group.key(), group, Group::and);
            }
        }
        sellNothing(asked, merged);
        var ranking = Ranking.of(asked);
        // bounds are for the choice of the leaders: each of their rows stands
        var kept = merged.values().stream().filter(group -> leaders != null || ranking.shows(group.sums()))
                .sorted(leaders == null ? ranking.comparator(asked.dimensions()) : Leading.of(leaders, asked, ranking)).toList();
        return new GroupTable(kept.subList(0, Math.min(limit, kept.size())), kept.size(), read, totals(asked, kept), costShare(kept), GroupTable.sql(tables));
    }

    /** Orders are all there: who has a quota for days they reach to, and no order, sold nothing of it. */
    private void sellNothing(Asked asked, Map<Group.Key, Group> groups) {
        var against = Term.of(Measure.REVENUE_UNDER_QUOTA);
        for (var plan : plans) {
            if (plan.terms().contains(against) && Coverage.of(facts.rows(), plan.fact(), asked.period()) != null) {
                Map<Integer, Set<Object>> reached = new HashMap<>();
                for (int i = 0; i < asked.dimensions().size(); i++) {
                    if (asked.dimensions().get(i).isTime()) {
                        reached.put(i, Set.copyOf(steps(asked, plan, asked.dimensions().get(i))));
                    }
                }
                groups.replaceAll((key, group) -> group.sums().containsKey(against) || !reached.entrySet().stream()
                        .allMatch(one -> key.keys().get(one.getKey()) instanceof Object step && one.getValue().contains(step)) ? group : group.with(against, 0L));
            }
        }
    }

    private GroupTable taken(QueryPlan plan, GroupTable table) {
        plans.add(plan);
        tables.add(table);
        return table;
    }

    private List<Group> alongTime(Asked asked, QueryPlan plan, List<Group> groups) {
        var running = asked.running();
        if (groups.isEmpty() || !asked.isSeries() && running == null) {
            return groups;
        }
        var dimension = running == null ? asked.dimensions().getFirst() : asked.grain().orElseThrow();
        var steps = new Steps(asked.dimensions().indexOf(dimension), steps(asked, plan, dimension));
        var filled = steps.fill(groups, asked.dimensions(), plan.terms());
        return running == null ? filled : new RunningSums(running, steps, plan.terms(), firstSeen(running, plan, steps)).of(filled);
    }

    /** The steps of the days that the period and the filters leave, from the fact's first to its last. */
    private List<Object> steps(Asked asked, QueryPlan plan, Dimension dimension) {
        var covered = Coverage.of(facts.rows(), plan.fact(), asked.period());
        if (covered == null) {
            return List.of();
        }
        var bindings = new Bindings();
        var days = conditions.days(facts.stored(), warehouse, "t.day", asked.filters(), covered, bindings);
        return facts.stored().createQuery("SELECT DISTINCT t." + dimension.members().column() + " FROM calendar t WHERE " + days + " ORDER BY 1").bindMap(bindings.values())
                .map((row, context) -> GroupTable.key(row.getObject(1))).list();
    }

    private Map<Group.Key, Map<Term, Long>> firstSeen(MetricQuery.Running running, QueryPlan plan, Steps steps) {
        Map<Group.Key, Map<Term, Long>> seen = new HashMap<>();
        if (running.kind() == MetricQuery.Running.Kind.MOVING) {
            return seen;
        }
        for (var term : plan.terms()) {
            if (!term.measure().isAdditive()) {
                var groups = new GroupSql(plan);
                facts.rows().createQuery(groups.firstSeen(term, steps.grain() + 1, running.eachYear())).bindMap(plan.bindings().values())
                        .map((row, context) -> seen.computeIfAbsent(GroupTable.key(row, groups.gathers(), plan.dimensions().size()), any -> new HashMap<>())
                                .put(term, row.getLong("n"))).list();
            }
        }
        return seen;
    }

    /** Whose quotas the query is answered from. */
    QuotaLevel quotaLevel(Asked asked) {
        var conditions = asked.metrics().stream().flatMap(Metric::terms).flatMap(term -> term.where().stream());
        var narrowed = Stream.concat(asked.filters().stream(), conditions).map(filter -> model.dimension(filter.dimension()));
        return QuotaLevel.of(Stream.concat(asked.dimensions().stream(), narrowed).map(Dimension::members), scope);
    }

    private static boolean isOf(Metric metric, Subject subject) {
        return metric.terms().allMatch(term -> term.measure().subject() == subject);
    }

    private QueryPlan plan(Asked asked, Subject subject, QueryPlan.@Nullable Leaders leaders) {
        var terms = FactChoice.terms(asked, subject);
        if (asked.metrics().stream().anyMatch(metric -> metric.isOf(Measure.GROSS_MARGIN)) && subject == Subject.SALES) {
            Stream.of(Measure.COSTED_AMOUNT, Measure.GROSS_REVENUE, Measure.RETURNS_VALUE).map(Term::of).forEach(terms::add);
        }
        var fact = FactChoice.of(model, asked, subject, terms);
        var bindings = new Bindings();
        var all = conditions.of(facts.stored(), warehouse, fact, asked.filters(), asked.period(), scope, bindings);
        asked.dimensions().forEach(dimension -> conditions.bind(dimension, bindings));
        var level = quotaLevel(asked);
        var condition = fact == Fact.QUOTAS ? all.and(level.quotas()) : all;
        Map<Term, String> tests = new HashMap<>();
        for (var term : terms) {
            var where = term.where().stream().map(filter -> conditions.test(facts.stored(), warehouse, fact, filter, new RowScope.All(), bindings, new ArrayList<>()));
            var test = Stream.concat(where, term.measure() == Measure.REVENUE_UNDER_QUOTA ? Stream.of(level.sales()) : Stream.empty()).collect(Collectors.joining(" AND "));
            if (!test.isEmpty()) {
                tests.put(term, test);
            }
        }
        Map<Dimension, Set<String>> sharedNames = new HashMap<>();
        asked.dimensions().stream().filter(dimension -> dimension.members().hasCode())
                .forEach(dimension -> sharedNames.put(dimension, members.sharedNames(facts.stored(), warehouse, dimension)));
        var narrowing = new MarkedCounts.Narrowing(asked.filters().stream().map(filter -> model.dimension(filter.dimension()).members()).toList(),
                asked.period(), !(scope instanceof RowScope.All));
        return new QueryPlan(fact, List.copyOf(terms), tests, asked.dimensions(), condition, narrowing, asked.isRanking(), leaders, sharedNames,
                filled(fact, asked, terms), bindings);
    }

    private Set<String> filled(Fact fact, Asked asked, Collection<Term> terms) {
        var ofDimensions = asked.dimensions().stream().filter(dimension -> !dimension.members().isAttribute()).flatMap(dimension -> dimension.members().path(fact).joins().stream());
        var joins = Stream.concat(ofDimensions, terms.stream().flatMap(term -> term.measure().joins(fact).stream()));
        return joins.map(Join::held).distinct().filter(held -> held.startsWith("f."))
                .filter(held -> filled.contains(facts, warehouse, fact, held)).collect(Collectors.toSet());
    }

    private static Map<String, Number> totals(Asked asked, List<Group> groups) {
        Map<String, Number> totals = new HashMap<>();
        asked.metrics().stream().filter(Metric::isAdditive).forEach(metric -> groups.stream().map(group -> metric.raw(group.sums()))
                .flatMap(Stream::ofNullable).map(Number::longValue).reduce(Math::addExact)
                .ifPresent(sum -> totals.put(metric.name(), (Number) metric.exact(sum))));
        return totals;
    }

    private static @Nullable Double costShare(List<Group> groups) {
        long costed = sum(groups, Measure.COSTED_AMOUNT);
        long costable = sum(groups, Measure.GROSS_REVENUE) - sum(groups, Measure.RETURNS_VALUE);
        boolean asked = groups.stream().anyMatch(group -> group.sums().containsKey(Term.of(Measure.GROSS_MARGIN)));
        return !asked || costable == 0 ? null : (Double) ((double) costed / costable);
    }

    private static long sum(List<Group> groups, Measure measure) {
        return groups.stream().mapToLong(group -> group.sums().getOrDefault(Term.of(measure), 0L)).sum();
    }
}
