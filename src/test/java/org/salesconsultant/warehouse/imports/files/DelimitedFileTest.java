package org.salesconsultant.warehouse.imports.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedFileTest {
    private static final List<String> HEADER = List.of("order", "date", "product", "price");
    private static final List<List<String>> ROWS = List.of(List.of("A-1", "2026-01-05", "Lamp, green", "3.50"),
            List.of("A-2", "2026-01-06", "Mug", "1204.25"), List.of("A-3", "2026-01-07", "Cup and saucer", "0.99"));
    private static final String TABLE = "order,date,product,price\nA-1,2026-01-05,\"Lamp, green\",3.50\nA-2,2026-01-06,Mug,1204.25\n"
            + "A-3,2026-01-07,Cup and saucer,0.99\n";

    @TempDir
    private Path folder;

    private List<TableFile> tables(byte[] bytes) throws IOException {
        return TableFiles.open(Files.write(folder.resolve("file.csv"), bytes));
    }

    private TableFile table(String text) throws IOException {
        return table(text, StandardCharsets.UTF_8);
    }

    private TableFile table(String text, Charset charset) throws IOException {
        var tables = tables(text.getBytes(charset));
        assertEquals(1, tables.size());
        return tables.getFirst();
    }

    private void assertIsTheTable(TableFile table) {
        assertEquals(HEADER, table.header());
        assertEquals(ROWS, Tables.rows(table));
    }

    private void assertIsTheTable(String text) throws IOException {
        assertIsTheTable(table(text));
    }

    @Test
    void theUsualFileHasNothingToDoubt() throws IOException {
        var table = table(TABLE);
        assertIsTheTable(table);
        assertEquals("CSV, comma, UTF-8", table.format());
        assertEquals("file.csv", table.name());
        assertEquals(List.of(), table.doubts());
        assertEquals(TABLE.length(), table.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", "||", ", ", " | ", "^", "~", ":", "\u0001", "::", "~|~"})
    void delimitersAreFoundOut(String delimiter) throws IOException {
        assertIsTheTable(TABLE.replace("Lamp, green", "Lamp; green").replace(",", delimiter).replace("Lamp; green", "Lamp, green"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void recordsEndAnyWay(String end) throws IOException {
        assertIsTheTable(TABLE.replace("\n", end));
    }

    @Test
    void recordsEndOneWayAndTheOther() throws IOException {
        assertIsTheTable(TABLE.replaceFirst("\n", "\r\n").replace("3.50\n", "3.50\r"));
    }

    @Test
    void blankLinesAndNoLastLineEndChangeNothing() throws IOException {
        assertIsTheTable(TABLE.strip());
        assertIsTheTable(TABLE + "\n\n");
        assertIsTheTable("\n" + TABLE.replace("A-2", "\nA-2") + "   \n,,,\n");
    }

    @Test
    void decimalCommasDoNotPartCells() throws IOException {
        var table = table("name;price;weight\nMug;3,50;0,2\nCup;4,25;0,15\nPan;12,00;1,1\n");
        assertEquals(List.of("name", "price", "weight"), table.header());
        assertEquals(List.of("Cup", "4,25", "0,15"), Tables.rows(table).get(1));
    }

    @Test
    void quotesMayBeApostrophes() throws IOException {
        assertIsTheTable(TABLE.replace('"', '\''));
        var table = table("n,name\n1,'O''Hara, Scarlett'\n2,'Rhett'\n3,'Smith, Bob'\n");
        assertEquals(List.of("1", "O'Hara, Scarlett"), Tables.rows(table).getFirst());
    }

    @Test
    void anApostropheInANameIsNoQuote() throws IOException {
        var table = table("town,people\n's-Hertogenbosch,150000\nDen Haag,500000\n't Zand,3000\n");
        assertEquals(List.of("'s-Hertogenbosch", "150000"), Tables.rows(table).getFirst());
    }

    @Test
    void quotesInCellsAreDoubledOrEscapedOrNeither() throws IOException {
        var rows = List.of(List.of("1", "Table, 48\"", "5.00"), List.of("2", "7\" plate, blue", "6.00"), List.of("3", "Mug", "7.00"));
        for (var escaped : List.of("\"\"", "\\\"", "\"")) {
            var inch = escaped;
            var table = table("n,name,price\n1,\"Table, 48" + inch + "\",5.00\n2,\"7" + inch + " plate, blue\",6.00\n3,Mug,7.00\n");
            assertEquals(rows, Tables.rows(table), "escaped as " + escaped);
        }
    }

    @Test
    void aStrayQuoteStaysInItsCell() throws IOException {
        var table = table("n,name,note,price\n1,\"Mug,\"large, blue\",5\n2,Cup,\"small, red\",6\n3,Pan,\"round, black\",7\n4,Pot,x,8\n5,Lid,\"\n6,Jug,\"y, z\",9\n");
        assertEquals(List.of(List.of("1", "\"Mug", "large, blue", "5"), List.of("2", "Cup", "small, red", "6")), Tables.rows(table).subList(0, 2));
        assertEquals(List.of("6", "Jug", "y, z", "9"), Tables.rows(table).getLast());
    }

    @Test
    void quotedCellsMayHaveLineEnds() throws IOException {
        assertEquals(List.of("2", "two\nlines, \"quoted\"", "3"), Tables.rows(table("a,b,c\n1,x,2\n2,\"two\nlines, \"\"quoted\"\"\",3\n3,y,4\n")).get(1));
    }

    @Test
    void columnsMayBeAlignedByBlanks() throws IOException {
        var table = table(" 00001 19970101  1   11.77\r\n 00002 19970112  1   12.00\r\n 00002 19970112  5   77.00\r\n 00003 19970102 12  120.76\r\n");
        assertFalse(table.hasHeader());
        assertEquals(List.of("", "", "", ""), table.header());
        assertEquals(List.of("00003", "19970102", "12", "120.76"), Tables.rows(table).getLast());
        assertEquals(4, Tables.rows(table).size());
    }

    @Test
    void aTableOfNumbersHasNoHeader() throws IOException {
        var table = table("1,2026-01-05,3.50\n2,2026-01-06,4.00\n3,2026-01-07,5.25\n");
        assertFalse(table.hasHeader());
        assertEquals(3, Tables.rows(table).size());
    }

    @Test
    void aHeaderOverTextOnlyIsTakenWithADoubt() throws IOException {
        var table = table("name,city\nAda,London\nBob,Paris\nCleo,Cairo\n");
        assertEquals(List.of("name", "city"), table.header());
        assertEquals(List.of("Nothing but its look tells that the first row names the columns; it was taken as the header."), table.doubts());
    }

    @Test
    void aHeaderAloneIsAHeader() throws IOException {
        var table = table("order,date,price\n");
        assertEquals(List.of("order", "date", "price"), table.header());
        assertEquals(List.of(), Tables.rows(table));
    }

    @Test
    void titlesStandAboveAndNotesBelow() throws IOException {
        var table = table("Sales report\nRegion: North\n\n" + TABLE + "\nTotal,,,1208.74\nReport generated 2026-02-01 by admin\n");
        assertIsTheTable(table);
        assertEquals(List.of("2 above the header lines were left out.", "2 below the table lines were left out: \"Total 1208.74\" …."), table.doubts());
        assertIsTheTable("\"Sales report\",,,\n,,,\n" + TABLE + "\"Total\",,,1208.74\n");
    }

    @Test
    void anEndOutOfSightIsFoundToo() throws IOException {
        var rows = "A-1,2026-01-05,\"Lamp, green\",3.50\n".repeat(60_000);
        var table = table("order,date,product,price\n" + rows + "\nGrand total,,,210000.00\nExported from the shop,,,\n");
        var read = Tables.rows(table);
        assertEquals(60_000, read.size());
        assertEquals(ROWS.getFirst(), read.getLast());
        assertEquals(List.of("2 below the table lines were left out: \"Grand total 210000.00\" …."), table.doubts());
    }

    @Test
    void aHeaderInSeveralRowsIsJoined() throws IOException {
        assertEquals(List.of("Region", "Units Q1", "Units Q2", "Amount Q1", "Amount Q2"),
                table("Region,Units,,Amount,\n,Q1,Q2,Q1,Q2\nNorth,1,2,10.5,20\nSouth,3,4,30,40.25\n").header());
        assertEquals(List.of("Region", "Date start", "Date end", "Amount GBP"),
                table(",Date,Date,Amount\nRegion,start,end,GBP\nNorth,2026-01-01,2026-01-31,5\nSouth,2026-01-01,2026-01-31,6\nWest,2026-01-01,2026-01-31,7\n").header());
    }

    @Test
    void aRepeatedHeaderIsNoRow() throws IOException {
        assertEquals(2 * ROWS.size(), Tables.rows(table(TABLE + TABLE)).size());
    }

    @Test
    void severalTablesStandBelowEachOther() throws IOException {
        for (var between : List.of("", "\n", "\nReps\n")) {
            var tables = tables((TABLE + between + "rep,region,quota,since,level\nAda,North,100,2020-01-01,1\nBob,South,200,2021-01-01,2\nCleo,West,300,2022-01-01,1\n")
                    .getBytes(StandardCharsets.UTF_8));
            assertEquals(2, tables.size(), between);
            assertIsTheTable(tables.getFirst());
            assertEquals(List.of("rep", "region", "quota", "since", "level"), tables.getLast().header());
            assertEquals(List.of("Cleo", "West", "300", "2022-01-01", "1"), Tables.rows(tables.getLast()).getLast());
            assertEquals(3, Tables.rows(tables.getLast()).size());
            assertEquals("file.csv, table 2", tables.getLast().name());
        }
    }

    @Test
    void raggedRowsKeepTheCellsTheyHave() throws IOException {
        var rows = Tables.rows(table("a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n1,2,3\n"));
        assertEquals(List.of(List.of("1", "2", "3"), List.of("4", "5"), List.of("6", "7", "8", "9")), rows.subList(0, 3));
    }

    @Test
    void aTrailingDelimiterIsNoColumn() throws IOException {
        assertEquals(HEADER, table(TABLE.replace("\n", ",\n")).header());
    }

    @Test
    void encodingsAreFoundOut() throws IOException {
        var french = "client,ville,prix\nSociété Générale,Besançon,3\nCafé Léon,Nîmes,4\n";
        var chinese = "客户,城市,金额\n北京贸易公司,北京,3.50\n上海电子商店,上海,4.00\n";
        for (var charset : List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE")) {
            assertEquals(List.of("Société Générale", "Besançon", "3"), Tables.rows(table(french, Charset.forName(charset))).getFirst(), charset);
        }
        for (var charset : List.of("UTF-8", "GB18030", "UTF-16LE")) {
            var table = charset.startsWith("UTF-16") ? table("\ufeff" + chinese, Charset.forName(charset)) : table(chinese, Charset.forName(charset));
            assertEquals(List.of("客户", "城市", "金额"), table.header(), charset);
            assertEquals(List.of("上海电子商店", "上海", "4.00"), Tables.rows(table).getLast(), charset);
        }
        assertIsTheTable("\ufeff" + TABLE);
        assertTrue(table(french, Charset.forName("windows-1252")).doubts().contains("The text is no UTF-8; it was read as windows-1252."));
    }

    @Test
    void aFewBrokenBytesDoNotChangeTheEncoding() throws IOException {
        var bytes = ("name,city\n" + "Zoë,Köln\n".repeat(50) + "Bad~,Paris\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 8] = (byte) 0x92;
        var rows = Tables.rows(tables(bytes).getFirst());
        assertEquals(List.of("Zoë", "Köln"), rows.getFirst());
        assertEquals(List.of("Bad\ufffd", "Paris"), rows.getLast());
    }

    @Test
    void gzipIsUnpackedWhateverTheNameSays() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(TABLE.getBytes(StandardCharsets.UTF_8));
        }
        var table = tables(packed.toByteArray()).getFirst();
        assertIsTheTable(table);
        assertEquals("CSV, comma, UTF-8, gzip", table.format());
        assertEquals(packed.size(), table.bytes());
    }

    @Test
    void whatAPersonSaysOfTheWritingHolds() throws IOException {
        var file = Files.writeString(folder.resolve("odd.txt"), "some title\nA-1;x,y;5\nA-2;x,z;6\n");
        var table = TableFiles.open(file, new Writing(Optional.of(new Dialect(";", false, Dialect.NONE, Dialect.NONE)), OptionalInt.of(1), OptionalInt.of(0))).getFirst();
        assertFalse(table.hasHeader());
        assertEquals(List.of(List.of("A-1", "x,y", "5"), List.of("A-2", "x,z", "6")), Tables.rows(table));
    }
}
