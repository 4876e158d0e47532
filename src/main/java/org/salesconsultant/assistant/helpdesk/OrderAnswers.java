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
    private static final int FEW = 5;

    private final CustomerOrders orders;
    private final OwnOrders tool;
    private final ProductsNamed products;
    private final OrdersAsked asked;
    private final Periods periods;
    private final CustomerMessage message;

    OrderAnswers(CustomerOrders orders, OwnOrders tool, ProductsNamed products, OrdersAsked asked, Periods periods, CustomerMessage message) {
        this.orders = orders;
        this.tool = tool;
        this.products = products;
        this.asked = asked;
        this.periods = periods;
        this.message = message;
    }

    /** None where the product asked for was never bought, the number is nobody's, or there is no order. */
    List<Finding> to(Wish wish) {
        var named = named();
        if (!named.isEmpty()) {
            return named;
        }
        // what a sentence leaves out stands beside it, or in the message before
        var texts = Stream.concat(Stream.of(wish.sentence().text()), message.newestFirst().stream()).map(Sentences::simplified).toList();
        var period = texts.stream().limit(2).flatMap(text -> OrdersNamed.period(text, periods).stream()).findFirst();
        var bought = (wish.intent() == Intent.OWN_PRODUCT ? texts.stream() : texts.stream().limit(1)).map(text -> products.in(text, orders.products())).filter(found -> !found.isEmpty()).findFirst();
        if (bought.isPresent()) {
            return bought.get().stream().flatMap(product -> told(product, period)).toList();
        }
        var superlative = texts.stream().limit(2).flatMap(text -> asked.in(text).stream()).findFirst();
        if (superlative.isPresent()) {
            return tool.orders(superlative.get().sort(), period.orElse(null), superlative.get().count()).stream().toList();
        }
        return wish.intent() == Intent.OWN_PRODUCT ? List.of() : period.map(this::within).orElseGet(() -> tool.last().stream().toList());
    }

    private List<Finding> named() {
        return message.newestFirst().stream().map(text -> OrdersNamed.numbers(text).stream().flatMap(number -> tool.order(number).stream()).toList())
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    /** What a period came to, and its orders where they are few. */
    private List<Finding> within(Period period) {
        int count = orders.total(period).orders();
        var listed = count > 0 && count <= FEW ? tool.orders(CustomerOrders.Sort.NEWEST, period, FEW) : Optional.<Finding>empty();
        return Stream.concat(Stream.of(tool.total(period)), listed.stream()).toList();
    }

    private Stream<Finding> told(ProductCard product, Optional<Period> period) {
        return period.map(within -> tool.totalOf(product, within)).or(() -> tool.lastOf(product)).stream();
    }
}
