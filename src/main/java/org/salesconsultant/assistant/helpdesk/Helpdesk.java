package org.salesconsultant.assistant.helpdesk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.IntentLearner;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.tools.OwnOrders;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.history.CustomerOrders;

/**
 * Decides what a customer's message gets, and writes it. The text is made of the prompt's sentences, of passages of documents for
 * customers, word for word, and of the verified customer's own orders: nothing else can be said or promised. Safe for many threads.
 */
public final class Helpdesk {
    private final Warehouses warehouses;
    private final HelpdeskPrompt prompt;
    private final Wording wording;
    private final Intentions intentions;
    private final MessageReader reader;
    private final ProductsNamed products;

    /** @throws UserError with file and line when {@code prompts/helpdesk.yaml} is broken */
    public Helpdesk(Home home, Toolbox toolbox, Warehouses warehouses, IntentLearner learner) {
        this.warehouses = warehouses;
        this.prompt = HelpdeskPrompt.read(home);
        this.wording = prompt.words();
        this.intentions = new Intentions(learner, prompt.examples());
        this.reader = new MessageReader(intentions, new Cues(prompt.cues(), prompt.asking()), new Documents(toolbox), prompt.nearEnough());
        this.products = new ProductsNamed(prompt.productWords(), prompt.notProducts());
    }

    /** Begins to learn the examples and returns at once. */
    public void warmUp() {
        intentions.warmUp();
    }

    /** @throws UserError when there is no such customer */
    public Reply reply(CustomerMessage message) {
        var warehouse = warehouses.current();
        var own = own(message.customer(), warehouse);
        var sentences = reader.sentences(message, warehouse);
        var whole = sentences.size() == 1 ? sentences.getFirst() : reader.whole(message, warehouse);
        return new Alarms(message, own, prompt.grave()).first(sentences, whole)
                .map(alarm -> handover(message, alarm))
                .orElseGet(() -> answer(message, sentences, own, warehouse));
    }

    private Reply handover(CustomerMessage message, Alarms.Alarm alarm) {
        var language = message.language();
        var text = alarm.reason() == Reason.LOOP ? "" : wording.say(language, "handover");
        return new Reply(alarm.reason().decision(), alarm.reason(), prompt.certainty().of(alarm.confidence(), false), text, language, List.of(), List.of());
    }

    private Reply answer(CustomerMessage message, List<Sentence> sentences, @Nullable CustomerOrders own, Warehouse warehouse) {
        var language = message.language();
        var state = warehouse.state();
        var told = Optional.ofNullable(own).map(orders -> new OrderAnswers(orders,
                new OwnOrders(orders, Objects.requireNonNull(message.customer()), wording, language, state), products, state.periods(), message));
        var answer = new Answers(told, !message.earlier().isEmpty(), wording, language).of(Wish.in(sentences));
        double confidence = prompt.certainty().of(answer.confidence(), answer.hasGap());
        var reason = answer.reason().decision() == Decision.SEND && confidence < prompt.sureToSend() ? Reason.UNSURE : answer.reason();
        return new Reply(reason.decision(), reason, reason == Reason.UNSURE ? 1 - confidence : confidence, answer.text(), language, answer.citations(), answer.findings());
    }

    private static @Nullable CustomerOrders own(@Nullable String customer, Warehouse warehouse) {
        return customer == null ? null : CustomerOrders.of(warehouse, customer).orElseThrow(() -> new UserError(UserError.Category.BAD_INPUT,
                "There is no customer \"" + customer + "\".", "Send the code that the customer has in the imported data."));
    }
}
