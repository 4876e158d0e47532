package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.salesconsultant.sales.UserError;

/** What {@code config/metrics.yaml} must fulfil beyond its shape; a mistake is reported with its line and the fix. */
final class ModelCheck {
    private final List<String> lines;
    private final SemanticModel.Contents contents;

    ModelCheck(String text, SemanticModel.Contents contents) {
        this.lines = text.lines().toList();
        this.contents = contents;
    }

    /** @throws UserError at the first mistake */
    void run() {
        var metrics = names(contents.metrics().stream().map(Metric::name));
        var dimensions = names(contents.dimensions().stream().map(Dimension::name));
        metrics.stream().filter(dimensions::contains).findFirst().ifPresent(name ->
                fail(name, "\"" + name + "\" names a metric and a dimension", "Rename one of them."));
        contents.metrics().forEach(ModelCheck.this::checkFormula);
        for (var source : Source.values()) {
            if (!source.isAttribute() && contents.dimensions().stream().noneMatch(dimension -> dimension.members() == source)) {
                fail("dimensions:", "no dimension has the members \"" + source.word() + "\"", "Add one.");
            }
        }
        contents.ambiguous().forEach(words -> Stream.concat(words.candidates().stream(), Stream.of(words.usually()))
                .forEach(name -> checkKnown("metric", name, metrics)));
        for (var phrase : contents.phrases()) {
            checkKnown("metric", phrase.metric(), metrics);
            checkKnown("dimension", phrase.dimension(), dimensions);
        }
        Stream.concat(Arrays.stream(Subject.values()).map(subject -> subject.name().toLowerCase(Locale.ROOT)), Stream.of("cost", "discount", "dates", "conversions", "quotas_of_region", "quotas_of_rep", "reps_of_orders", "segments"))
                .filter(key -> !contents.missing().containsKey(key)).findFirst()
                .ifPresent(key -> fail("missing:", "missing lacks \"" + key + "\"", "Add it, with en and zh."));
        var codes = Set.of(Locale.getISOCountries());
        contents.countries().keySet().stream().filter(code -> !codes.contains(code)).findFirst()
                .ifPresent(code -> fail(code + ":", "\"" + code + "\" is no ISO 3166 country code", "Use two capital letters, e.g. GB."));
    }

    private Set<String> names(Stream<String> names) {
        var seen = new HashSet<String>();
        names.filter(name -> !seen.add(name)).findFirst()
                .ifPresent(name -> fail("name: " + name, "\"" + name + "\" stands twice", "Remove or rename one of them."));
        return seen;
    }

    private void checkFormula(Metric metric) {
        var formula = metric.formula();
        if (formula.of().isEmpty()) {
            fail("name: " + metric.name(), "the formula of \"" + metric.name() + "\" sums nothing", "Name a measure in \"of\".");
        }
        for (var side : List.of(formula.of(), formula.per())) {
            if (side.stream().map(term -> term.measure().subject()).distinct().count() > 1) {
                fail("name: " + metric.name(), "the formula of \"" + metric.name() + "\" adds up measures of different tables",
                        "Use measures of one table in \"of\" and of one table in \"per\".");
            }
        }
        formula.terms().forEach(term -> checkWhere(metric, term));
    }

    /** Conditions must be on dimensions that a table with the measure has. */
    private void checkWhere(Metric metric, Term term) {
        List<Dimension> named = new ArrayList<>();
        for (var filter : term.where()) {
            var dimension = contents.dimensions().stream().filter(one -> one.name().equals(filter.dimension())).findFirst();
            if (dimension.isEmpty()) {
                fail("name: " + metric.name(), "the formula of \"" + metric.name() + "\" has a condition on \"" + filter.dimension() + "\", which is no dimension",
                        "Name a dimension of this file.");
            }
            dimension.ifPresent(named::add);
            if (filter.values().isEmpty()) {
                fail("name: " + metric.name(), "the condition on \"" + filter.dimension() + "\" in the formula of \"" + metric.name() + "\" has no values",
                        "Give it values, e.g. values: [Spirits].");
            }
        }
        if (term.measure().subject().facts().stream().noneMatch(fact -> named.stream().allMatch(dimension -> dimension.members().reaches(fact)))) {
            fail("name: " + metric.name(), "no table with the measure \"" + term.measure().word() + "\" has " + named.stream().map(Dimension::name).toList(),
                    "Use another dimension in the condition of \"" + metric.name() + "\".");
        }
    }

    private void checkKnown(String kind, String name, Set<String> names) {
        if (!names.contains(name)) {
            fail(name, "there is no " + kind + " \"" + name + "\"", "Name one that stands above.");
        }
    }

    /** @param near text of the line with the mistake; the last one that has it, since definitions stand before uses */
    private void fail(String near, String what, String fix) {
        int line = 0;
        for (int i = 0; i < lines.size(); i++) {
            line = lines.get(i).contains(near) ? i + 1 : line;
        }
        throw new UserError(UserError.Category.BAD_SETUP, SemanticModel.FILE + " line " + line + ": " + what + ".", fix);
    }
}
