package org.salesconsultant.assistant.planner;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.Spoken;
import org.salesconsultant.sales.TimeMention;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.semantic.Filter;

/** Turns one sentence into a plan: for numbers, for another tool, or as a change of the plan before it. For one viewer. */
final class ClausePlanning {
    private static final String NUMBERS = "query_metrics";
    private static final String FORECAST = "forecast";
    private static final int LONGEST_NAME = 6;
    /** As far as the forecast tool goes. */
    private static final int YEARS_AHEAD = 5;
    private static final String EXPLAIN = "explain_change";
    private static final String BASKETS = "basket_rules";
    private static final String QUOTAS = "quota_outlook";
    private static final String WHAT_IF = "what_if";

    private final PlannerKnowledge knowledge;
    private final Language language;
    private final Periods periods;
    private final NearNames nearNames;
    private final Sentences sentences;
    private final Times times;
    private final FollowUps followUps;
    private final MetricSlots metricSlots;
    private final QuotaSlots quotas;
    private final ScenarioSlots scenarios;
    private final Pattern pairings;

    ClausePlanning(PlannerKnowledge knowledge, Language language, Periods periods, NearNames nearNames, Sentences sentences, Times times, FollowUps followUps) {
        this.knowledge = knowledge;
        this.language = language;
        this.periods = periods;
        this.nearNames = nearNames;
        this.sentences = sentences;
        this.times = times;
        this.followUps = followUps;
        this.metricSlots = new MetricSlots(knowledge.model(), sentences, times);
        this.quotas = new QuotaSlots(knowledge.prospects(), times);
        this.scenarios = new ScenarioSlots(knowledge.prompt(), times, sentences);
        this.pairings = Pattern.compile(String.join("|", knowledge.prompt().pairings()), Pattern.CASE_INSENSITIVE);
    }

    /** What can come of one sentence. @param context members and times that the next sentence is about, or null */
    record Read(@Nullable Plan plan, @Nullable Refusal refusal, @Nullable Slots context) {}

    Read read(Reading reading, Clause said, @Nullable Plan last, boolean amongOthers) {
        var clause = FollowUps.countingRows(said, last);
        try {
            var plan = knowledge.has(WHAT_IF) && scenarios.asks(clause) ? supposed(reading, clause) : numbers(reading, clause, last);
            if (plan != null) {
                return new Read(plan, null, null);
            }
            if (last == null && clause.has(Role.ALSO) && clause.isClear() && !clause.namesMetric()) {
                throw sentences.clarify(sentences.say("no_state"), List.of()); // 那款也要
            }
            if (amongOthers && clause.isClear() && clause.isOfData() && clause.leftOut().isEmpty() && !clause.namesMetric() && clause.dimensions().isEmpty()) {
                return clause.filters().stream().allMatch(Slots::isExclusion) && clause.has(Role.EXCLUDE) && !clause.times().isEmpty()
                        ? new Read(null, null, Slots.EMPTY.withFilters(clause.filters()))
                        : new Read(null, null, Slots.EMPTY.withFilters(clause.filters()).withPeriod(MetricSlots.name(times.of(clause, null).period())));
            }
            return new Read(other(reading, clause, last), null, null);
        } catch (Refusal e) {
            return new Read(null, e, null);
        }
    }

    /** A plan for numbers, or a change of the last plan; null when the sentence is for another tool. */
    private @Nullable Plan numbers(Reading reading, Clause clause, @Nullable Plan last) {
        if (clause.has(Role.WHY)) {
            return isBareWhy(clause) ? why(last) : null;
        }
        if (!clause.isClear()) {
            return null;
        }
        if (clause.has(Role.THERE) && last == null && clause.filters().isEmpty()) {
            throw sentences.clarify(sentences.say("no_state"), List.of()); // where?
        }
        var base = last == null ? null : period(last.slots());
        if (last != null && followUps.is(clause)) {
            return changed(last, followUps.edit(last.slots(), clause, base));
        }
        if (isVagueAlone(clause)) {
            return new Plan(NUMBERS, Objects.requireNonNull(metricSlots.read(clause, null))); // asks which is meant
        }
        if (isBareVague(clause)) {
            var likeliest = choice(reading, clause, last).tool();
            if (likeliest.isPresent() && !NUMBERS.equals(likeliest.get())) {
                return null;
            }
        }
        if (asksWhatGoesWith(clause)) {
            return checked(BASKETS, Slots.EMPTY.withFilters(clause.filters()).withText(clause.text()));
        }
        if (knowledge.has(QUOTAS) && quotas.asks(clause)) {
            return checked(QUOTAS, quotas.slots(clause, last));
        }
        var slots = metricSlots.read(clause, base);
        if (slots == null || splitsOneMember(clause, slots)) {
            return null;
        }
        if (isBare(clause)) {
            throw sentences.bareMetric(slots.metrics().getFirst());
        }
        if (clause.has(Role.PRONOUN)) {
            slots = slots.replacingFilters(referents(clause, last));
        }
        return slots.horizon() == null ? new Plan(NUMBERS, slots) : forecast(slots);
    }

