package org.salesconsultant.warehouse.imports.recognition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.imports.fields.Columns;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.files.TableFiles;

class ColumnReadingTest {
    private static final Path CDNOW = Path.of("../shared/data/cdnow/CDNOW_sample.txt.gz");
    private static final String LINES = "Order No,Date,Item,Qty,Price,Total\n1,2024-01-31,Lamp,2,3.50,7.00\n1,2024-01-31,Desk,3,10.00,30.00\n2,2024-02-01,Lamp,4,3.50,14.00\n"
            + "2,2024-02-01,Pen,5,1.20,6.00\n3,2024-02-02,Pen,6,1.20,7.20\n3,2024-02-02,Lamp,7,3.50,24.50\n";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"InvoiceNo|invoice no", "INVOICE_NUMBER|invoice no", "Rechnungsnr.|invoice no", "invoicedate|invoice date", "N° commande|no order", "Cust #|customer no",
        "Prix unitaire HT|prix unitaire", "qtyOrdered|quantity ordered", "E-Mail|e mail", "E-mail address|e mail address", "Kundennummer|customer no", "商品名称|商品名称", "Discontinued|discontinued"})
    void headersThatMeanTheSameHaveOneForm(String header, String normal) {
        assertEquals(normal.replace("prix unitaire", Vocabulary.of(new Home(Path.of(""))).normal().of("prix unitaire")), Vocabulary.of(new Home(Path.of(""))).normal().of(header));
    }

    /** A mended file, an export of one day: with the headers of the whole one they are what the whole one is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "orders | Order No,Date,SKU,Qty,Price;1,2024-01-31,A,2,400;1,2024-01-31,B,1,x",
        "orders | Order No,Date,SKU,Qty,Price;1,2024-01-31,A,two,400;1,2024-01-31,B,1,5",
        "orders | Order No,Date,SKU,Qty,Price;1,someday,A,2,400;1,2024-01-31,B,1,5;2,2024-02-02,B,1,5",
        "orders | Invoice,Invoice Date,Customer ID,StockCode,Quantity,UnitPrice;7,01.02.2024,K1,S1,3,n.v.;7,01.02.2024,K1,S2,-,2,50",
        "order_headers | Order No,Date,Customer,Sales Rep;1,2024-01-31,Ann,Bo;2,yesterday,Cid,Bo",
        "order_details | Order No,SKU,Qty,Price;1,A,2,400;1,B,1,ask",
        "products | SKU,Product Name,Category,Unit Cost,Stock;A,Lamp,Light,3.5,10;B,Desk,Wood,?,2",
        "quotas | Sales Rep,Month,Quota;Ann,2024-01,1000;Bo,2024-01,tbd"})
    void inATinyFileOneBrokenCellIsNoProofAgainstAHeader(String kind, String rows) throws IOException {
        var file = Files.writeString(folder.resolve("export.csv"), rows.replace(';', '\n') + "\n");
        assertEquals(kind, Recognition.of(new Home(Path.of("")), TableFiles.open(file).getFirst(), null, null).kind().word());
    }

    /** Against all permutations of small tables. */
    @Test
    void theAssignmentIsTheBestThereIs() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int rows = 1 + random.nextInt(4);
            int columns = 1 + random.nextInt(4);
            var scores = IntStream.range(0, rows).mapToObj(row -> IntStream.range(0, columns).mapToDouble(column -> random.nextInt(4) == 0 ? 0 : random.nextInt(100)).toArray()).toArray(double[][]::new);
            var paired = Assignment.best(scores);
            double sum = IntStream.range(0, rows).filter(row -> paired[row] >= 0).mapToDouble(row -> scores[row][paired[row]]).sum();
            assertEquals(bestOfAll(scores, 0, new boolean[columns]), sum, 1e-9);
            assertEquals(IntStream.of(paired).filter(each -> each >= 0).count(), IntStream.of(paired).filter(each -> each >= 0).distinct().count());
        }
        assertArrayEquals(new int[] {-1}, Assignment.best(new double[][] {{0, 0}}));
    }

    private static double bestOfAll(double[][] scores, int row, boolean[] used) {
        if (row == scores.length) {
            return 0;
        }
        double best = bestOfAll(scores, row + 1, used);
        for (int column = 0; column < used.length; column++) {
            if (!used[column]) {
                used[column] = true;
                best = Math.max(best, scores[row][column] + bestOfAll(scores, row + 1, used));
                used[column] = false;
            }
        }
        return best;
    }

    /** Two ids that say the same, a date, a count and money: the file the CDNOW data came as, without a header. */
    @Test
    void aFileWithoutHeaderIsReadByItsCells() throws IOException {
        assumeTrue(Files.exists(CDNOW), CDNOW + " is missing");
        var recognition = recognise(CDNOW);
        assertEquals(FileKind.ORDERS, recognition.kind());
        assertEquals(Map.of(Field.CUSTOMER_CODE, List.of(0), Field.DATE, List.of(2), Field.QUANTITY, List.of(3), Field.AMOUNT, List.of(4)), recognition.columns().positions());
        assertTrue(recognition.recognised().stream().filter(each -> each.field() == Field.AMOUNT).allMatch(Recognition.Recognised::isQuestion));
    }

    /** 10 × 5 less 20 percent is 40; the column says neither that it is a discount in percent nor what the others are. */
    @Test
    void arithmeticTellsHowADiscountIsWritten() throws IOException {
        var rows = new StringBuilder("Order No,Date,SKU,Pieces,Each,Discount,Net\n");
        for (int i = 1; i <= 12; i++) {
            int price = 5 + 5 * (i % 2);
            int discount = i % 4 == 0 ? 0 : 20;
            rows.append(i).append(",2024-01-").append(10 + i).append(",A").append(i % 3).append(',').append(i + 1).append(',').append(price).append(',').append(discount).append(',')
                    .append((i + 1) * price * (100 - discount) / 100).append('\n');
        }
        var recognition = recognise(write("a.csv", rows.toString()));
        assertEquals(Discounts.PERCENT, recognition.formats().discounts());
        assertEquals(List.of(6), recognition.columns().positions().get(Field.AMOUNT));
        assertEquals(List.of(), recognition.doubts());
    }

    @Test
    void ordersWrittenOnTheirFirstLineOnlyAreNoticed() throws IOException {
        var recognition = recognise(write("o.csv", "Order No,Date,Customer Name,SKU,Qty,Price\nA1,2024-01-31,Ada King,L1,2,3\n,,,L2,1,5\nA2,2024-02-01,Bob Ray,L1,1,3\n,,,L3,4,2\n"));
        assertEquals(Set.of(Field.ORDER_NUMBER, Field.DATE, Field.CUSTOMER_NAME), recognition.columns().carried());
        assertTrue(recognition.doubts().contains("Orders are written on the first of their lines only; a blank below means the same order."));
        var blanks = recognise(write("b.csv", "Order No,Date,Customer Name,SKU,Qty,Price\nA1,2024-01-31,Ada King,L1,2,3\nA2,,Eva Fox,L2,1,5\nA3,,Bob Ray,L1,1,3\n"));
        assertEquals(Set.of(), blanks.columns().carried());
    }

    @Test
    void theCurrencyIsReportedWhereTheFileNamesOne() throws IOException {
        assertEquals("EUR", recognise(write("e.csv", LINES.replace("Price", "Price (EUR)"))).currency().orElseThrow().getCurrencyCode());
        assertEquals("GBP", recognise(write("g.csv", LINES.replace(",3.50,", ",£3.50,"))).currency().orElseThrow().getCurrencyCode());
        assertTrue(recognise(write("n.csv", LINES)).currency().isEmpty());
        var mixed = recognise(write("m.csv", "Order No,Date,SKU,Qty,Price,Currency\n1,2024-01-31,A,2,5,EUR\n2,2024-01-31,A,3,5,USD\n"));
        assertTrue(mixed.currency().isEmpty());
        assertTrue(mixed.doubts().getFirst().startsWith("Amounts are in several currencies (EUR, USD)"));
    }

    @Test
    void countriesUnderAHeaderOfTwoMeaningsAreCountries() throws IOException {
        var recognition = recognise(write("l.csv", LINES.replace("Total\n", "Total,Country/Region\n").replaceAll("(\\d)\\n(?=\\d|$)", "$1,Österreich\n")));
        assertEquals(List.of(6), recognition.columns().positions().get(Field.COUNTRY));
        assertFalse(recognition.columns().has(Field.REGION));
    }

    @Test
    void chineseOrderDetailsWithAPercentageDiscountAreToldApart() throws IOException {
        var rows = new StringBuilder("订单编号,产品编码,数量,单价,折扣率\n");
        for (int i = 0; i < 20; i++) {
            rows.append(5_000 + i / 2).append(",P").append(100 + i).append(',').append(1 + i % 5).append(",26.78,").append(i % 3 * 5).append("%\n");
        }
        for (var charset : List.of(java.nio.charset.StandardCharsets.UTF_8, java.nio.charset.Charset.forName("GB18030"))) {
            var recognition = recognise(Files.writeString(folder.resolve(charset.name() + ".csv"), rows, charset));
            assertEquals(FileKind.ORDER_DETAILS, recognition.kind());
            assertEquals(Set.of(Field.ORDER_NUMBER, Field.PRODUCT_CODE, Field.QUANTITY, Field.UNIT_PRICE, Field.DISCOUNT), recognition.columns().positions().keySet());
            assertEquals(Discounts.PERCENT, recognition.formats().discounts());
        }
    }

    @Test
    void cancelledOrdersArePointedOutAndNoReturns() throws IOException {
        var recognition = recognise(write("c.csv", "Order No,Date,SKU,Qty,Price,Order Status\n1,2024-01-31,A,2,5,Completed\n2,2024-01-31,A,3,5,Cancelled\n"));
        assertFalse(recognition.columns().has(Field.LINE_KIND));
        assertTrue(recognition.doubts().contains("Rows with \"Cancelled\" in column \"Order Status\" are read like the others; leave them out of the export if they do not count."));
    }

    /** Groups and figures are kept; names, telephone numbers, addresses and long texts are not. */
    @Test
    void whatNoFieldHoldsIsKeptWhereItGroupsOrCounts() throws IOException {
        var rows = new StringBuilder("Customer No,Customer Name,Tier,Employees,Contact,Phone,Remark\n");
        for (int i = 0; i < 12; i++) {
            rows.append("C").append(i).append(",Firm ").append((char) ('A' + i)).append(" Ltd,").append(i % 2 == 0 ? "gold" : "silver").append(',').append(100 + 7 * i).append(",Person ").append((char) ('A' + i))
                    .append(",030 55").append(1_000 + i).append(",a long remark about what they like to be told when somebody calls them on the phone\n");
        }
        var recognition = recognise(write("customers.csv", rows.toString()));
        assertEquals(FileKind.CUSTOMERS, recognition.kind());
        assertEquals(List.of("Employees"), recognition.columns().attributes().stream().map(Columns.Attribute::name).filter(name -> !name.equals("Tier")).toList());
        assertEquals(List.of("Contact", "Phone", "Remark"), recognition.ignored());
    }

    @Test
    void aKindThatIsNamedWinsAndAClosePairIsTold() throws IOException {
        var file = write("invoices.csv", "Invoice No,Invoice Date,Customer Name,Net Amount\n1,2024-01-31,Ada King,10.50\n2,2024-02-01,Bob Ray,7.25\n3,2024-02-02,Eva Fox,3.10\n");
        var found = recognise(file);
        assertEquals(FileKind.ORDER_HEADERS, found.kind());
        assertTrue(found.doubts().toString().contains("--as orders"), found.doubts().toString());
        var named = Recognition.of(new Home(Path.of("")), TableFiles.open(file).getFirst(), null, FileKind.ORDERS);
        assertEquals(FileKind.ORDERS, named.kind());
        assertTrue(named.columns().has(Field.AMOUNT));
        assertTrue(assertThrows(UserError.class, () -> recognise(write("weather.csv", "Day,Sunshine,Rain\n2024-01-01,3.5,0\n2024-01-02,4.5,1\n"))).hint().contains("--as"));
    }

    /** A model is asked about no header that is known, and its word is a question. */
    @Test
    void aModelIsAskedOnlyAboutUnknownHeaders() throws IOException {
        var asked = new AtomicInteger();
        List<String> texts = new ArrayList<>();
        Embedder embedder = (language, headers) -> {
            asked.incrementAndGet();
            texts.addAll(headers);
            return headers.stream().map(text -> text.equals("nation state") || text.equals("country") ? new float[] {1, 0} : new float[] {0, 1}).toList();
        };
        Recognition.of(new Home(Path.of("")), TableFiles.open(write("known.csv", LINES)).getFirst(), null, null, embedder);
        assertEquals(0, asked.get());
        var file = write("unknown.csv", LINES.replace("Total\n", "Total,Nation State\n").replaceAll("(\\d)\\n(?=\\d|$)", "$1,France\n"));
        var recognition = Recognition.of(new Home(Path.of("")), TableFiles.open(file).getFirst(), null, null, embedder);
        var country = recognition.recognised().stream().filter(each -> each.field() == Field.COUNTRY).findFirst().orElseThrow();
        assertEquals("Nation State", country.header());
        assertTrue(country.isQuestion());
        assertFalse(texts.contains("order no"), texts.toString());
    }

    private Recognition recognise(Path file) {
        return Recognition.of(new Home(Path.of("")), TableFiles.open(file).getFirst(), null, null);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
