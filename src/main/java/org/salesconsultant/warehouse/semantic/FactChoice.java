package org.salesconsultant.warehouse.semantic;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.salesconsultant.sales.UserError;

/** Chooses the table that answers a query. */
final class FactChoice {
    private FactChoice() {}

    /** What a query's metrics are made of, by what their rows are about. */
    static List<Subject> subjects(Asked asked) {
        return asked.metrics().stream().flatMap(Metric::terms).map(term -> term.measure().subject()).distinct().toList();
    }

    /** The terms of a query that are about one subject, each once. */
    static Set<Term> terms(Asked asked, Subject subject) {
        return asked.metrics().stream().flatMap(Metric::terms).filter(term -> term.measure().subject() == subject)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @throws UserError when a metric cannot be split or narrowed as asked */
    static void check(SemanticModel model, Asked asked) {
        subjects(asked).forEach(subject -> of(model, asked, subject, terms(asked, subject)));
    }

    /**
     * The cheapest fact that has everything.
     *
     * @throws UserError when a dimension does not fit the subject
     */
    static Fact of(SemanticModel model, Asked asked, Subject subject, Collection<Term> terms) {
        Set<Dimension> named = new LinkedHashSet<>(asked.dimensions());
        asked.filters().forEach(filter -> named.add(model.dimension(filter.dimension())));
        terms.forEach(term -> term.where().forEach(filter -> named.add(model.dimension(filter.dimension()))));
        return subject.facts().stream().filter(fact -> named.stream().allMatch(dimension -> dimension.members().reaches(fact))).findFirst()
                .orElseThrow(() -> unreachable(model, asked, subject, named));
    }

    private static UserError unreachable(SemanticModel model, Asked asked, Subject subject, Set<Dimension> named) {
        var wrong = named.stream().filter(dimension -> !reaches(subject.facts(), dimension)).findFirst().orElseThrow();
        var metric = asked.metrics().stream().filter(one -> one.terms().anyMatch(term -> term.measure().subject() == subject)).findFirst().orElseThrow();
        return new UserError(UserError.Category.BAD_INPUT, "\"" + metric.name() + "\" cannot be split or narrowed by \"" + wrong.name() + "\".",
                "Dimensions for it: " + model.dimensions().stream().filter(dimension -> reaches(subject.facts(), dimension)).map(Dimension::name)
                        .collect(Collectors.joining(", ")) + ".");
    }

    private static boolean reaches(List<Fact> facts, Dimension dimension) {
        return facts.stream().anyMatch(dimension.members()::reaches);
    }
}