    private Plan supposed(Reading reading, Clause clause) {
        var strange = knowledge.choice().strange(reading, clause, WHAT_IF).stream().filter(unknown -> !scenarios.isRead(unknown.words())).toList();
        if (!strange.isEmpty()) {
            throw strange.getFirst().named() ? sentences.unknownName(reading, strange.getFirst(), nearNames.of(strange.getFirst()))
                    : sentences.unknownWords(strange, List.of());
        }
        return checked(WHAT_IF, scenarios.slots(clause, metrics(clause)));
    }

    /** "Which products were bought with L200?" names no metric and is no question for the revenue of L200. */
    private static boolean splitsOneMember(Clause clause, Slots slots) {
        return clause.metrics().isEmpty() && clause.vague().isEmpty() && slots.filters().stream()
                .anyMatch(filter -> filter.op() == Filter.Operator.IS && slots.dimensions().contains(filter.dimension()));
    }

    Plan changed(Plan last, Slots slots) {
        if (QUOTAS.equals(last.tool()) && slots.metrics().isEmpty()) {
            return checked(QUOTAS, QuotaSlots.inPeriod(slots));
        }
        if (slots.horizon() != null && !FORECAST.equals(last.tool())) {
            return forecast(slots);
        }
        var plan = new Plan(last.tool(), slots);
        if (knowledge.has(last.tool()) && !knowledge.arguments(last.tool()).takes(slots)) {
            if (!slots.metrics().isEmpty()) {
                return new Plan(NUMBERS, slots.withHorizon(null).withBy(null));
            }
            throw sentences.outOfScope(sentences.say("cannot_narrow", "tool", last.tool().replace('_', ' '), "words", narrowing(slots)), List.of());
        }
        return plan;
    }

    private Plan forecast(Slots slots) {
        boolean fromBelow = slots.order() != null && !slots.order().descending();
        if (slots.period() != null || slots.compareTo() != null || fromBelow || slots.metrics().size() > 1) {
            throw sentences.clarify(sentences.say("unreadable_time"), List.of());
        }
        // "which country will sell most": the usual ones beside each other show it
        return checked(FORECAST, slots.withOrder(null).withLimit(Objects.equals(slots.limit(), 1) ? null : slots.limit()));
    }

    private static boolean isBareWhy(Clause clause) {
        return !clause.isOfData() && clause.isClear();
    }

    private Plan why(@Nullable Plan last) {
        if (last == null || last.slots().metrics().isEmpty()) {
            throw sentences.clarify(sentences.say("no_state"), List.of());
        }
        return checked(EXPLAIN, last.slots().withDimensions(List.of()).withOrder(null).withLimit(null).withHorizon(null));
    }

    private boolean asksWhatGoesWith(Clause clause) {
        return knowledge.has(BASKETS) && pairings.matcher(clause.text()).find() && names(clause, "product") && clause.times().isEmpty()
                && clause.unknown().stream().noneMatch(Clause.Unknown::named)
                && clause.dimensions().stream().allMatch("customer"::equals);
    }

    private static boolean names(Clause clause, String dimension) {
        return clause.filters().stream().anyMatch(filter -> filter.dimension().equals(dimension) && !Slots.isExclusion(filter));
    }

    /** "Returns?" */
    private static boolean isVagueAlone(Clause clause) {
        return clause.mentions().stream().allMatch(mention -> mention instanceof Mention.OfVague || mention instanceof Mention.OfSign);
    }

    private static boolean isBareVague(Clause clause) {
        return clause.metrics().isEmpty() && clause.rankings().isEmpty() && !clause.vague().isEmpty() && clause.times().isEmpty()
                && clause.filters().isEmpty() && clause.dimensions().isEmpty();
    }

    private static boolean isBare(Clause clause) {
        return clause.mentions().stream().allMatch(mention -> mention instanceof Mention.OfMetric || mention instanceof Mention.OfEither
                || mention instanceof Mention.OfSign || mention instanceof Mention.OfRole(var from, var to, var role) && (role == Role.ARTICLE || role == Role.POSSESSIVE))
                && clause.metrics().size() == 1;
    }

