package org.salesconsultant.warehouse.imports.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesconsultant.warehouse.Warehouse;

/**
 * One company as several systems export it: in five files, which come in any order, and in one file with a row for each sale. What
 * comes in is held against sums taken while the company was made up.
 */
class CompanyStylesTest {
    private static final int SEEDS = 3;

    @TempDir Path folder;

    /** How a system writes its files. */
    enum Style {
        SAP_BUSINESS_ONE(StandardCharsets.UTF_8, "\t", "uuuuMMdd", "%s", List.of(
                "CardCode|CardName|City|Territory|SlpName", "Item No.|Item Description|Item Group|Item Cost", "SlpCode|SlpName|Territory",
                "DocNum|DocDate|CardCode|SlpName", "DocNum|LineNum|ItemCode|Quantity|Unit Price|Discount %")),
        WARENWIRTSCHAFT(Charset.forName("windows-1252"), ";", "dd.MM.uuuu", "%,s €", List.of(
                "Kundennummer|Firma|Ort|Gebiet|Vertreter", "Artikelnummer|Bezeichnung|Warengruppe|Einkaufspreis", "Vertreternummer|Vertreter|Gebiet",
                "Belegnummer|Belegdatum|Kundennummer|Vertreter", "Belegnummer|Position|Artikelnummer|Menge|Einzelpreis|Rabatt %")),
        KINGDEE(Charset.forName("GB18030"), ",", "uuuu/M/d", "%s", List.of(
                "客户编码|客户名称|城市|销售区域|业务员", "物料编码|物料名称|物料分组|成本价", "业务员编码|业务员|销售区域",
                "单据编号|单据日期|客户编码|业务员", "单据编号|行号|物料编码|数量|单价|折扣率(%)")),
        ZOHO(StandardCharsets.UTF_8, ",", "dd MMM uuuu", "USD %s", List.of(
                "Customer Number|Display Name|Billing City|Region|Sales person", "SKU|Item Name|Category Name|Purchase Rate", "Sales person ID|Sales person|Region",
                "SalesOrder Number|Order Date|Customer Number|Sales person", "SalesOrder Number|Line|SKU|Quantity Ordered|Item Price|Discount(%)"));

        private final Charset charset;
        private final String delimiter;
        private final DateTimeFormatter dates;
        private final String money;
        private final List<String> headers;

        Style(Charset charset, String delimiter, String dates, String money, List<String> headers) {
            this.charset = charset;
            this.delimiter = delimiter;
            this.dates = DateTimeFormatter.ofPattern(dates, java.util.Locale.ENGLISH);
            this.money = money;
            this.headers = headers;
        }

        String money(BigDecimal amount) {
            return money.contains("%,s") ? money.replace("%,s", amount.toPlainString().replace('.', ',')) : money.replace("%s", amount.toPlainString());
        }
    }

    /** How a system writes one row for each sale. */
    enum Flat {
        QUICKBOOKS(StandardCharsets.UTF_8, ",", "MM/dd/uuuu", "$%s", "Transaction Date|Num|Customer full name|Region|Product/Service|Qty|Sales|Discount|Profit"),
        NAVISION(Charset.forName("windows-1252"), ";", "dd.MM.uuuu", "%,s", "Buchungsdatum|Belegnr.|Debitor|Region|Artikel|Menge|Umsatz|Rabatt|Deckungsbeitrag"),
        YONYOU(Charset.forName("GB18030"), ",", "uuuu-MM-dd", "%s", "日期|订单编号|客户|地区|产品|数量|销售额|折扣|利润"),
        SUPERSTORE(StandardCharsets.UTF_16LE, "\t", "M/d/uuuu", "%s", "Order Date|Order ID|Customer Name|Region|Product Name|Quantity|Sales|Discount|Profit");

        private final Charset charset;
        private final String delimiter;
        private final DateTimeFormatter dates;
        private final String money;
        private final String header;

        Flat(Charset charset, String delimiter, String dates, String money, String header) {
            this.charset = charset;
            this.delimiter = delimiter;
            this.dates = DateTimeFormatter.ofPattern(dates, java.util.Locale.ENGLISH);
            this.money = money;
            this.header = header;
        }

