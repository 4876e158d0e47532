package org.salesconsultant.assistant.helpdesk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.sales.Names;
import org.salesconsultant.warehouse.history.CustomerOrders;

/** What takes a message out of the assistant's hands, whatever else stands in it. */
final class Alarms {
    private static final double CERTAIN = 0.98;
    /** The same message so often before is a machine's, or a customer's whom another answer will not help. */
    private static final int REPEATS = 2;
    private static final double MOSTLY = 0.5;

    private final CustomerMessage message;
    private final @Nullable CustomerOrders own;
    private final double grave;

    /** @param confidence 0 … 1, not calibrated */
    record Alarm(Reason reason, double confidence) {}

    /** @param own null while nobody is verified @param grave probability from which on something grave counts */
    Alarms(CustomerMessage message, @Nullable CustomerOrders own, double grave) {
        this.message = message;
        this.own = own;
        this.grave = grave;
    }

    /** The gravest. */
    Optional<Alarm> first(List<Sentence> sentences, Sentence whole) {
        List<Alarm> alarms = new ArrayList<>();
        if (repeats() >= REPEATS) {
            alarms.add(new Alarm(Reason.LOOP, CERTAIN));
        }
        if (whole.likeliest() == Intent.AUTOMATIC && sentences.stream().noneMatch(Sentence::asks)) {
            alarms.add(alarm(Intent.AUTOMATIC, whole));
        }
        if (PaymentData.isIn(message.text())) {
            alarms.add(new Alarm(Reason.PAYMENT_DATA, CERTAIN));
        }
        if (own != null && asksForOthers(own, sentences)) {
            alarms.add(new Alarm(Reason.OTHER_CUSTOMERS_DATA, CERTAIN));
        }
        Stream.concat(sentences.stream(), Stream.of(whole)).filter(sentence -> sentence.likeliest().isGrave() && sentence.odds(sentence.likeliest()) >= grave)
                .filter(sentence -> sentence.likeliest() != Intent.AUTOMATIC).forEach(sentence -> alarms.add(alarm(sentence.likeliest(), sentence)));
        return alarms.stream().min(Comparator.comparing(Alarm::reason).thenComparing(Comparator.comparingDouble(Alarm::confidence).reversed()));
    }

    private static Alarm alarm(Intent intent, Sentence sentence) {
        return new Alarm(intent.reason(), sentence.share(other -> other.reason().decision() == Decision.HANDOVER));
    }

    private long repeats() {
        var said = Names.fold(message.text());
        return message.earlier().stream().filter(earlier -> Names.fold(earlier).equals(said)).count();
    }

    /** An order number that is somebody else's, or somebody else's name in a question about orders. */
    private boolean asksForOthers(CustomerOrders orders, List<Sentence> sentences) {
        return OrdersNamed.numbers(message.text()).stream().anyMatch(orders::isOthers)
                || sentences.stream().anyMatch(sentence -> sentence.share(intent -> intent.isOwn() || intent == Intent.OTHER_CUSTOMERS_DATA) >= MOSTLY
                        && orders.namesOthers(Names.fold(sentence.text())));
    }
}