    /** "Put our customers into groups by how they buy": they are named before. */
    private static boolean refersBack(Clause clause) {
        return clause.has(Role.PRONOUN) && !clause.dimensions().contains("customer") && !clause.dimensions().contains("product") && !clause.metrics().contains("customers");
    }

    private List<Filter> referents(Clause clause, @Nullable Plan last) {
        var filters = FollowUps.referents(last);
        boolean ofSomebody = clause.filters().isEmpty() || References.speaksOfOne(clause.text()) && clause.filters().stream().noneMatch(filter -> FollowUps.REFERRED.contains(filter.dimension()));
        if (filters.isEmpty() && ofSomebody) { // hotels can be "they", but not "he"
            throw sentences.clarify(sentences.say("which_member", "dimension", sentences.dimension("customer")), List.of());
        }
        return filters;
    }

    /** A plan for a tool other than the one for numbers. */
    private Plan other(Reading reading, Clause clause, @Nullable Plan last) {
        if (!clause.shared().isEmpty()) {
            throw sentences.sharedName(reading, clause.shared().getFirst());
        }
        if (clause.derives()) {
            throw leftOver(reading, clause);
        }
        if (asksWhatGoesWith(clause)) {
            return checked(BASKETS, Slots.EMPTY.withFilters(clause.filters()).withText(clause.text()));
        }
        var choice = choice(reading, clause, last);
        var likeliest = choice.tool().filter(name -> !NUMBERS.equals(name));
        if (knowledge.has(WHAT_IF) && scenarios.supposes(clause) && likeliest.filter(ToolChoice.SEARCH::equals).isEmpty()) {
            return checked(WHAT_IF, scenarios.unmodelled(clause));
        }
        var tool = likeliest
                .or(() -> foretells(reading, clause) ? Optional.of(FORECAST) : Optional.empty())
                .orElseThrow(() -> leftOver(reading, clause, choice.near()));
        if (ToolChoice.SEARCH.equals(tool)) {
            return checked(tool, Slots.EMPTY.withText(clause.text()));
        }
        if (FORECAST.equals(tool) && !clause.strayNumbers().isEmpty()) {
            throw leftOver(reading, clause);
        }
        if (FORECAST.equals(tool) && !looksAhead(clause) && !knowledge.choice().isSigned(reading, clause, FORECAST)) {
            throw leftOver(reading, clause);
        }
        var strange = knowledge.choice().strange(reading, clause, tool);
        strange.stream().filter(Clause.Unknown::named).findFirst().ifPresent(name -> {
            throw sentences.unknownName(reading, name, nearNames.of(name));
        });
        refuseNarrower(reading, clause, tool, strange);
        if (WHAT_IF.equals(tool)) {
            return checked(tool, scenarios.slots(clause, metrics(clause)));
        }
        if (QUOTAS.equals(tool)) {
            return checked(tool, quotas.slots(clause, last));
        }
        var said = takesNoPeriod(tool) && isAppointment(clause) ? new Times.Said(null, null, null) : times.of(clause, null); // "I see them tomorrow: who are they?"
        var filters = refersBack(clause) && clause.filters().isEmpty() ? referents(clause, last) : clause.filters();
        var slots = new Slots(metrics(clause), dimensions(tool, clause), filters, MetricSlots.name(said.period()), MetricSlots.name(said.compareTo()), null,
                limit(clause), said.horizon(), ranking(clause), clause.text(), Slots.Extras.NONE, null);
        return checked(tool, slots);
    }

    /** What would be answered for all though it was asked of some: "forecast weekend revenue", "which new customers may leave". */
    private void refuseNarrower(Reading reading, Clause clause, String tool, List<Clause.Unknown> strange) {
        if (Qualifiers.countedNarrow(clause.mentions())) {
            throw sentences.newOrRepeat(clause.metrics().stream().filter(name -> !Qualifiers.COUNTED.contains(name)).findFirst().orElse("revenue"));
        }
        var counted = clause.metrics().stream().filter(Qualifiers.COUNTED::contains).findFirst();
        if (counted.isPresent() && knowledge.has(tool) && !knowledge.arguments(tool).takes(Slots.EMPTY.withMetrics(List.of(counted.get())))) {
            throw sentences.outOfScope(sentences.say("cannot_narrow", "tool", tool.replace('_', ' '), "words", sentences.metric(counted.get())), List.of());
        }
        var narrower = clause.unknown().stream().filter(unknown -> strange.contains(unknown) || !WHAT_IF.equals(tool) && isRole(clause, unknown))
                .filter(unknown -> Qualifiers.qualifies(clause.mentions(), unknown)).toList();
        if (!narrower.isEmpty()) {
            throw sentences.unknownWords(reading, narrower, List.of());
        }
    }

