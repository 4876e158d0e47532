package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.List;
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

    Conditions(SemanticModel model, Members members) {
        this.model = model;
        this.members = members;
    }

    /** Throws as {@link MetricQueries#run}. */
    SqlCondition of(Handle handle, Warehouse warehouse, Fact fact, List<Filter> filters, @Nullable Period period, RowScope scope) {
        var bindings = new Bindings();
        List<String> tests = new ArrayList<>();
        List<Filter> resolved = new ArrayList<>();
        if (period != null) {
            tests.add(fact.day() + " >= " + bindings.day(period.from()));
            tests.add(fact.day() + " < " + bindings.day(period.end()));
        }
        for (var filter : filters) {
            check(filter);
            var dimension = model.dimension(filter.dimension());
            if (!dimension.members().reaches(fact)) {
                throw new UserError(UserError.Category.BAD_INPUT, "These rows cannot be narrowed by " + dimension.name() + ".",
                        "Dimensions: " + reaching(fact) + ".");
            }
            if (dimension.isTime() && dimension.members() != Source.WEEKDAY) {
                tests.add(new TimeFilter(Grain.of(dimension.members().word()), periods(warehouse.state(handle))).sql(fact, filter, bindings));
                resolved.add(new Filter(dimension.name(), filter.op(), filter.values()));
            } else {
                tests.add(members(handle, warehouse, fact, dimension, filter, scope, bindings, resolved));
            }
        }
        if (!(scope instanceof RowScope.All)) {
            tests.add(Scopes.rows(fact, scope));
            bindings.addAll(Scopes.values(scope));
        }
        return new SqlCondition(tests.isEmpty() ? "1 = 1" : String.join(" AND ", tests), bindings.values(), words(resolved, scope), resolved);
    }

    private String members(Handle handle, Warehouse warehouse, Fact fact, Dimension dimension, Filter filter, RowScope scope,
                           Bindings bindings, List<Filter> resolved) {
        var source = dimension.members();
        if (members.of(handle, warehouse, dimension, new RowScope.All()).isEmpty()) {
            throw new MissingData(dimension.label());
        }
        var visible = members.of(handle, warehouse, dimension, scope);
        if (filter.op() == Filter.Operator.CONTAINS) {
            return containing(fact, dimension, filter, visible, bindings, resolved);
        }
        List<Member> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (var value : filter.values()) {
            var called = Members.called(visible, value);
            if (called.isEmpty()) {
                throw new UnknownMember(dimension, value, Members.near(visible, value));
            }
            found.addAll(called);
            names.add(called.getFirst().name());
        }
        resolved.add(new Filter(dimension.name(), filter.op(), names));
        var among = among(fact, source, found.stream().map(Member::id).distinct().toList(), bindings);
        return switch (filter.op()) {
            case IS, IN, CONTAINS -> among;
            // rows without such a member are not one of them either
            case IS_NOT -> "CASE WHEN " + among + " THEN 0 ELSE 1 END = 1";
            case BETWEEN, AT_LEAST, AT_MOST -> throw new UserError(UserError.Category.BAD_INPUT,
                    "\"" + dimension.name() + "\" has no order, so \"" + filter.op().name().toLowerCase(java.util.Locale.ROOT) + "\" does not fit it.",
                    "Use is, is_not, in or contains.");
        };
    }

    private static String among(Fact fact, Source source, List<String> ids, Bindings bindings) {
        if (source == Source.WEEKDAY) {
            var days = ids.stream().map(Long::valueOf).map(bindings::add).collect(Collectors.joining(", "));
            return fact.day() + " IN (SELECT day FROM calendar WHERE weekday IN (" + days + "))";
        }
        return source.rowsWhere(fact, source.id() + " IN " + bindings.list(ids));
    }

    /** Compares with REPLACE, which every engine has: a text changes where the part is taken out exactly if it holds the part. */
    private static String containing(Fact fact, Dimension dimension, Filter filter, List<Member> visible, Bindings bindings, List<Filter> resolved) {
        var source = dimension.members();
        var part = Names.fold(filter.values().getFirst());
        var found = visible.stream().filter(member -> Names.fold(member.name()).contains(part) || Names.fold(member.code()).contains(part)).toList();
        if (found.isEmpty()) {
            throw new UnknownMember(dimension, filter.values().getFirst(), Members.near(visible, filter.values().getFirst()));
        }
        resolved.add(new Filter(dimension.name(), filter.op(), List.of(filter.values().getFirst())));
        if (!source.isKeyed() || !source.hasCode()) {
            return among(fact, source, found.stream().map(Member::id).toList(), bindings);
        }
        var value = bindings.add(part);
        return source.rowsWhere(fact, "(REPLACE(name_folded, " + value + ", '') <> name_folded OR REPLACE(code_folded, " + value + ", '') <> code_folded)");
    }

    private static void check(Filter filter) {
        int least = filter.op() == Filter.Operator.BETWEEN ? 2 : 1;
        int most = switch (filter.op()) {
            case IS, IN, IS_NOT -> Integer.MAX_VALUE;
            case BETWEEN -> 2;
            case CONTAINS, AT_LEAST, AT_MOST -> 1;
        };
        if (filter.values().size() < least || filter.values().size() > most || filter.values().stream().anyMatch(String::isBlank)) {
            throw new UserError(UserError.Category.BAD_INPUT, "The filter on \"" + filter.dimension() + "\" has " + filter.values().size()
                    + " values.", "\"between\" takes two; \"contains\", \"at_least\" and \"at_most\" one; the others one or more.");
        }
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
        for (var filter : filters) {
            var values = String.join(", ", filter.values());
            words.add(filter.dimension() + switch (filter.op()) {
                case IS, IN -> " is ";
                case IS_NOT -> " is not ";
                case CONTAINS -> " contains ";
                case BETWEEN -> " is between ";
                case AT_LEAST -> " from ";
                case AT_MOST -> " up to ";
            } + values);
        }
        if (scope instanceof RowScope.OfRep(String rep)) {
            words.add("your accounts (" + rep + ")");
        }
        return words;
    }
}
