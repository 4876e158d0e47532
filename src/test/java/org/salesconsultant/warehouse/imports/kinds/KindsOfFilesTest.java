package org.salesconsultant.warehouse.imports.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.warehouse.TakingBack;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.ImportReport;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.FileKind;

class KindsOfFilesTest {
    @TempDir Path folder;
    private Warehouse warehouse;
    private ImportedFiles files;

    @BeforeEach
    void open() {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        files = new ImportedFiles(folder, warehouse);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private static Object value(ImportReport report, String label) {
        return report.figure(label).orElseThrow(() -> new AssertionError(label + " of " + report.figures()));
    }

    private void takeBack(long run) throws java.sql.SQLException {
        warehouse.database().write(handle -> {
            new TakingBack(handle).run(run, name -> false);
            handle.execute("DELETE FROM rejected_row WHERE run_key = ?", run);
            handle.execute("DELETE FROM import_run WHERE run_key = ?", run);
            return null;
        });
    }

    /** Equal rows are two orders; the same rows in a later export that overlaps are the same two, and a third one is new. */
    @Test
    void aRowWithoutOrderNumberIsAnOrderThatItsContentNames() {
        var head = "date,customer_code,quantity,amount\n";
        var twice = "1997-01-01,1,1,11.77\n1997-01-01,1,1,11.77\n";
        files.bring(FileKind.ORDERS, head + twice);
        files.bring(FileKind.ORDERS, head + twice + "1997-01-12,2,5,77\n");
        assertEquals(List.of("3 3 1005400 3"), files.rows("SELECT count(*), count(DISTINCT number_key), sum(revenue), sum(lines) FROM orders"));
        assertEquals(List.of("3 3"), files.rows("SELECT count(*), sum(product_key IS NULL) FROM line"));
    }

    /** An order's own region, else its customer's, else the territory of its rep, whenever the list of reps comes; without the list none. */
    @Test
    void anOrderWithoutARegionHasItsRepsTerritory() throws java.sql.SQLException {
        var regions = "SELECT number, region.name FROM orders LEFT JOIN region USING (region_key) ORDER BY number";
        files.bring(FileKind.CUSTOMERS, "customer_code,region\nC,West\n");
        files.bring(FileKind.ORDERS, "order_number,date,customer_code,rep,region,product_code,quantity,unit_price\n"
                + "1,2024-01-01,A,Anna,South,P,1,2\n2,2024-01-01,C,Anna,,P,1,2\n3,2024-01-01,B,Anna,,P,1,2\n");
        assertEquals(List.of("1 South", "2 West", "3 null"), files.rows(regions));
        files.bring(FileKind.REPS, "rep,region\nAnna,North\n");
        assertEquals(List.of("1 South", "2 West", "3 North"), files.rows(regions));
        assertEquals(List.of("South", "West", "North"), files.rows("SELECT region.name FROM line JOIN region USING (region_key) ORDER BY line_key"));
        takeBack(3);
        assertEquals(List.of("1 South", "2 West", "3 null"), files.rows(regions));
    }

    /** 30 without quantity is one piece at 30; −5 is one piece given back at 5; the profit stands though no cost is known. */
    @Test
    void amountsAloneAreSalesOfOnePiece() {
        files.bring(FileKind.ORDERS, "order_number,date,customer_name,customer_type,description,amount,profit\n"
                + "1,2024-01-01,Ann,Retail,Lamp,30,12\n2,2024-01-02,Ann,Retail,Lamp,-5,-2\n");
        assertEquals(List.of("0 10000 300000 120000", "1 -10000 50000 -20000"),
                files.rows("SELECT kind, quantity, unit_price, margin FROM line ORDER BY line_key"));
        assertEquals(List.of("Ann Retail retail"), files.rows("SELECT name, type, type_folded FROM customer"));
    }

    /** 10% of 10 × 5 and 2 money off 40: 45 and 38. */
    @Test
    void detailsWaitForTheirHeadersAndComeBackToWaitingWithoutThem() throws java.sql.SQLException {
        files.discounts(Discounts.PERCENT);
        var details = files.bring(FileKind.ORDER_DETAILS, "order_number,product_code,description,quantity,unit_price,discount\n"
                + "1,A,Lamp,10,5,10%\n2,B,Chair,1,40,\n3,B,Chair,1,40,\n");
        assertEquals(3L, value(details, "detail rows that wait for their order headers"));
        assertEquals(0, warehouse.state().lines());
        var headers = files.bring(FileKind.ORDER_HEADERS, "order_number,date,customer_name,rep,freight,line_kind\n"
                + "1,2024-03-01,Acme,Tom,7.5,\n2,2024-03-02,Acme,Tom,,return\n");
        assertEquals(1L, value(headers, "detail rows that wait for their order headers"));
        var lines = List.of("1 A 2024-03-01 Tom 0 450000", "1 FREIGHT 2024-03-01 Tom 0 75000", "2 B 2024-03-02 Tom 1 -400000");
        var asked = "SELECT number, product.code, date, rep.name, kind, amount FROM line JOIN orders USING (order_key) JOIN product USING (product_key)"
                + " JOIN calendar ON calendar.day = line.day JOIN rep ON rep.rep_key = line.rep_key ORDER BY 1, 2";
        assertEquals(lines, files.rows(asked));
        takeBack(2);
        assertEquals(List.of("3 1250000"), files.rows("SELECT count(*), sum(amount) FROM waiting_detail"));
        assertEquals(0, warehouse.state().lines());
        files.bring(FileKind.ORDER_HEADERS, "headers again", "order_number,date,customer_name,rep,freight,line_kind\n"
                + "1,2024-03-01,Acme,Tom,7.5,\n2,2024-03-02,Acme,Tom,,return\n");
        assertEquals(lines, files.rows(asked));
    }

    /** What an order line says of a customer fills in, a list overwrites, a newer list overwrites that, and taken back it is as before. */
    @Test
    void aListWinsOverWhatIsSaidInPassingAndANewerListOverAnOlder() throws java.sql.SQLException {
        var asked = "SELECT customer.name, type, city, region.name FROM customer LEFT JOIN region USING (region_key)";
        files.bring(FileKind.ORDERS, "order_number,date,customer_code,customer_name,customer_type,region,product_code,quantity,unit_price\n"
                + "1,2024-01-01,C1,acme,Shop,East,L,1,1\n");
        assertEquals(List.of("acme Shop null East"), files.rows(asked));
        var first = files.bring(FileKind.CUSTOMERS, "customer_code,customer_name,city,region\nC1,Acme Ltd,York,North\nC2,Beta,Hull,\n");
        assertEquals(List.of(2L, 1L, 1L, 0L), List.of(value(first, "customers"), value(first, "of these new"), value(first, "known, and something changed"),
                value(first, "known, and nothing changed")));
        var second = files.bring(FileKind.CUSTOMERS, "customer_code,customer_name,city\nC1,Acme Group,\nC2,Beta,Hull\n");
        assertEquals(1L, value(second, "known, and nothing changed"));
        files.bring(FileKind.ORDERS, "order_number,date,customer_code,customer_name,customer_type,region,product_code,quantity,unit_price\n"
                + "2,2024-02-01,C1,ACME,Store,West,L,1,1\n");
        assertEquals(List.of("Acme Group Shop York North", "Beta null Hull null"), files.rows(asked + " ORDER BY code"));
        takeBack(3);
        assertEquals(List.of("Acme Ltd Shop York North", "Beta null Hull null"), files.rows(asked + " ORDER BY code"));
        takeBack(2);
        assertEquals(List.of("acme Shop null West"), files.rows(asked));
    }

    /** 10 × 7 − 10 × 4 = 30; 1.5 × 8 − 1.5 × 4 = 6. */
    @Test
    void aListOfProductsGivesEarlierAndLaterLinesTheirMargins() throws java.sql.SQLException {
        files.bring(FileKind.ORDERS, "order_number,date,product_code,quantity,unit_price\n1,2024-01-01,L,10,7\n");
        files.bring(FileKind.PRODUCTS, "product_code,description,unit_cost,stock,lead_days\nl,Lamp,4,12,5\n");
        files.bring(FileKind.ORDERS, "order_number,date,product_code,quantity,unit_price\n2,2024-01-02,L,1.5,8\n");
        assertEquals(List.of("300000 60000 360000 820000"), files.rows("SELECT min(CASE WHEN number = '1' THEN margin END), min(CASE WHEN number = '2' THEN margin END),"
                + " sum(margin), sum(costed_amount) FROM orders"));
        assertEquals(List.of("Lamp 40000 120000 5"), files.rows("SELECT name, unit_cost, stock, lead_days FROM product"));
        takeBack(2);
        assertEquals(List.of("0 0"), files.rows("SELECT sum(margin), sum(costed_amount) FROM orders"));
    }

    /** Products by name in the pipeline, by code and name in the list, squashed in a second pipeline: one product, and it is told. */
    @Test
    void namesOfTheSameLettersAndDigitsAreOneAndTold() throws java.sql.SQLException {
        files.bring(FileKind.OPPORTUNITIES, "opportunity_code,customer_name,product_code,stage,close_value\nO1,Isdom,GTXPro,Won,4514\nO2,Isdom,Unheard Of,Lost,\n");
        var list = files.bring(FileKind.PRODUCTS, "product_code,category,list_price\nGTX Pro,GTX,4821\nMG Special,MG,55\nCable 1.5m,C,1\nCable 15m,C,9\n");
        assertEquals("GTX Pro", value(list, "product \"gtxpro\""));
        assertEquals(List.of("O1 GTX Pro GTX", "O2 Unheard Of null"), files.rows("SELECT opportunity.code, name, category FROM opportunity"
                .replace("name", "product.name") + " JOIN product USING (product_key) ORDER BY 1"));
        assertEquals(List.of("5"), files.rows("SELECT count(*) FROM product"));
        var newer = files.bring(FileKind.OPPORTUNITIES, "opportunity_code,customer_name,product_code,stage,close_value\nO2,Isdom,gtxPRO,Won,70\nO3,Isdom,Nothing,Open,\n");
        assertEquals(1L, value(newer, "opportunities of a product that no products file has"));
        assertEquals(List.of("O1 won 45140000", "O2 won 700000", "O3 open null"), files.rows("SELECT code, outcome, close_value FROM opportunity ORDER BY 1"));
        takeBack(3);
        assertEquals(List.of("O1 won null", "O2 lost Unheard Of"), files.rows("SELECT opportunity.code, outcome, CASE outcome WHEN 'lost' THEN product.name END"
                + " FROM opportunity JOIN product USING (product_key) ORDER BY 1"));
        takeBack(2);
        assertEquals(List.of("GTXPro"), files.rows("SELECT product.name FROM opportunity JOIN product USING (product_key) WHERE opportunity.code = 'O1'"));
    }

    /** As companies write them; the first quarter of 2025 is 1 January to 31 March, whatever the header is called. */
    @ParameterizedTest
    @ValueSource(strings = {"Quarter;2025年第1季度", "季度;2025年第一季度", "Period;Q1 2025", "Quarter;2025-Q1", "Fiscal Quarter;FY25 Q1", "Period;FY2025 Q1", "Quarter;2025Q1", "Quarter;Q1/2025"})
    void quotasOfAQuarter(String headerAndCell) throws java.io.IOException {
        var parts = headerAndCell.split(";");
        var file = java.nio.file.Files.writeString(folder.resolve("quotas.csv"), "Sales Rep," + parts[0] + ",Quota\nAnn," + parts[1] + ",1000\nBob," + parts[1] + ",2000\n");
        files.bring(file);
        assertEquals(List.of("2025-01-01 2025-03-31 10000000", "2025-01-01 2025-03-31 20000000"),
                files.rows("SELECT date(first_day * 86400, 'unixepoch'), date(last_day * 86400, 'unixepoch'), amount FROM quota ORDER BY amount"));
    }

    @Test
    void responsesMarkContactsWhicheverComesFirst() {
        files.bring(FileKind.CAMPAIGN_RESPONSES, "campaign_code,customer_code,date\n26,1,2024-02-03\n26,1,2024-02-02\n26,9,2024-02-05\n");
        files.bring(FileKind.CAMPAIGN_CONTACTS, "campaign_code,customer_code\n26,1\n26,2\n");
        files.bring(FileKind.CAMPAIGNS, "campaign_code,campaign_name,start_date,end_date,spend\n26,Spring,2024-02-01,2024-02-09,500\n");
        assertEquals(List.of("1 2024-02-01 1 2024-02-02", "2 2024-02-01 0 null"), files.rows("""
                SELECT customer.code, day.date, responded, answer.date FROM campaign_contact JOIN customer USING (customer_key)
                JOIN calendar AS day ON day.day = campaign_contact.day LEFT JOIN calendar AS answer ON answer.day = response_day ORDER BY 1"""));
        assertEquals(List.of("5000000 1"), files.rows("SELECT spend, whole FROM campaign_spend"));
        var again = files.bring(FileKind.CAMPAIGN_CONTACTS, "campaign_code,customer_code\n26,1\n26,2\n26,9\n");
        assertEquals(3L, value(again, "contacts"));
        assertEquals(List.of("3 2"), files.rows("SELECT count(*), sum(responded) FROM campaign_contact"));
        files.bring(FileKind.CAMPAIGN_SPEND, "campaign_code,date,channel,spend\n26,2024-02-01,Mail,300\n26,2024-02-02,Mail,250\n");
        assertEquals(List.of("2 5500000"), files.rows("SELECT count(*), sum(spend) FROM campaign_spend"));
    }

    /** 10 of 10 is 5, 1 is 1, 6 is 1 + 5 × 4 / 9 = 3.2: 3. */
    @Test
    void talksOpinionsTargetsAndConsents() {
        assertEquals(Map.of("no_content", 1L), files.bring(FileKind.FEEDBACK, "feedback_code,date,product_code,rating,text\n"
                + "F1,2024-01-01,L,10,good\nF2,2024-01-02,L,6,\nF3,2024-01-03,,1,bad\nF4,2024-01-03,L,,\n").rows().rejectedByReason());
        assertEquals(List.of("5", "3", "1"), files.rows("SELECT rating FROM feedback ORDER BY code"));
        files.bring(FileKind.FEEDBACK, "rating,text\n4 out of 5,fine\n★★★,\n");
        assertEquals(List.of("4", "3"), files.rows("SELECT rating FROM feedback WHERE code IS NULL ORDER BY feedback_key"));
        files.bring(FileKind.INTERACTIONS, "interaction_code,date,customer_name,rep,interaction_kind,subject,duration\nI1,2024-01-01,Acme,Tom,Call,Prices,15\n");
        files.bring(FileKind.INTERACTIONS, "interaction_code,date,customer_name,rep,interaction_kind,subject,duration\nI1,2024-01-01,Acme,Tom,Call,Prices,20\n");
        assertEquals(List.of("call 20 Acme Tom"), files.rows("SELECT kind, duration, customer.name, rep.name FROM interaction JOIN customer USING (customer_key)"
                + " JOIN rep ON rep.rep_key = interaction.rep_key"));
        files.bring(FileKind.QUOTAS, "rep,period,quota\nTom,2024-Q1,100\nTom,Feb 2024,40\nTom,2025,400\nTom,soon,1\n");
        assertEquals(List.of("2024-01-01 2024-03-31 1000000", "2024-02-01 2024-02-29 400000", "2025-01-01 2025-12-31 4000000"), files.rows(
                "SELECT first.date, last.date, amount FROM quota JOIN calendar first ON first.day = first_day JOIN calendar last ON last.day = last_day ORDER BY 1, 2"));
        files.bring(FileKind.CONSENTS, "email,purpose,granted,date\nann@acme.com,Newsletter,yes,2024-01-01\n");
        files.bring(FileKind.CUSTOMERS, "customer_code,customer_name,email\nC7,Ann,Ann@Acme.com\n");
        assertEquals(List.of("C7 newsletter 1"), files.rows("SELECT customer.code, purpose, granted FROM consent JOIN customer USING (customer_key)"));
    }

    /** Legal forms, umlauts and commas aside the first two are one; the third differs in its number. */
    @Test
    void spellingsThatMayBeOneAreProposedAndLeftApart() {
        var report = files.bring(FileKind.CUSTOMERS, "customer_code,customer_name\nC1,Müller GmbH\nC2,Mueller Gmbh & Co\nC3,Depot 24 Nord\nC4,Depot 25 Nord\nC5,Zebra\n");
        assertEquals(List.of("Müller GmbH Mueller Gmbh & Co"), files.rows("SELECT one.name, other.name FROM merge_proposal"
                + " JOIN customer one ON one.customer_key = member_key JOIN customer other ON other.customer_key = other_key"));
        assertEquals("\"Mueller Gmbh & Co\" (0.99)", value(report, "customer \"Müller GmbH\""));
        assertEquals(List.of("5"), files.rows("SELECT count(*) FROM customer"));
    }

    @Test
    void whatLooksImpossibleIsKeptAndToldWithAnExample() {
        var report = files.bring(FileKind.ORDERS, "order_number,date,product_code,quantity,unit_price\n"
                + "1,2024-01-01,L,1,5\n2,1900-01-01,L,1,5\n3,2024-01-02,L,-1,-5\n4,2024-01-02,L,1,5000000\n");
        assertEquals("1, such as order 2 of 1900-01-01, L, 1 at 5", value(report, "lines of a year before 1970 or more than a year ahead"));
        assertEquals("1, such as order 3 of 2024-01-02, L, -1 at -5", value(report, "lines with quantity and price below 0"));
        assertEquals("1, such as order 4 of 2024-01-02, L, 1 at 5000000", value(report, "lines at more than a million times the usual price"));
        assertEquals(new BigDecimal("5000015.0000"), value(report, "total revenue"));
        assertEquals(4, warehouse.state().lines());
    }

    @Test
    void withoutOrdersNowIsTheNewestDayOfAnythingElse() {
        files.bring(FileKind.OPPORTUNITIES, "opportunity_code,customer_name,stage,created_date,closed_date\nO1,A,Won,2017-03-01,2017-12-31\nO2,A,Open,2017-02-01,2030-01-01\n");
        assertEquals("2017-02-01 2017-12-31", warehouse.state().firstDay() + " " + warehouse.state().newestDay());
    }
}