    private static boolean isRole(Clause clause, Clause.Unknown unknown) {
        return clause.mentions().stream().anyMatch(mention -> mention instanceof Mention.OfRole && mention.from() == unknown.from() && mention.to() == unknown.to());
    }

    /** Among the tools that have what they cannot do without. */
    private ToolChoice.Choice choice(Reading reading, Clause clause, @Nullable Plan last) {
        var referents = refersBack(clause) ? FollowUps.referents(last) : List.<Filter>of();
        var known = Slots.EMPTY.withMetrics(metrics(clause)).withText(clause.text()).withFilters(clause.filters()).replacingFilters(referents);
        return knowledge.choice().choose(reading, clause, language, referents.isEmpty() ? null : referents.getFirst().dimension(),
                tool -> !(ToolChoice.SEARCH.equals(tool) && asksFigure(clause)) && (!knowledge.has(tool) || knowledge.arguments(tool).missing(known).stream().allMatch("by"::equals)));
    }

    /** Documents have no figures of a period. */
    private static boolean asksFigure(Clause clause) {
        return clause.namesMetric() && (!clause.times().isEmpty() || clause.has(Role.HOW_MANY) || clause.has(Role.HOW_MUCH));
    }

    /** Every word is known, or said where forecasts are asked for. */
    private boolean foretells(Reading reading, Clause clause) {
        return clause.namesMetric() && looksAhead(clause) && clause.strayNumbers().isEmpty() && knowledge.choice().strange(reading, clause, FORECAST).isEmpty();
    }

    /** "What should I offer them" asks for no "offer" that a file has of campaigns. */
    private List<String> dimensions(String tool, Clause clause) {
        return clause.dimensions().stream().filter(name -> !knowledge.has(tool) || knowledge.arguments(tool).takes(Slots.EMPTY.withDimensions(List.of(name)))
                || !knowledge.choice().says(tool, Names.fold(knowledge.model().dimension(name).label().en()))).toList();
    }

    /** "Seeing them tomorrow, …" */
    private static boolean isAppointment(Clause clause) {
        var text = clause.reading().text();
        return looksAhead(clause) && clause.times().stream().allMatch(time -> text.substring(time.end()).matches("(?s)[^,，]{0,25}[,，].*"));
    }

    private boolean takesNoPeriod(String tool) {
        return knowledge.has(tool) && !knowledge.arguments(tool).takes(Slots.EMPTY.withPeriod("this year")) && !knowledge.arguments(tool).takes(Slots.EMPTY.withHorizon(new Slots.Horizon(org.salesconsultant.sales.Grain.DAY, 1)));
    }

    private static boolean looksAhead(Clause clause) {
        return clause.times().stream().anyMatch(TimeMention.Ahead.class::isInstance);
    }

    private static List<String> metrics(Clause clause) {
        return !clause.metrics().isEmpty() ? List.of(clause.metrics().getFirst())
                : clause.vague().isEmpty() ? List.of() : List.of(clause.vague().getFirst().usually());
    }

    private static @Nullable Integer limit(Clause clause) {
        return clause.limit() != null ? clause.limit() : clause.strayNumbers().size() == 1 ? Integer.valueOf(clause.strayNumbers().getFirst().value()) : null;
    }

