package org.salesconsultant.warehouse.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.sample.CustomerBase.Customer;
import org.salesconsultant.warehouse.sample.OrderBook.Fee;
import org.salesconsultant.warehouse.sample.OrderBook.Line;
import org.salesconsultant.warehouse.sample.OrderBook.Order;

class SampleCompanyTest {
    private static final SampleCompany COMPANY = SampleCompany.make();

    @Test
    void twoRunsDrawTheSameCompany() {
        var again = SampleCompany.make();
        assertEquals(COMPANY.customers(), again.customers());
        assertEquals(COMPANY.catalogue().products(), again.catalogue().products());
        assertEquals(COMPANY.orders(), again.orders());
        assertEquals(COMPANY.credits(), again.credits());
        assertEquals(COMPANY.contacts(), again.contacts());
        assertEquals(COMPANY.opportunities(), again.opportunities());
        assertEquals(COMPANY.feedback(), again.feedback());
    }

    @Test
    void itHasTheSizeItsDocumentationStates() {
        assertEquals(800, COMPANY.customers().size());
        assertEquals(8, COMPANY.customers().stream().map(Customer::country).distinct().count());
        assertEquals(5, COMPANY.customers().stream().map(Customer::region).distinct().count());
        assertEquals(12, COMPANY.customers().stream().map(Customer::rep).distinct().count());
        assertEquals(120, COMPANY.catalogue().products().size());
        assertEquals(Catalogue.CATEGORIES, COMPANY.catalogue().products().stream().map(Catalogue.Product::category).distinct().toList());
        assertEquals(8, COMPANY.campaigns().size());
        assertEquals(520, COMPANY.opportunities().size());
        assertEquals(1_000, COMPANY.feedback().size(), 150);
        assertEquals(150_000, lines(COMPANY), 5_000);
        assertEquals(PlantedEffects.FIRST_DAY, COMPANY.orders().getFirst().day());
        assertEquals(PlantedEffects.NEWEST_DAY, COMPANY.orders().getLast().day());
    }

    /** 12 reps, the quarters from Q1 2024 to Q4 2025; together 6 % above the year before, give or take the rounding to £500 each. */
    @Test
    void quotasAskForSomeMoreThanTheYearBefore() {
        assertEquals(12 * 8, COMPANY.quotas().size());
        long before = Stream.concat(COMPANY.orders().stream(), COMPANY.credits().stream()).filter(order -> order.day().getYear() == 2024)
                .mapToLong(order -> goods(order) + order.fees().stream().mapToLong(Fee::amount).sum()).sum();
        long asked = COMPANY.quotas().stream().filter(quota -> quota.first().getYear() == 2025).mapToLong(Quotas.Quota::amount).sum();
        assertEquals(1 + PlantedEffects.QUOTA_RISE, (double) asked / before, 0.003);
    }

    @Test
    void noTwoCustomersShareAName() {
        assertEquals(800, new HashSet<>(COMPANY.customers().stream().map(Customer::name).toList()).size());
    }

    @Test
    void noCustomerCarriesTheCompany() {
        long goods = COMPANY.orders().stream().mapToLong(SampleCompanyTest::goods).sum();
        var byCustomer = COMPANY.orders().stream().collect(Collectors.groupingBy(Order::customer, Collectors.summingLong(SampleCompanyTest::goods)));
        long largest = Collections.max(byCustomer.values());
        assertTrue(largest < 0.03 * goods);
    }

    @Test
    void everyProductIsBoughtAndMakesMoneyAtItsUsualPrice() {
        var bought = new HashSet<>(COMPANY.orders().stream().flatMap(order -> order.lines().stream()).map(Line::product).toList());
        assertEquals(120, bought.size());
        COMPANY.catalogue().products().forEach(product -> assertTrue(product.unitCost() < 0.8 * product.usualPrice(), product.name()));
    }

