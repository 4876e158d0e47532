package org.salesconsultant.assistant.helpdesk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Language;
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
    /** Of what is decided by a rule. */
    private static final double CERTAIN = 0.98;

    private final Home home;
    private final Warehouses warehouses;
    private final HelpdeskPrompt prompt;
    private final Wording wording;
    private final Learners learners;
    private final MessageReader reader;
    private final ProductsNamed products;
    private final OrdersAsked asked;
    private final Map<Language, CompletableFuture<MessageModel>> models = new ConcurrentHashMap<>();

    /** @throws UserError with file and line when {@code prompts/helpdesk.yaml} is broken */
    public Helpdesk(Home home, Toolbox toolbox, Warehouses warehouses, Learners learners) {
        this.home = home;
        this.warehouses = warehouses;
        this.prompt = HelpdeskPrompt.read(home);
        this.wording = prompt.words();
        this.learners = learners;
        this.reader = new MessageReader(new Documents(toolbox));
        this.products = new ProductsNamed(prompt.productWords(), prompt.notProducts());
        this.asked = new OrdersAsked(prompt.ordersAsked());
    }

    /** Begins to learn the examples of both languages and returns at once; that takes half a minute. */
    public void warmUp() {
        for (var language : Language.values()) {
            model(language);
        }
    }

    private CompletableFuture<MessageModel> model(Language language) {
        return models.computeIfAbsent(language, any -> CompletableFuture.supplyAsync(() -> MessageModel.learn(language, HelpdeskExamples.read(home, language), learners)));
    }

    /** @throws UserError when there is no such customer, or the examples are broken */
    public Reply reply(CustomerMessage message) {
        var warehouse = warehouses.current();
        var own = own(message.customer(), warehouse);
        var model = model(message.language()).join();
        var sentences = reader.sentences(message, model, warehouse);
        return new Alarms(message, own).first(sentences).map(reason -> handover(message, reason, CERTAIN))
                .orElseGet(() -> decided(message, sentences, model, own, warehouse));
    }

    private Reply handover(CustomerMessage message, Reason reason, double confidence) {
        var language = message.language();
        return new Reply(reason.decision(), reason, confidence, reason == Reason.LOOP ? "" : wording.say(language, "handover"), language, List.of(), List.of());
    }

    private Reply decided(CustomerMessage message, List<Sentence> sentences, MessageModel model, @Nullable CustomerOrders own, Warehouse warehouse) {
        var verdict = Verdict.of(sentences.stream().map(Sentence::odds).toList());
        var decision = verdict.decision();
        var reason = verdict.reason(decision);
        double confidence = model.certainty(verdict);
        if (decision == Decision.HANDOVER) {
            return handover(message, reason, confidence);
        }
        var answer = answers(message, own, warehouse).of(Wish.in(sentences, reason));
        var told = answer.reason().decision() == Decision.SEND && confidence < prompt.sureToSend() ? Reason.UNSURE : answer.reason();
        return new Reply(told.decision(), told, told.decision() == decision ? confidence : 1 - confidence, answer.text(), message.language(), answer.citations(), answer.findings());
    }

    private Answers answers(CustomerMessage message, @Nullable CustomerOrders own, Warehouse warehouse) {
        var state = warehouse.state();
        var told = Optional.ofNullable(own).map(orders -> new OrderAnswers(orders,
                new OwnOrders(orders, Objects.requireNonNull(message.customer()), wording, message.language(), state), products, asked, state.periods(), message));
        return new Answers(told, !message.earlier().isEmpty(), wording, message.language());
    }

    private static @Nullable CustomerOrders own(@Nullable String customer, Warehouse warehouse) {
        return customer == null ? null : CustomerOrders.of(warehouse, customer).orElseThrow(() -> new UserError(UserError.Category.BAD_INPUT,
                "There is no customer \"" + customer + "\".", "Send the code that the customer has in the imported data."));
    }
}
