package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.DataState;
import org.salesconsultant.warehouse.Warehouse;

/** Filters, a period and a row scope, compiled to one condition on the rows of a fact. */
final class Conditions {
    private final SemanticModel model;
    private final Members members;
    private final Optional<String> segments;

    /** @param segments of the customers that the viewer sees, where they are needed */
    Conditions(SemanticModel model, Members members, Optional<String> segments) {
        this.segments = segments;
        this.model = model;
        this.members = members;
    }

    /** Throws as {@link MetricQueries#run}. */
    SqlCondition of(Handle handle, Warehouse warehouse, Fact fact, List<Filter> filters, @Nullable Period period, RowScope scope) {
        return of(handle, warehouse, fact, filters, period, scope, new Bindings());
    }

    /** @param bindings takes the values in */
    SqlCondition of(Handle handle, Warehouse warehouse, Fact fact, List<Filter> filters, @Nullable Period period, RowScope scope, Bindings bindings) {
        List<String> tests = new ArrayList<>();
        List<Filter> resolved = new ArrayList<>();
        if (period != null) {
            tests.add(within(fact.day(), period, bindings));
        }
        for (var filter : filters) {
            filter.check();
            tests.add(test(handle, warehouse, fact, filter, scope, bindings, resolved));
        }
        if (!(scope instanceof RowScope.All)) {
            tests.add(Scopes.rows(fact, scope));
            bindings.addAll(Scopes.values(scope));
        }
        return new SqlCondition(tests.isEmpty() ? "1 = 1" : String.join(" AND ", tests), bindings.values(), words(resolved, scope), resolved);
    }

    /** Which of a fact's rows a filter keeps. @param resolved takes in the filter with its values as the data writes them */
    String test(Handle handle, Warehouse warehouse, Fact fact, Filter filter, RowScope scope, Bindings bindings, List<Filter> resolved) {
        var dimension = model.dimension(filter.dimension());
        if (!dimension.members().reaches(fact)) {
            throw new UserError(UserError.Category.BAD_INPUT, "These rows cannot be narrowed by " + dimension.name() + ".",
                    "Dimensions: " + reaching(fact) + ".");
        }
        if (dimension.members().isGrain()) {
            resolved.add(new Filter(dimension.name(), filter.op(), filter.values()));
            return days(warehouse.state(handle), dimension, filter, fact.day(), bindings);
        }
        bind(dimension, bindings);
        return members(handle, warehouse, fact, dimension, filter, scope, bindings, resolved);
    }

    /** What a statement needs to be given for a dimension. @throws MissingData when there are too few customers to tell segments apart */
    void bind(Dimension dimension, Bindings bindings) {
        if (dimension.members() == Source.SEGMENT) {
            bindings.put(Source.SEGMENTS, segments.orElseThrow(() -> new MissingData(model.missing("segments"))));
        }
    }

    /** Which days the period and the filters on time leave. @param day a column of days */
    String days(Handle handle, Warehouse warehouse, String day, List<Filter> filters, Period period, Bindings bindings) {
        List<String> tests = new ArrayList<>(List.of(within(day, period, bindings)));
        for (var filter : filters) {
            var dimension = model.dimension(filter.dimension());
            if (dimension.members().isGrain()) {
                tests.add(days(warehouse.state(handle), dimension, filter, day, bindings));
            } else if (dimension.members() == Source.WEEKDAY) {
                var found = found(members.of(handle, warehouse, dimension, new RowScope.All()), dimension, filter, new ArrayList<>());
                tests.add(choice(filter, weekdays(day, found.stream().map(Member::id).toList(), bindings)));
            }
        }
        return String.join(" AND ", tests);
    }

    private String days(DataState state, Dimension dimension, Filter filter, String day, Bindings bindings) {
        return new TimeFilter(Grain.of(dimension.members().word()), periods(state)).sql(day, filter, bindings);
    }

    private static String within(String day, Period period, Bindings bindings) {
        return day + " >= " + bindings.day(period.from()) + " AND " + day + " < " + bindings.day(period.end());
    }