        String money(BigDecimal amount) {
            return money.contains("%,s") ? money.replace("%,s", amount.toPlainString().replace('.', ',')) : money.replace("%s", amount.toPlainString());
        }
    }

    /** A company with what its orders come to. */
    private static final class Company {
        private static final List<String> REGIONS = List.of("North", "South", "West");
        private static final List<String> CATEGORIES = List.of("Lighting", "Kitchen", "Garden Furniture");
        private static final List<String> THINGS = List.of("Lamp", "Mug", "Bench", "Candle", "Kettle", "Parasol");
        private static final List<String> PEOPLE = List.of("Ines Prado", "Omar Bell", "Teo Marsh", "Lena Fuchs");

        private final Random random;
        private final List<List<String>> customers = new ArrayList<>();
        private final List<List<String>> products = new ArrayList<>();
        private final List<List<String>> reps = new ArrayList<>();
        private final List<List<String>> headers = new ArrayList<>();
        private final List<List<String>> details = new ArrayList<>();
        private final List<List<String>> flat = new ArrayList<>();
        private final Map<String, BigDecimal> revenue = new TreeMap<>();

        Company(long seed) {
            random = new Random(seed);
        }

        private void count(String of, BigDecimal amount) {
            revenue.merge(of, amount, BigDecimal::add);
        }

        private BigDecimal price() {
            return new BigDecimal(1 + random.nextInt(90)).add(new BigDecimal(random.nextInt(20) * 5).movePointLeft(2)).setScale(2);
        }

        void members(Style style) {
            for (int i = 0; i < PEOPLE.size(); i++) {
                reps.add(List.of("7" + i, PEOPLE.get(i), REGIONS.get(i % 3)));
            }
            for (int i = 0; i < 45; i++) {
                customers.add(List.of("K" + (10_000 + i), "Hofmann & Søn " + (char) ('A' + i % 26) + i, i % 2 == 0 ? "Köln" : "Århus", REGIONS.get(i % 3), PEOPLE.get(i % 4)));
            }
            for (int i = 0; i < 18; i++) {
                products.add(List.of("A-" + (200 + i), THINGS.get(i % 6) + " No. " + i, CATEGORIES.get(i % 3), style.money(price())));
            }
        }

        void orders(Style style) {
            for (int i = 0; i < 260; i++) {
                var day = LocalDate.of(2024, 1, 2).plusDays(random.nextInt(500));
                var customer = customers.get(random.nextInt(customers.size()));
                var number = "SO-" + (30_001 + i);
                headers.add(List.of(number, style.dates.format(day), customer.getFirst(), customer.get(4)));
                for (int n = 0; n <= random.nextInt(4); n++) {
                    var product = products.get(random.nextInt(products.size()));
                    int quantity = 1 + random.nextInt(12);
                    var price = price();
                    int percent = List.of(0, 0, 0, 5, 10, 15).get(random.nextInt(6));
                    var amount = price.multiply(BigDecimal.valueOf(quantity)).multiply(BigDecimal.valueOf(100 - percent)).movePointLeft(2);
                    details.add(List.of(number, String.valueOf(n + 1), product.getFirst(), String.valueOf(quantity), style.money(price), String.valueOf(percent)));
                    count("all", amount);
                    count("category " + product.get(2), amount);
                    count("region " + customer.get(3), amount);
                    count("rep " + customer.get(4), amount);
                }
            }
        }

        void sales(Flat style) {
            for (int i = 0; i < 600; i++) {
                var day = LocalDate.of(2023, 1, 2).plusDays(random.nextInt(700));
                int customer = random.nextInt(50);
                var region = REGIONS.get(customer % 3);
                var sales = price().multiply(BigDecimal.valueOf(3));
                var profit = sales.multiply(BigDecimal.valueOf(random.nextInt(60) - 10)).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
                flat.add(List.of(style.dates.format(day), "R" + (5_000 + i), "Brandt & Cie " + customer, region, THINGS.get(i % 6) + " No. " + i % 18, String.valueOf(1 + random.nextInt(5)),
                        style.money(sales), List.of("0", "0", "0.1", "0.2").get(random.nextInt(4)).replace('.', style.money.contains("%,s") ? ',' : '.'), style.money(profit)));
                count("all", sales);
                count("profit", profit);
                count("region " + region, sales);
                count("product " + THINGS.get(i % 6) + " No. " + i % 18, sales);
            }
        }
    }