    private String ranking(Clause clause) {
        var text = clause.text().toLowerCase(Locale.ROOT);
        return knowledge.rankings().entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(text::contains))
                .map(Map.Entry::getKey).findFirst().orElse("churn_risk");
    }

    /** The plan, if the tool is there and can be told all of it. */
    Plan checked(String tool, Slots slots) {
        if (!knowledge.has(tool)) {
            throw sentences.outOfScope(sentences.say("missing_tool", "label", knowledge.label(tool, language)), instead(slots));
        }
        var ahead = slots.horizon();
        if (ahead != null && ahead.grain().plus(periods.now(), ahead.steps()).isAfter(periods.now().plusYears(YEARS_AHEAD))) {
            throw sentences.outOfScope(sentences.say("beyond_data", "newest", new Spoken(language, null).date(periods.now()), "years", YEARS_AHEAD),
                    List.of(sentences.say("option_forecast", "metric", sentences.metric(slots.metrics().isEmpty() ? "revenue" : slots.metrics().getFirst()))));
        }
        var arguments = knowledge.arguments(tool);
        if (!arguments.takes(slots)) {
            throw sentences.outOfScope(sentences.say("cannot_narrow", "tool", tool.replace('_', ' '), "words", narrowing(slots)), List.of());
        }
        for (var missing : arguments.missing(slots)) {
            if (!"by".equals(missing)) {
                throw sentences.clarify(sentences.say("which_member", "dimension", "metric".equals(missing) ? missing : sentences.dimension(missing)), List.of());
            }
        }
        return new Plan(tool, slots);
    }

    private List<String> instead(Slots slots) {
        var metric = sentences.metric(slots.metrics().isEmpty() ? "revenue" : slots.metrics().getFirst());
        return List.of(sentences.say("option_by_month", "metric", metric), sentences.say("option_top", "metric", metric));
    }

    private String narrowing(Slots slots) {
        return Stream.concat(Stream.concat(Stream.ofNullable(slots.period()), Stream.ofNullable(slots.compareTo())),
                Stream.concat(slots.filters().stream().flatMap(filter -> filter.values().stream()), slots.dimensions().stream().map(sentences::dimension)))
                .findFirst().orElseGet(() -> String.valueOf(slots.limit()));
    }

    private Refusal leftOver(Reading reading, Clause clause) {
        return leftOver(reading, clause, List.of());
    }

    /** What to say of a sentence that no tool is for. @param near tools of which one may be meant */
    private Refusal leftOver(Reading reading, Clause clause, List<String> near) {
        boolean isOfData = clause.namesMetric() || !clause.filters().isEmpty() || !clause.dimensions().isEmpty() || !clause.leftOut().isEmpty();
        for (var unknown : clause.unknown()) {
            if (unknown.named() && isOfData && isShort(clause) && clause.unknown().stream().allMatch(Clause.Unknown::named)) {
                return sentences.unknownName(reading, unknown, nearNames.of(unknown));
            }
        }
        var others = near.stream().filter(tool -> !NUMBERS.equals(tool)).toList(); // numbers were tried before
        if (others.size() > 1) {
            return sentences.clarify(sentences.say("which_tool"), others.stream().map(tool -> knowledge.choice().example(tool, language, members(clause))).toList());
        }
        if (isOfData && !clause.unknown().isEmpty()) {
            return sentences.unknownWords(reading, clause.unknown(), instead(Slots.EMPTY.withMetrics(metrics(clause))));
        }
        if (isOfData && !clause.strayNumbers().isEmpty()) {
            var number = clause.strayNumbers().getFirst();
            return sentences.unknownWords(List.of(new Clause.Unknown(number.from(), number.to(), reading.words(number), null, false)), List.of());
        }
        if (clause.unknown().isEmpty() && (!clause.times().isEmpty() || !clause.filters().isEmpty()) && !clause.has(Role.WHY)) {
            return sentences.whatAbout(clause, times.of(clause, null));
        }
        return clause.unknown().isEmpty() && knowledge.clauses().isTalk(clause) ? greeting() : notUnderstood();
    }

    /** What is named, by dimension, as it is said without doubt. */
    private Map<String, String> members(Clause clause) {
        return clause.filters().stream().filter(filter -> filter.op() == Filter.Operator.IS)
                .collect(Collectors.toMap(Filter::dimension, filter -> sentences.say("option_named", "dimension", sentences.dimension(filter.dimension()), "name", filter.values().getFirst()), (one, other) -> one));
    }

    /** Whether the unknown words can be one name; a long run of them is about something else. */
    private static boolean isShort(Clause clause) {
        return isShort(List.of(clause));
    }

    static boolean isShort(List<Clause> clauses) {
        return clauses.stream().flatMap(clause -> clause.mentions().stream()).filter(Mention.Unknown.class::isInstance).count() <= LONGEST_NAME;
    }

    Refusal elsewhere() {
        return sentences.outOfScope(sentences.say("elsewhere"), List.of());
    }

    private Refusal greeting() {
        return sentences.clarify(sentences.say("greeting"), instead(Slots.EMPTY));
    }

    Refusal notUnderstood() {
        return sentences.outOfScope(sentences.say("not_understood"), instead(Slots.EMPTY));
    }

    @Nullable Period period(Slots slots) {
        if (slots.period() == null) {
            return null;
        }
        try {
            return periods.read(slots.period());
        } catch (UserError e) {
            return null;
        }
    }
}