    private String members(Handle handle, Warehouse warehouse, Fact fact, Dimension dimension, Filter filter, RowScope scope,
                           Bindings bindings, List<Filter> resolved) {
        var source = dimension.members();
        if (members.of(handle, warehouse, dimension, new RowScope.All()).isEmpty()) {
            throw new MissingData(dimension.label());
        }
        var visible = members.of(handle, warehouse, dimension, scope);
        List<String> names = new ArrayList<>();
        var found = found(visible, dimension, filter, names);
        resolved.add(new Filter(dimension.name(), filter.op(), names));
        if (filter.op() == Filter.Operator.CONTAINS && source.isKeyed() && source.hasCode()) {
            return containing(fact, source, Names.fold(filter.values().getFirst()), bindings);
        }
        return choice(filter, among(fact, dimension, found.stream().map(Member::id).distinct().toList(), bindings));
    }

    /**
     * The members that a filter names.
     *
     * @param names takes in how the data writes the filter's values
     */
    private static List<Member> found(List<Member> visible, Dimension dimension, Filter filter, List<String> names) {
        if (filter.op() == Filter.Operator.CONTAINS) {
            var part = Names.fold(filter.values().getFirst());
            var found = visible.stream().filter(member -> Names.fold(member.name()).contains(part) || Names.fold(member.code()).contains(part)).toList();
            if (found.isEmpty()) {
                throw new UnknownMember(dimension, filter.values().getFirst(), Members.near(visible, filter.values().getFirst()));
            }
            names.addAll(filter.values());
            return found;
        }
        if (filter.op().isOrdering()) {
            return MemberOrder.among(visible, dimension, filter, names);
        }
        List<Member> found = new ArrayList<>();
        for (var value : filter.values()) {
            var called = Members.called(visible, value);
            if (called.isEmpty()) {
                throw new UnknownMember(dimension, value, Members.near(visible, value));
            }
            found.addAll(called);
            names.add(called.getFirst().name());
        }
        return found;
    }

    /** Rows without such a member are not one of them either. */
    private static String choice(Filter filter, String among) {
        return filter.op() == Filter.Operator.IS_NOT ? "CASE WHEN " + among + " THEN 0 ELSE 1 END = 1" : among;
    }

    private static String among(Fact fact, Dimension dimension, List<String> ids, Bindings bindings) {
        if (ids.isEmpty()) {
            return "1 = 0";
        }
        return dimension.members() == Source.WEEKDAY ? weekdays(fact.day(), ids, bindings) : dimension.rowsAmong(fact, ids, bindings);
    }

    private static String weekdays(String day, List<String> numbers, Bindings bindings) {
        return day + " IN (SELECT day FROM calendar WHERE weekday IN " + bindings.numbers(numbers.stream().map(Long::valueOf).toList()) + ")";
    }

    /** Compares with REPLACE, which every engine has: a text changes where the part is taken out exactly if it holds the part. */
    private static String containing(Fact fact, Source source, String part, Bindings bindings) {
        var value = bindings.add(part);
        return source.rowsWhere(fact, "(REPLACE(name_folded, " + value + ", '') <> name_folded OR REPLACE(code_folded, " + value + ", '') <> code_folded)");
    }

    private String reaching(Fact fact) {
        return model.dimensions().stream().filter(dimension -> dimension.members().reaches(fact)).map(Dimension::name)
                .collect(Collectors.joining(", "));
    }

    private Periods periods(DataState state) {
        if (state.firstDay() == null || state.newestDay() == null) {
            throw new MissingData(model.missing(Subject.SALES));
        }
        return new Periods(state.firstDay(), state.newestDay());
    }

    private static List<String> words(List<Filter> filters, RowScope scope) {
        List<String> words = new ArrayList<>();
        filters.forEach(filter -> words.add(filter.words()));
        if (scope instanceof RowScope.OfRep(String rep)) {
            words.add("your accounts (" + rep + ")");
        }
        return words;
    }
}