    private Path file(String name, Charset charset, String delimiter, String header, List<List<String>> rows) throws IOException {
        var text = new StringBuilder(charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "");
        text.append(String.join(delimiter, header.split("\\|"))).append("\r\n");
        Function<String, String> quoted = cell -> cell.contains(delimiter) ? '"' + cell + '"' : cell;
        rows.forEach(row -> text.append(String.join(delimiter, row.stream().map(quoted).toList())).append("\r\n"));
        return Files.write(Files.createDirectories(folder.resolve("files")).resolve(name), text.toString().getBytes(charset));
    }

    private static Map<String, BigDecimal> sums(ImportedFiles files, String... queries) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (var query : queries) {
            files.rows(query).forEach(row -> {
                int end = row.lastIndexOf(' ');
                sums.put(row.substring(0, end), new BigDecimal(row.substring(end + 1)).movePointLeft(4).setScale(4));
            });
        }
        return sums;
    }

    private static Map<String, BigDecimal> exact(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> exact = new TreeMap<>();
        sums.forEach((of, sum) -> exact.put(of, sum.setScale(4)));
        return exact;
    }

    @ParameterizedTest
    @EnumSource
    void fiveFilesInAnyOrder(Style style) throws IOException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            var company = new Company(seed);
            company.members(style);
            company.orders(style);
            var rows = List.of(company.customers, company.products, company.reps, company.headers, company.details);
            List<Path> paths = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                paths.add(file("export " + i + ".csv", style.charset, style.delimiter, style.headers.get(i), rows.get(i)));
            }
            Collections.shuffle(paths, new Random(seed));
            try (var warehouse = Warehouse.open(folder.resolve(style.name() + seed + ".db"), false)) {
                var files = new ImportedFiles(folder, warehouse);
                paths.forEach(files::bring);
                assertEquals(exact(company.revenue), sums(files, "SELECT 'all', sum(revenue) FROM orders",
                        "SELECT 'category', category, sum(amount) FROM line JOIN product USING (product_key) GROUP BY 2",
                        "SELECT 'region', region.name, sum(revenue) FROM orders JOIN region USING (region_key) GROUP BY 2",
                        "SELECT 'rep', rep.name, sum(revenue) FROM orders JOIN rep USING (rep_key) GROUP BY 2"), () -> style + " " + paths);
                assertEquals(List.of("260 " + company.details.size() + " 45 18 4"), files.rows("SELECT (SELECT count(DISTINCT number_key) FROM orders), (SELECT count(*) FROM line), "
                        + "(SELECT count(*) FROM customer), (SELECT count(*) FROM product WHERE unit_cost IS NOT NULL), (SELECT count(*) FROM rep)"), () -> style + " " + paths);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneRowForEachSale(Flat style) throws IOException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            var company = new Company(seed);
            company.sales(style);
            try (var warehouse = Warehouse.open(folder.resolve(style.name() + seed + ".db"), false)) {
                var files = new ImportedFiles(folder, warehouse);
                files.bring(file("sales.csv", style.charset, style.delimiter, style.header, company.flat));
                assertEquals(exact(company.revenue), sums(files, "SELECT 'all', sum(revenue) FROM orders", "SELECT 'profit', sum(margin) FROM line",
                        "SELECT 'region', region.name, sum(revenue) FROM orders JOIN region USING (region_key) GROUP BY 2",
                        "SELECT 'product', product.name, sum(amount) FROM line JOIN product USING (product_key) GROUP BY 2"), style::toString);
                assertEquals(List.of("600 50"), files.rows("SELECT (SELECT count(DISTINCT number_key) FROM orders), (SELECT count(*) FROM customer)"), style::toString);
            }
        }
    }
}
