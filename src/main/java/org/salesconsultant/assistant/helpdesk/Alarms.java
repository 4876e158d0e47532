package org.salesconsultant.assistant.helpdesk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.sales.Names;
import org.salesconsultant.warehouse.history.CustomerOrders;

/** What takes a message out of the assistant's hands for certain, whatever else stands in it. */
final class Alarms {
    /** The same message so often before is a machine's, or a customer's whom another answer will not help. */
    private static final int REPEATS = 2;
    private static final double MOSTLY = 0.5;
    private static final Set<Intent> ABOUT_ORDERS = Set.of(Intent.OWN_ORDER, Intent.OWN_PRODUCT, Intent.OTHER_CUSTOMERS_DATA);

    private final CustomerMessage message;
    private final @Nullable CustomerOrders own;

    /** @param own null while nobody is verified */
    Alarms(CustomerMessage message, @Nullable CustomerOrders own) {
        this.message = message;
        this.own = own;
    }

    /** The gravest. */
    Optional<Reason> first(List<Sentence> sentences) {
        if (repeats() >= REPEATS) {
            return Optional.of(Reason.LOOP);
        }
        if (PaymentData.isIn(message.text())) {
            return Optional.of(Reason.PAYMENT_DATA);
        }
        return own != null && asksForOthers(own, sentences) ? Optional.of(Reason.OTHER_CUSTOMERS_DATA) : Optional.empty();
    }

    private long repeats() {
        var said = Names.fold(message.text());
        return message.earlier().stream().filter(earlier -> Names.fold(earlier).equals(said)).count();
    }

    /** An order number that is somebody else's, or somebody else's name in a question about orders. */
    private boolean asksForOthers(CustomerOrders orders, List<Sentence> sentences) {
        return OrdersNamed.numbers(message.text()).stream().anyMatch(orders::isOthers)
                || sentences.stream().anyMatch(sentence -> sentence.odds(ABOUT_ORDERS) >= MOSTLY && orders.namesOthers(Names.fold(sentence.text())));
    }
}