    /** The documents: delivery is £7.50 below £150 of goods; 5 % off from £750, and 15 % off what is promoted. */
    @Test
    void chargesAndDiscountsAreThoseTheKnowledgeDocumentsState() {
        for (var order : COMPANY.orders()) {
            boolean charged = order.fees().stream().anyMatch(fee -> fee.code().equals("DELIVERY") && fee.amount() == 7_5000);
            assertEquals(goods(order) < 150_0000, charged, order.number());
            for (var line : order.lines()) {
                double share = (double) line.discount() / (line.quantity() * line.unitPrice());
                boolean promoted = order.campaign() != null && order.campaign().category().equals(line.product().category());
                boolean large = order.lines().stream().mapToLong(each -> each.quantity() * each.unitPrice()).sum() >= 750_0000;
                assertEquals(promoted ? 0.15 : share > 0 ? 0.05 : 0, share, 0.003, order.number());
                assertTrue(promoted || large || share == 0, order.number());
            }
        }
    }

    @Test
    void everyCreditNoteFollowsAnOrderOfItsCustomerAndGivesBackNoMoreThanWasBought() {
        var orders = new HashMap<String, Order>();
        COMPANY.orders().forEach(order -> orders.put(order.number().substring(2), order));
        for (var credit : COMPANY.credits()) {
            var order = Objects.requireNonNull(orders.get(credit.number().substring(2)));
            assertEquals(order.customer(), credit.customer());
            assertTrue(credit.day().isAfter(order.day()));
            for (var back : credit.lines()) {
                assertTrue(back.quantity() < 0);
                assertTrue(order.lines().stream().anyMatch(line -> line.product() == back.product() && line.quantity() >= -back.quantity()));
            }
        }
    }

    @Test
    void theWarehouseHoldsWhatWasDrawn(@TempDir Path folder) {
        try (var warehouse = Warehouse.open(folder.resolve("sample.db"), true)) {
            SampleCompany.fill(warehouse);
            var state = warehouse.state();
            assertEquals("Brightwater Café Supply", state.company());
            assertEquals("GBP", state.currency());
            assertEquals(PlantedEffects.FIRST_DAY, state.firstDay());
            assertEquals(PlantedEffects.NEWEST_DAY, state.newestDay());
            assertEquals(lines(COMPANY), state.lines());
            long revenue = total(COMPANY.orders(), SampleCompanyTest::withFees) + total(COMPANY.credits(), SampleCompanyTest::withFees);
            assertEquals(revenue, number(warehouse, "SELECT SUM(amount) FROM line"));
            assertEquals(revenue, number(warehouse, "SELECT SUM(revenue) FROM orders"));
            assertEquals(COMPANY.orders().size(), number(warehouse, "SELECT COUNT(*) FROM orders WHERE sale_lines > 0"));
            assertEquals(120, number(warehouse, "SELECT COUNT(*) FROM product WHERE item = 'product' AND unit_cost > 0"));
            assertEquals(2, number(warehouse, "SELECT COUNT(*) FROM product WHERE item = 'fee'"));
            assertEquals(COMPANY.contacts().size(), number(warehouse, "SELECT COUNT(*) FROM campaign_contact"));
            assertEquals(COMPANY.opportunities().size(), number(warehouse, "SELECT COUNT(*) FROM opportunity"));
            assertEquals(COMPANY.feedback().size(), number(warehouse, "SELECT COUNT(*) FROM feedback"));
            assertFalse(state.isEmpty());
        }
    }

    private static long number(Warehouse warehouse, String sql) {
        return warehouse.database().read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static long lines(SampleCompany company) {
        return Stream.of(company.orders(), company.credits()).flatMap(List::stream)
                .mapToLong(order -> order.lines().size() + order.fees().size()).sum();
    }

    private static long total(List<Order> orders, ToLongFunction<Order> amount) {
        return orders.stream().mapToLong(amount).sum();
    }

    private static long goods(Order order) {
        return order.lines().stream().mapToLong(Line::amount).sum();
    }

    private static long withFees(Order order) {
        return goods(order) + order.fees().stream().mapToLong(Fee::amount).sum();
    }

    @Test
    void twoProgramsThatStartAtOnceFillItOnce(@TempDir Path folder) throws Exception {
        try (var one = Warehouse.open(folder.resolve("sample.db"), true); var other = Warehouse.open(folder.resolve("sample.db"), true)) {
            var second = Thread.ofPlatform().start(() -> SampleWriter.write(COMPANY, other));
            SampleWriter.write(COMPANY, one);
            second.join();
            assertEquals(lines(COMPANY), one.state().lines());
            assertEquals(1, one.state().version());
        }
    }
}
