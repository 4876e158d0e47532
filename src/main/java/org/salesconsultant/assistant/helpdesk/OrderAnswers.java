package org.salesconsultant.assistant.helpdesk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.tools.OwnOrders;
import org.salesconsultant.warehouse.history.CustomerOrders;
import org.salesconsultant.warehouse.history.ProductCard;

/** Answers questions about the verified customer's orders: by the order, product or period named, the newest message's first. */
final class OrderAnswers {
    private final CustomerOrders orders;
    private final OwnOrders tool;
    private final ProductsNamed products;
    private final Periods periods;
    private final CustomerMessage message;

    OrderAnswers(CustomerOrders orders, OwnOrders tool, ProductsNamed products, Periods periods, CustomerMessage message) {
        this.orders = orders;
        this.tool = tool;
        this.products = products;
        this.periods = periods;
        this.message = message;
    }

    /** None where the product asked for was never bought, the number is nobody's, or there is no order. */
    List<Finding> to(Wish wish) {
        var named = named();
        if (!named.isEmpty()) {
            return named;
        }
        var text = Sentences.simplified(wish.sentence().text());
        var period = OrdersNamed.period(text, periods);
        var bought = products.in(text, orders.products());
        if (!bought.isEmpty()) {
            return bought.stream().flatMap(product -> told(product, period)).toList();
        }
        return wish.intent() == Intent.OWN_PRODUCT ? List.of() : period.map(tool::total).or(tool::last).stream().toList();
    }

    private List<Finding> named() {
        return message.newestFirst().stream().map(text -> OrdersNamed.numbers(text).stream().flatMap(number -> tool.order(number).stream()).toList())
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    private Stream<Finding> told(ProductCard product, Optional<Period> period) {
        return period.map(within -> tool.totalOf(product, within)).or(() -> tool.lastOf(product)).stream();
    }
}
