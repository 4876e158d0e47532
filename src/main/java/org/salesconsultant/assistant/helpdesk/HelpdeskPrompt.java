package org.salesconsultant.assistant.helpdesk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.settings.Yaml;

/**
 * {@code prompts/helpdesk.yaml}: what customers want, and what is written to them.
 *
 * @param sureToSend confidence from which on a reply goes out by itself
 * @param grave confidence from which on something grave hands over
 * @param nearEnough nearness from which on a passage answers, by language code
 * @param certainty how the share of the likeliest readings becomes the probability that a decision is right
 * @param intents example sentences by intent and language code
 * @param cues phrases that speak for an intent, by intent and language code
 * @param asking phrases that make a sentence a question or a request, by language code
 * @param productWords words of product names by what customers say for them
 * @param notProducts words that name no product though names have them
 * @param wording sentences by language code and key
 */
record HelpdeskPrompt(@JsonProperty("sure_to_send") double sureToSend, double grave, @JsonProperty("near_enough") Map<String, Double> nearEnough,
                      Certainty certainty, Map<String, Map<String, List<String>>> intents,
                      Map<String, Map<String, List<String>>> cues, Map<String, List<String>> asking, @JsonProperty("product_words") Map<String, String> productWords, @JsonProperty("not_products") List<String> notProducts,
                      Map<String, Map<String, String>> wording) {
    private static final String FILE = "prompts/helpdesk.yaml";

    /** @throws UserError with file and line when the file is missing or broken, or names an intent that does not exist */
    static HelpdeskPrompt read(Home home) {
        var prompt = Yaml.read(home, FILE, HelpdeskPrompt.class);
        prompt.intents().keySet().forEach(Intent::of);
        prompt.cues().keySet().forEach(Intent::of);
        return prompt;
    }

    Wording words() {
        return new Wording(FILE, wording);
    }

    /** By language and the intent's word. */
    Map<Language, Map<String, List<String>>> examples() {
        var examples = new EnumMap<Language, Map<String, List<String>>>(Language.class);
        intents.forEach((intent, byLanguage) -> byLanguage.forEach((code, texts) ->
                examples.computeIfAbsent(Language.ofCode(code), any -> new HashMap<>()).put(intent, texts)));
        return examples;
    }

    /** A line in log odds, fitted to messages that are not among the examples. */
    record Certainty(double slope, double offset, double gap) {
        private static final double LEAST = 0.01;

        /** @param hasGap whether something asked is read as known nowhere: most often it is only misread */
        double of(double share, boolean hasGap) {
            double within = Math.clamp(share, LEAST, 1 - LEAST);
            return 1 / (1 + Math.exp(-slope * Math.log(within / (1 - within)) - offset - (hasGap ? gap : 0)));
        }
    }

    /** What a sentence of a customer is for. */
    enum Intent {
        KNOWLEDGE(Reason.KNOWLEDGE), OWN_ORDER(Reason.OWN_ORDER), OWN_PRODUCT(Reason.OWN_ORDER), ACTION(Reason.ACTION), NOT_KNOWN(Reason.NOT_KNOWN),
        SMALL_TALK(Reason.SMALL_TALK), COMPLAINT(Reason.COMPLAINT), LEGAL(Reason.LEGAL), PAYMENT_DATA(Reason.PAYMENT_DATA), PROMISE(Reason.PROMISE),
        OTHER_CUSTOMERS_DATA(Reason.OTHER_CUSTOMERS_DATA), PROMPT_INJECTION(Reason.PROMPT_INJECTION), OUT_OF_SCOPE(Reason.OUT_OF_SCOPE), AUTOMATIC(Reason.LOOP);

        private final Reason reason;

        Intent(Reason reason) {
            this.reason = reason;
        }

        /** What a message is decided for that wants this and nothing else. */
        Reason reason() {
            return reason;
        }

        /** Whether it hands over whatever else a message wants. */
        boolean isGrave() {
            return reason.compareTo(Reason.PROMISE) <= 0;
        }

        boolean isOwn() {
            return reason == Reason.OWN_ORDER;
        }

        static Intent of(String word) {
            return Arrays.stream(values()).filter(intent -> intent.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                    .orElseThrow(() -> new UserError(UserError.Category.BAD_SETUP, FILE + ": there is no intent \"" + word + "\".",
                            "Intents: " + String.join(", ", Arrays.stream(values()).map(intent -> intent.name().toLowerCase(Locale.ROOT)).toList()) + "."));
        }
    }
}
