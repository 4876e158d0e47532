package org.salesconsultant.assistant.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesconsultant.assistant.helpdesk.OrdersAsked.Asked;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.history.CustomerOrders.Sort;

class OrdersAskedTest {
    private final OrdersAsked asked = new OrdersAsked(HelpdeskPrompt.read(new Home(Path.of(""))).ordersAsked());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Could I have our last three orders?   | NEWEST  | 3
            the 12 most recent orders             | NEWEST  | 12
            最近两张订单的单号                        | NEWEST  | 2
            我们第一次下单是哪天                      | OLDEST  | 1
            When was our very first purchase?     | OLDEST  | 1
            which was the biggest one in October  | LARGEST | 1
            """)
    void theFirstOfASortAreAskedFor(String text, Sort sort, int count) {
        assertThat(asked.in(text)).contains(new Asked(sort, count));
    }

    @Test
    void anOrderIsNotASort() {
        assertThat(asked.in("What was in our last order?")).isEmpty();
        assertThat(asked.in("the last of the orders")).isEmpty();
    }
}
