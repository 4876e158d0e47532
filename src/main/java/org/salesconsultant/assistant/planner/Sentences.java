package org.salesconsultant.assistant.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.Spoken;
import org.salesconsultant.sales.TimeMention;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.warehouse.semantic.AmbiguousWords;
import org.salesconsultant.warehouse.semantic.SemanticModel;
import org.salesconsultant.warehouse.semantic.Text;

/** What the planner says when it does not call a tool, in one language. */
final class Sentences {
    private static final List<String> ASKED_MOST = List.of("revenue", "orders", "units_sold");
    private static final int OPTIONS = 4;
    private static final int RUNS_SHOWN = 2;
    private static final int LONGEST_QUOTE = 60;
    /** Jaro-Winkler similarity from which a word is taken for another one misspelt. */
    private static final double A_SLIP = 0.92;

    private final SemanticModel model;
    private final Wording wording;
    private final Language language;
    private final Periods periods;

    Sentences(SemanticModel model, Wording wording, Language language, Periods periods) {
        this.model = model;
        this.wording = wording;
        this.language = language;
        this.periods = periods;
    }

    String say(String key, Object... namesAndValues) {
        return wording.say(language, key, namesAndValues);
    }

    /** A number of new or of repeat customers alone, which only a split shows. */
    Refusal newOrRepeat(String metric) {
        return clarify(say("new_or_repeat", "metric", metric(metric)), List.of(say("option_new_or_repeat", "metric", metric(metric))));
    }

    Refusal clarify(String message, List<String> options) {
        return refusal(Step.Status.CLARIFY, message, options);
    }

    Refusal outOfScope(String message, List<String> options) {
        return refusal(Step.Status.OUT_OF_SCOPE, message, options);
    }

    /** A metric alone: what of it? */
    Refusal bareMetric(String metric) {
        var name = metric(metric);
        return clarify(say("bare", "what", name), List.of(say("option_total", "metric", name), say("option_by_month", "metric", capital(name)),
                say("option_top", "metric", name)));
    }

    /** Members and times without a word for what to tell of them: offers the metrics asked for most. */
    Refusal whatAbout(Clause clause, Times.Said said) {
        var spoken = new Spoken(language, null);
        var members = spoken.list(clause.filters().stream().filter(filter -> !Slots.isExclusion(filter)).flatMap(filter -> filter.values().stream()).toList());
        var period = said.period() == null ? "" : spoken.period(said.period());
        var options = ASKED_MOST.stream().map(this::metric).map(metric -> said.compareTo() != null && members.isEmpty()
                ? say("option_compare", "metric", metric, "period", period, "before", spoken.period(said.compareTo()))
                : capital(say("option_about", "metric", metric, "members", members, "period", period,
                        "of", members.isEmpty() ? "no" : "yes", "in", period.isEmpty() ? "no" : "yes"))).toList();
        return clarify(say("what_about"), options);
    }

    /** A word for several metrics alone. */
    Refusal bareWords(AmbiguousWords words, String said) {
        return clarify(say("bare", "what", said), words.candidates().stream().map(metric -> say("option_total", "metric", metric(metric))).toList());
    }

    /** Options repeat the question with one reading put in. */
    Refusal ambiguousDate(Reading reading, TimeMention.Ambiguous time) {
        var spoken = new Spoken(language, null);
        return clarify(say("ambiguous_date", "words", reading.text().substring(time.start(), time.end())), time.readings().stream()
                .map(period -> replaced(reading.text(), time.start(), time.end(), spoken.dates(period))).toList());
    }

    Refusal sharedName(Reading reading, Mention.OfMember mention) {
        var tokens = reading.tokens();
        return clarify(say("ambiguous_name", "words", reading.words(mention)), mention.members().stream()
                .map(member -> replaced(reading.text(), tokens.get(mention.from()).start(), tokens.get(mention.to() - 1).end(),
                        say("option_named", "dimension", dimension(member.dimension()), "name", member.value()))).toList());
    }

