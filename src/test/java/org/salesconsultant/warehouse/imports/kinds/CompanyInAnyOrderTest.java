package org.salesconsultant.warehouse.imports.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.FileKind;

/** A company whose files come in all 720 orders: whatever is asked has the same answer. */
class CompanyInAnyOrderTest {
    private static final Map<FileKind, String> FILES = Map.of(
            FileKind.CUSTOMERS, "customer_code,customer_name,region,rep_code\nC1,Acme Ltd,North,5\nC2,Beta GmbH,South,6\n",
            FileKind.PRODUCTS, "product_code,description,category,unit_cost\nP1,Desk Lamp,Light,6\nP2,Oak Chair,Seats,30\n",
            FileKind.REPS, "rep_code,first_name,last_name\n5,Steven,Buchanan\n6,Nancy,Davolio\n",
            FileKind.ORDER_HEADERS, "order_number,date,customer_code,rep,freight\n1,2024-01-05,C1,5,4\n2,2024-02-06,C2,6,\n",
            FileKind.ORDER_DETAILS, "order_number,product_code,quantity,unit_price,discount\n1,P1,10,10,10%\n1,P2,1,50,\n2,P1,-2,10,\n9,P1,1,1,\n",
            FileKind.OPPORTUNITIES, "opportunity_code,customer_name,product_code,rep,stage,created_date,closed_date,close_value\n"
                    + "O1,Acme Ltd,DeskLamp,Steven Buchanan,Won,2024-01-01,2024-01-09,700\nO2,Beta GmbH,Oak Chair,Nancy Davolio,Lost,2024-01-02,2024-01-10,0\n");

    @TempDir Path folder;

    /**
     * Order 1: 10 × 10 less 10% is 90, cost 60; 1 × 50, cost 30; freight 4 without cost: revenue 144, margin 30 + 20 = 50. Order 2: a
     * return of 20, cost −12: margin −8. The row of order 9 waits for a header that never comes.
     */
    @Test
    void theStarIsTheSame() {
        var expected = List.of(
                "revenue 124 margin 42 of 120",
                "lines Desk Lamp Light North Steven Buchanan 90", "lines Desk Lamp Light South Nancy Davolio -20",
                "lines Freight null North Steven Buchanan 4", "lines Oak Chair Seats North Steven Buchanan 50",
                "customer C1 Acme Ltd North Steven Buchanan", "customer C2 Beta GmbH South Nancy Davolio",
                "won Acme Ltd P1 Steven Buchanan 700", "lost Beta GmbH P2 Nancy Davolio 0",
                "products 3 reps 2 waiting 1");
        int[] orders = new int[1];
        permute(new ArrayList<>(FILES.keySet().stream().sorted().toList()), 0, order -> {
            // every seventh order, which still begins and ends with each file
            if (orders[0]++ % 7 == 0) {
                assertEquals(expected, star(order, orders[0]), () -> "files in the order " + order);
            }
        });
        assertEquals(720, orders[0]);
    }

    private List<String> star(List<FileKind> order, int number) {
        try (var warehouse = Warehouse.open(folder.resolve(number + ".db"), false)) {
            var files = new ImportedFiles(folder.resolve(String.valueOf(number)), warehouse).discounts(Discounts.PERCENT);
            order.forEach(kind -> files.bring(kind, FILES.getOrDefault(kind, "")));
            var seen = new ArrayList<String>();
            seen.addAll(files.rows("SELECT 'revenue', sum(revenue) / 10000, 'margin', sum(margin) / 10000, 'of', sum(costed_amount) / 10000 FROM orders"));
            seen.addAll(files.rows("""
                    SELECT 'lines', product.name, category, region.name, rep.name, sum(amount) / 10000 FROM line LEFT JOIN product USING (product_key)
                    LEFT JOIN region ON region.region_key = line.region_key LEFT JOIN rep ON rep.rep_key = line.rep_key GROUP BY 2, 4 ORDER BY 2, 4"""));
            seen.addAll(files.rows("""
                    SELECT 'customer', customer.code, customer.name, region.name, rep.name FROM customer LEFT JOIN region USING (region_key)
                    LEFT JOIN rep ON rep.rep_key = customer.rep_key ORDER BY 2"""));
            seen.addAll(files.rows("""
                    SELECT outcome, customer.name, product.code, rep.name, close_value / 10000 FROM opportunity LEFT JOIN customer USING (customer_key)
                    LEFT JOIN product USING (product_key) LEFT JOIN rep ON rep.rep_key = opportunity.rep_key ORDER BY opportunity.code"""));
            seen.addAll(files.rows("""
                    SELECT 'products', (SELECT count(*) FROM product), 'reps', (SELECT count(*) FROM rep), 'waiting', (SELECT count(*) FROM waiting_detail)"""));
            return seen;
        }
    }

    private static void permute(List<FileKind> kinds, int from, java.util.function.Consumer<List<FileKind>> use) {
        if (from == kinds.size()) {
            use.accept(List.copyOf(kinds));
        }
        for (int i = from; i < kinds.size(); i++) {
            java.util.Collections.swap(kinds, from, i);
            permute(kinds, from + 1, use);
            java.util.Collections.swap(kinds, from, i);
        }
    }
}
