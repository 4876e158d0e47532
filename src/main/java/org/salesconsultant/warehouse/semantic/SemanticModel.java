package org.salesconsultant.warehouse.semantic;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;

/** What can be asked for: the metrics and dimensions of {@code config/metrics.yaml}, with the words people use for them. */
public final class SemanticModel {
    static final String FILE = "config/metrics.yaml";
    /** Below this two names are not alike enough to ask "did you mean". */
    private static final double ALIKE = 0.8;

    private final Contents contents;
    private final CountryNames countries;
    private final Map<String, List<String>> otherNames;

    /** The file as written. */
    record Contents(List<Metric> metrics, List<Dimension> dimensions, List<AmbiguousWords> ambiguous, List<Phrase> phrases,
                    Map<String, Text> missing, Map<String, List<String>> countries, @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, List<String>> names) {}

    private SemanticModel(Contents contents) {
        this.contents = contents;
        this.countries = new CountryNames(contents.countries());
        this.otherNames = contents.names().entrySet().stream().collect(Collectors.toUnmodifiableMap(entry -> Names.fold(entry.getKey()),
                entry -> entry.getValue().stream().map(Names::fold).toList()));
    }

    /** @throws UserError with file, line and the fix when {@code config/metrics.yaml} is missing or has a mistake */
    public static SemanticModel load(Home home) {
        var contents = Yaml.read(home, FILE, Contents.class);
        new ModelCheck(home.read(FILE), contents).run();
        return new SemanticModel(contents);
    }

    /** The same with dimensions that only one warehouse has. */
    SemanticModel with(List<Dimension> more) {
        return more.isEmpty() ? this : new SemanticModel(new Contents(contents.metrics(), Stream.concat(dimensions().stream(), more.stream()).toList(),
                contents.ambiguous(), contents.phrases(), contents.missing(), contents.countries(), contents.names()));
    }

    /** The same with one dimension in the place of another. */
    SemanticModel with(Dimension before, Dimension after) {
        return new SemanticModel(new Contents(contents.metrics(), dimensions().stream().map(dimension -> dimension.equals(before) ? after : dimension).toList(),
                contents.ambiguous(), contents.phrases(), contents.missing(), contents.countries(), contents.names()));
    }

    public List<Metric> metrics() {
        return contents.metrics();
    }

    public List<Dimension> dimensions() {
        return contents.dimensions();
    }

    public List<AmbiguousWords> ambiguous() {
        return contents.ambiguous();
    }

    public List<Phrase> phrases() {
        return contents.phrases();
    }

    /**
     * The metric of that name; a label or synonym will do.
     *
     * @throws UserError naming the nearest and all there are
     */
    public Metric metric(String name) {
        return named(name, metrics(), Metric::name)
                .or(() -> called(name, metrics(), Metric::label, Metric::synonyms))
                .orElseThrow(() -> unknown("metric", name, metrics().stream().map(Metric::name).toList()));
    }

    /**
     * The dimension of that name; a label or synonym will do.
     *
     * @throws UserError naming the nearest and all there are
     */
    public Dimension dimension(String name) {
        return named(name, dimensions(), Dimension::name)
                .or(() -> called(name, dimensions(), Dimension::label, Dimension::synonyms))
                .orElseThrow(() -> unknown("dimension", name, dimensions().stream().map(Dimension::name).toList()));
    }

    /** The segments that are made of customers; empty where a company has its own. */
    Optional<Dimension> segments() {
        return dimensions().stream().filter(dimension -> dimension.members() == Source.SEGMENT).findFirst();
    }

    public boolean hasMetric(String name) {
        return named(name, metrics(), Metric::name).isPresent();
    }

    public boolean hasDimension(String name) {
        return named(name, dimensions(), Dimension::name).isPresent();
    }

    /** What to call the dates that some data lacks. */
    Text missingDates(Subject subject) {
        var what = missing(subject);
        var dates = missing("dates");
        return new Text(dates.en().replace("{what}", what.en()), dates.zh().replace("{what}", what.zh()));
    }

    /** What to call the data that a subject needs and the warehouse lacks. */
    Text missing(Subject subject) {
        return missing(subject.name().toLowerCase(Locale.ROOT));
    }

    /** @param key of the section {@code missing} */
    Text missing(String key) {
        return Optional.ofNullable(contents.missing().get(key)).orElseThrow();
    }

    /** A country's name as people of a language say it, from the name the data has. */
    public String country(String name, Language language) {
        return countries.in(name, language);
    }

    /** What else a member of this folded name is called. */
    List<String> otherNames(String folded) {
        return otherNames.getOrDefault(folded, List.of());
    }

    CountryNames countries() {
        return countries;
    }

    /** Whether a name, label or synonym means this dimension. */
    boolean isCalled(Dimension dimension, String name) {
        return dimension.name().equals(name) || called(name, List.of(dimension), Dimension::label, Dimension::synonyms).isPresent();
    }

    private static <T> Optional<T> named(String name, List<T> all, Function<T, String> names) {
        return all.stream().filter(one -> names.apply(one).equals(name)).findFirst();
    }

    private static <T> Optional<T> called(String name, List<T> all, Function<T, Text> label,
                                          Function<T, Words> synonyms) {
        var folded = Names.fold(name);
        return all.stream().filter(one -> Stream.of(Stream.of(label.apply(one).en(), label.apply(one).zh()),
                        synonyms.apply(one).en().stream(), synonyms.apply(one).zh().stream())
                .flatMap(words -> words).anyMatch(word -> Names.fold(word).equals(folded))).findFirst();
    }

    private static UserError unknown(String kind, String name, List<String> all) {
        var similarity = new JaroWinklerSimilarity();
        var nearest = all.stream().max(Comparator.comparingDouble(one -> similarity.apply(one, name)))
                .filter(one -> similarity.apply(one, name) >= ALIKE);
        return new UserError(UserError.Category.BAD_INPUT, "Unknown " + kind + " \"" + name + "\".",
                nearest.map(one -> "Did you mean \"" + one + "\"? ").orElse("")
                        + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + "s: "
                        + all.stream().collect(Collectors.joining(", ")) + ".");
    }
}