    /** A name that nobody here has. @param near names like it */
    Refusal unknownName(Reading reading, Clause.Unknown unknown, List<String> near) {
        if (near.isEmpty()) {
            return refusal(Step.Status.EMPTY, say("unknown_name", "words", unknown.words()), List.of());
        }
        var tokens = reading.tokens();
        return refusal(Step.Status.EMPTY, say("unknown_near", "words", unknown.words(), "near", new Spoken(language, null).list(near)),
                near.stream().map(name -> replaced(reading.text(), tokens.get(unknown.from()).start(), tokens.get(unknown.to() - 1).end(), name)).toList());
    }

    /** Words that mean nothing here; where one is a slip of a known word, the question with that word is offered. */
    Refusal unknownWords(Reading reading, List<Clause.Unknown> unknown, List<String> options) {
        var only = unknown.getFirst();
        var near = unknown.size() == 1 ? near(only.words()) : Optional.<String>empty();
        if (near.isEmpty()) {
            return unknownWords(unknown, options);
        }
        var tokens = reading.tokens();
        var mended = replaced(reading.text(), tokens.get(only.from()).start(), tokens.get(only.to() - 1).end(), near.get());
        return outOfScope(say("unknown_words_near", "words", only.words(), "near", near.get()), Stream.concat(Stream.of(mended), options.stream()).toList());
    }

    /** The word for a metric or dimension that differs by a slip; letters tell that in English only. */
    private Optional<String> near(String words) {
        if (Language.of(words) == Language.CHINESE) {
            return Optional.empty();
        }
        var similarity = new JaroWinklerSimilarity();
        var said = Names.fold(words);
        var known = Stream.concat(model.metrics().stream().flatMap(metric -> Stream.concat(Stream.of(metric.label().en()), metric.synonyms().en().stream())),
                model.dimensions().stream().flatMap(dimension -> Stream.concat(Stream.of(dimension.label().en()), dimension.synonyms().en().stream()))).map(Names::fold);
        return known.filter(word -> similarity.apply(word, said) >= A_SLIP).max(Comparator.comparingDouble(word -> similarity.apply(word, said)));
    }

    Refusal unknownWords(List<Clause.Unknown> unknown, List<String> options) {
        var words = unknown.stream().limit(RUNS_SHOWN).map(Clause.Unknown::words).collect(Collectors.joining(" … "));
        return outOfScope(say("unknown_words", "words", words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) + "…" : words), options);
    }

    /** Growth, with its two usual readings. @param period null: none is named */
    Refusal growth(String metric, @Nullable Period period) {
        if (period == null) {
            return clarify(say("growth"), List.of());
        }
        List<String> options = new ArrayList<>();
        var spoken = new Spoken(language, null);
        for (var before : List.of(periods.before(period), periods.shift(new TimeMention.Shift(true, null), period))) {
            var option = say("option_compare", "metric", metric(metric), "period", spoken.period(period), "before", spoken.period(before));
            if (!options.contains(option)) {
                options.add(option);
            }
        }
        return clarify(say("growth"), options);
    }

    /** The metric's label as it stands in a sentence. */
    String metric(String name) {
        var label = in(model.metric(name).label());
        return language == Language.ENGLISH ? label.substring(0, 1).toLowerCase(language.locale()) + label.substring(1) : label;
    }

    String dimension(String name) {
        return in(model.dimension(name).label()).toLowerCase(language.locale());
    }

    private String in(Text text) {
        return language == Language.CHINESE ? text.zh() : text.en();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static String replaced(String text, int start, int end, String by) {
        return (text.substring(0, start) + by + text.substring(end)).strip();
    }

    private static Refusal refusal(Step.Status status, String message, List<String> options) {
        return new Refusal(new Step.Conclude(status, message, options.subList(0, Math.min(OPTIONS, options.size()))));
    }
}
