package org.salesconsultant.assistant.helpdesk;

import java.util.Optional;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.tools.OwnOrders;
import org.salesconsultant.warehouse.history.CustomerOrders;

/** Answers questions about the verified customer's orders: by the order, product or period named, the newest message's first. */
final class OrderAnswers {
    private final CustomerOrders orders;
    private final OwnOrders tool;
    private final Periods periods;
    private final CustomerMessage message;

    OrderAnswers(CustomerOrders orders, OwnOrders tool, Periods periods, CustomerMessage message) {
        this.orders = orders;
        this.tool = tool;
        this.periods = periods;
        this.message = message;
    }

    /** Empty where the product asked for was never bought, or there is no order. */
    Optional<Finding> to(Wish wish) {
        return named().or(() -> wish.intent() == Intent.OWN_PRODUCT ? product() : product().or(this::period).or(tool::last));
    }

    private Optional<Finding> named() {
        return message.newestFirst().stream().flatMap(text -> OrdersNamed.numbers(text).stream()).flatMap(number -> tool.order(number).stream()).findFirst();
    }

    private Optional<Finding> product() {
        var bought = orders.products();
        return OrdersNamed.product(message.text(), bought).flatMap(tool::lastOf);
    }

    private Optional<Finding> period() {
        return OrdersNamed.period(message.text(), periods).map(tool::total);
    }
}
