package org.salesconsultant.assistant.helpdesk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.settings.Yaml;
import org.salesconsultant.warehouse.history.CustomerOrders.Sort;

/**
 * {@code prompts/helpdesk.yaml}: what customers want, and what is written to them.
 *
 * @param sureToSend confidence from which on a reply goes out by itself
 * @param ordersAsked phrases that ask for the first orders of a sort, by sort and language code
 * @param productWords words of product names by what customers say for them
 * @param notProducts words that name no product though names have them
 * @param wording sentences by language code and key
 */
record HelpdeskPrompt(@JsonProperty("sure_to_send") double sureToSend, @JsonProperty("orders_asked") Map<Sort, Map<String, List<String>>> ordersAsked,
                      @JsonProperty("product_words") Map<String, String> productWords, @JsonProperty("not_products") List<String> notProducts,
                      Map<String, Map<String, String>> wording) {
    private static final String FILE = "prompts/helpdesk.yaml";

    /** @throws UserError with file and line when the file is missing or broken */
    static HelpdeskPrompt read(Home home) {
        return Yaml.read(home, FILE, HelpdeskPrompt.class);
    }

    Wording words() {
        return new Wording(FILE, wording);
    }

    /** What a sentence of a customer is for. */
    enum Intent {
        KNOWLEDGE(Reason.KNOWLEDGE), OWN_ORDER(Reason.OWN_ORDER), OWN_PRODUCT(Reason.OWN_ORDER), ACTION(Reason.ACTION), NOT_KNOWN(Reason.NOT_KNOWN),
        SMALL_TALK(Reason.SMALL_TALK), COMPLAINT(Reason.COMPLAINT), LEGAL(Reason.LEGAL), PAYMENT_DATA(Reason.PAYMENT_DATA), PROMISE(Reason.PROMISE),
        OTHER_CUSTOMERS_DATA(Reason.OTHER_CUSTOMERS_DATA), PROMPT_INJECTION(Reason.PROMPT_INJECTION), OUT_OF_SCOPE(Reason.OUT_OF_SCOPE), AUTOMATIC(Reason.LOOP);

        /** Questions with an answer. */
        static final Set<Intent> ANSWERED = Collections.unmodifiableSet(EnumSet.of(KNOWLEDGE, OWN_ORDER, OWN_PRODUCT));
        /** Questions without. */
        static final Set<Intent> GAPS = Collections.unmodifiableSet(EnumSet.of(NOT_KNOWN, OUT_OF_SCOPE));

        private final Reason reason;

        Intent(Reason reason) {
            this.reason = reason;
        }

        /** What a message is decided for that wants this and nothing else. */
        Reason reason() {
            return reason;
        }

        boolean isOwn() {
            return reason == Reason.OWN_ORDER;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Intent of(String word) {
            return Arrays.stream(values()).filter(intent -> intent.word().equals(word)).findFirst()
                    .orElseThrow(() -> new UserError(UserError.Category.BAD_SETUP, "The helpdesk's examples: there is no intent \"" + word + "\".",
                            "Intents: " + String.join(", ", Arrays.stream(values()).map(Intent::word).toList()) + "."));
        }
    }
}
