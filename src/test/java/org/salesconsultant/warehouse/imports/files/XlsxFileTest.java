package org.salesconsultant.warehouse.imports.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.UserError;

class XlsxFileTest {
    @TempDir
    private Path folder;

    private Path book(Consumer<Workbook> content) throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "test", "1.0")) {
            content.accept(book);
        }
        return file;
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case String text -> sheet.value(row, i, text);
                case Number number -> sheet.value(row, i, number);
                case Boolean truth -> sheet.value(row, i, truth);
                case LocalDate date -> {
                    sheet.value(row, i, date);
                    sheet.style(row, i).format("dd/mm/yyyy").set();
                }
                case LocalDateTime moment -> {
                    sheet.value(row, i, moment);
                    sheet.style(row, i).format("m/d/yy h:mm").set();
                }
                default -> throw new IllegalArgumentException(String.valueOf(cells[i]));
            }
        }
    }

    private String refusal(Path file) {
        return assertThrows(UserError.class, () -> TableFiles.open(file)).message();
    }

    @Test
    void cellsAreTheTextsAPersonSees() throws IOException {
        var file = book(book -> {
            var sheet = book.newWorksheet("Orders");
            row(sheet, 0, "Order", "Date", "At", "Price", "Share", "Paid", "Total", "Code");
            row(sheet, 1, "A1", LocalDate.of(2011, 12, 9), LocalDateTime.of(2011, 12, 9, 8, 26), 0.1 + 0.2, 0.125, true, 0, "007");
            sheet.style(1, 4).format("0.0%").set();
            sheet.formula(1, 6, "D2*2");
            row(sheet, 2, "A2", LocalDate.of(1999, 2, 28), LocalDateTime.of(2011, 12, 9, 0, 0), new BigDecimal("1234567.89"), 1, false, 12, "008");
            sheet.style(2, 4).format("0.0%").set();
        });
        var table = TableFiles.open(file).getFirst();
        assertEquals("book.xlsx, sheet \"Orders\"", table.name());
        assertEquals("Excel sheet Orders", table.format());
        assertEquals(List.of("Order", "Date", "At", "Price", "Share", "Paid", "Total", "Code"), table.header());
        var rows = Tables.rows(table);
        assertEquals(List.of("A1", "2011-12-09", "2011-12-09T08:26", "0.3", "12.5%", "true"), rows.getFirst().subList(0, 6));
        assertEquals(List.of("A2", "1999-02-28", "2011-12-09T00:00", "1234567.89", "100%", "false", "12", "008"), rows.get(1));
        assertEquals(rows, Tables.rows(table));
    }

    @Test
    void aHeaderStandsBelowTitlesAndATotalBelowTheTable() throws IOException {
        var file = book(book -> {
            var sheet = book.newWorksheet("Report");
            row(sheet, 0, "Sales report");
            row(sheet, 1, "March 2026");
            row(sheet, 3, "Region", "Units", "Amount");
            row(sheet, 4, "North", 5, 12.5);
            row(sheet, 6, "South", 7, 20);
            row(sheet, 7, "Total", 12, 32.5);
            sheet.value(7, 1, (String) null);
        });
        var table = TableFiles.open(file).getFirst();
        assertEquals(List.of("Region", "Units", "Amount"), table.header());
        assertEquals(List.of(List.of("North", "5", "12.5"), List.of("South", "7", "20")), Tables.rows(table));
        assertEquals(List.of("2 above the header lines were left out.", "1 below the table line was left out: \"Total 32.5\"."), table.doubts());
    }

    @Test
    void aCellMergedDownStandsInEachOfItsRows() throws IOException {
        var file = book(book -> {
            var sheet = book.newWorksheet("Merged");
            row(sheet, 0, "Region", "Rep", "Sales");
            row(sheet, 1, "North", "Ada", 1);
            row(sheet, 2, "", "Bob", 2);
            row(sheet, 3, "", "Cleo", 3);
            row(sheet, 4, "South", "Dan", 4);
            sheet.range(1, 0, 3, 0).merge();
        });
        assertEquals(List.of("North", "North", "North", "South"), Tables.rows(TableFiles.open(file).getFirst()).stream().map(List::getFirst).toList());
    }

    @Test
    void eachSheetAndEachTableOnItIsATable() throws IOException {
        var file = book(book -> {
            var first = book.newWorksheet("A");
            row(first, 0, "Code", "Price");
            row(first, 1, "X1", 5);
            row(first, 2, "X2", 6);
            row(first, 4, "Rep", "Region", "Quota");
            row(first, 5, "Ada", "North", 100);
            row(first, 6, "Bob", "South", 200);
            book.newWorksheet("Empty");
            row(book.newWorksheet("B"), 0, "Name", "Country");
        });
        var tables = TableFiles.open(file);
        assertEquals(List.of(List.of("Code", "Price"), List.of("Rep", "Region", "Quota"), List.of("Name", "Country")),
                tables.stream().map(TableFile::header).toList());
        assertEquals(List.of(List.of("X1", "5"), List.of("X2", "6")), Tables.rows(tables.getFirst()));
        assertEquals(List.of(List.of("Ada", "North", "100"), List.of("Bob", "South", "200")), Tables.rows(tables.get(1)));
        assertEquals(3, tables.stream().map(TableFile::sha256).distinct().count());
    }

    @Test
    void aPackedWorkbookIsReadAndADamagedOneRefused() throws IOException {
        var file = book(book -> {
            var sheet = book.newWorksheet("Orders");
            row(sheet, 0, "Order", "Price");
            row(sheet, 1, "A1", 5);
        });
        var bytes = Files.readAllBytes(file);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        var table = TableFiles.open(Files.write(folder.resolve("book.xlsx.gz"), packed.toByteArray())).getFirst();
        assertEquals(List.of(List.of("A1", "5")), Tables.rows(table));
        assertTrue(refusal(Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(bytes, bytes.length / 2))).contains("is a damaged workbook"));
    }

    @Test
    void aZipBombIsRefusedBeforeItFillsMemory() throws IOException {
        var file = folder.resolve("bomb.xlsx");
        var blank = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 300; i++) {
                zip.write(blank);
            }
        }
        assertTrue(refusal(file).endsWith("unpacks to far more than a workbook holds; it was not read."));
    }

    @Test
    void otherZipsAreNamed() throws IOException {
        var file = folder.resolve("letter.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        assertTrue(refusal(file).contains("is a Word document"));
    }
}
