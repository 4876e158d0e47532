package org.salesconsultant.assistant.planner;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads questions that suppose something: "what if we raise prices by 5%?", "forecast next month without the promotion". */
final class ScenarioSlots {
    private static final String PRICE = "price";
    private static final String PROMOTION = "promotion";
    private static final Pattern OWN = Pattern.compile("\\b(we|our)\\b|我们");
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:%|％|percent|per cent)|百分之\\s*(\\d+(?:\\.\\d+)?|[一二三四五六七八九十]+)");
    private static final Pattern OPENING = Pattern.compile("^(what if|what happens if|suppose|supposing|imagine|如果|假如|假设|要是|倘若)|\\bif (we|i|it|there|our|a|the)\\b");
    private static final String DIGITS = "一二三四五六七八九";
    /** Words for these name the driver or the steps, and split nothing. */
    private static final Set<String> DRIVERS_AND_STEPS = Set.of("campaign", "day", "week", "month", "quarter", "year");
    private static final double HUNDRED = 100;

    private final Map<String, Pattern> drivers;
    private final Pattern suppositions;
    private final Pattern reductions;
    private final Times times;
    private final Sentences sentences;

    ScenarioSlots(PlannerPrompt prompt, Times times, Sentences sentences) {
        this.drivers = prompt.drivers().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> words(entry.getValue())));
        this.suppositions = words(prompt.suppositions());
        this.reductions = words(prompt.reductions());
        this.times = times;
        this.sentences = sentences;
    }

    /** Latin words stand alone. */
    static Pattern words(List<String> words) {
        return Pattern.compile(words.stream().map(word -> word.codePointAt(0) < 128 ? "\\b" + Pattern.quote(word) + "\\b" : Pattern.quote(word)).collect(Collectors.joining("|")));
    }

    /** Whether a sentence about sales supposes something of a driver that can be modelled. */
    boolean asks(Clause clause) {
        var text = text(clause);
        boolean ofSales = supposesPromotion(clause, text) || clause.namesMetric() || clause.times().stream().anyMatch(org.salesconsultant.sales.TimeMention.Ahead.class::isInstance) || SIZE.matcher(text).find();
        return ofSales && suppositions.matcher(text).find() && driver(text).isPresent()
                && (clause.times().isEmpty() || clause.times().stream().allMatch(org.salesconsultant.sales.TimeMention.Ahead.class::isInstance));
    }

    /** "What if we stop promotions?" is of sales without saying so; "what if the price on the label is wrong?" is not. */
    private boolean supposesPromotion(Clause clause, String text) {
        return supposes(clause) && driver(text).filter(PROMOTION::equals).isPresent() && (reductions.matcher(text).find() || OWN.matcher(text).find());
    }

    /** Whether a sentence begins by supposing something, whatever it is. */
    boolean supposes(Clause clause) {
        return OPENING.matcher(text(clause)).find();
    }

    /** A supposition of anything else; the tool says what is modelled. */
    Slots unmodelled(Clause clause) {
        return Slots.EMPTY.withScenario(new Slots.Scenario(clause.text(), null));
    }

    /** @throws Refusal when it is not said by how much a price is to change */
    Slots slots(Clause clause, List<String> metrics) {
        var text = text(clause);
        var said = times.of(clause, null);
        if (said.period() != null || said.compareTo() != null) {
            throw sentences.clarify(sentences.say("unreadable_time"), List.of());
        }
        var driver = driver(text).orElse(clause.text());
        boolean less = reductions.matcher(text).find();
        var size = size(text);
        if (PRICE.equals(driver) && size == null) {
            throw sentences.clarify(sentences.say("by_how_much"), List.of(sentences.say("option_what_if", "change", less ? "-5%" : "5%")));
        }
        double change = PRICE.equals(driver) && size != null ? (less ? -size : size) : less ? 0 : 1;
        var sales = metrics.stream().filter(metric -> !"average_price".equals(metric)).toList();
        var dimensions = clause.dimensions().stream().filter(name -> !DRIVERS_AND_STEPS.contains(name)).toList();
        return Slots.EMPTY.withMetrics(sales).withDimensions(dimensions).withFilters(clause.filters()).withHorizon(said.horizon()).withScenario(new Slots.Scenario(driver, change));
    }

    /** Whether the words only say by how much, or that there is to be less. */
    boolean isRead(String words) {
        return words.matches("[\\d.,%％\\s]+|百分之.*") || reductions.matcher(words.toLowerCase(Locale.ROOT)).matches();
    }

    private Optional<String> driver(String text) {
        return drivers.entrySet().stream().filter(entry -> entry.getValue().matcher(text).find()).map(Map.Entry::getKey).sorted().findFirst();
    }

    /** As a fraction, or null. */
    private static @Nullable Double size(String text) {
        var matcher = SIZE.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        var digits = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return Character.isDigit(digits.charAt(0)) ? (Double) (Double.parseDouble(digits) / HUNDRED) : (Double) (chinese(digits) / HUNDRED);
    }

    /** Up to ninety-nine. */
    private static double chinese(String digits) {
        int ten = digits.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(digits.charAt(0)) + 1;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(digits.charAt(0)) + 1;
        return 10.0 * tens + (ten + 1 < digits.length() ? DIGITS.indexOf(digits.charAt(ten + 1)) + 1 : 0);
    }

    private static String text(Clause clause) {
        int end = clause.reading().tokens().get(clause.mentions().getLast().to() - 1).end();
        int start = clause.reading().tokens().get(clause.mentions().getFirst().from()).start();
        return clause.reading().text().substring(start, Math.min(clause.reading().text().length(), end + 1)).toLowerCase(Locale.ROOT);
    }
}
