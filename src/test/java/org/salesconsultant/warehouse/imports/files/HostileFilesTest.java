package org.salesconsultant.warehouse.imports.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.UserError;

class HostileFilesTest {
    private static final String ORDERS = "order,date,price\n1,2026-01-05,3.50\n2,2026-01-06,4.25\n";

    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static UserError refusal(Path file) {
        var error = assertThrows(UserError.class, () -> TableFiles.open(file));
        assertEquals(UserError.Category.BAD_FILE, error.category());
        assertFalse(error.message().contains("\n") || error.hint().isBlank());
        return error;
    }

    @Test
    void nothingToReadIsSaid() throws IOException {
        assertTrue(refusal(folder.resolve("none.csv")).message().startsWith("There is no file "));
        assertTrue(refusal(folder).message().endsWith(" is a folder."));
        assertTrue(refusal(file("")).message().endsWith(" is empty."));
        assertTrue(refusal(file(" \r\n\r\n\t\n")).message().endsWith(" is empty."));
        assertTrue(refusal(file(gzip(new byte[0]))).message().endsWith(" is empty."));
        assertTrue(refusal(file(",,,\n,,,\n")).message().endsWith(" is empty."));
    }

    @Test
    void aCutGzipIsRefusedWhereverItIsCut() throws IOException {
        var packed = gzip(ORDERS.repeat(2_000).getBytes(StandardCharsets.UTF_8));
        for (int length : new int[] {3, 12, packed.length / 2, packed.length - 9, packed.length - 1}) {
            assertTrue(refusal(file(Arrays.copyOf(packed, length))).message().contains("is a damaged .gz file"), "cut at " + length);
        }
    }

    @Test
    void otherContentIsNamed() throws IOException {
        assertTrue(refusal(file("%PDF-1.7\nwhatever")).message().contains("a PDF document"));
        assertTrue(refusal(file(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})).message().contains("a picture"));
        assertTrue(refusal(file("  <!DOCTYPE html><table>")).message().contains("a web page"));
        assertTrue(refusal(file(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0}))
                .message().contains("an old Excel file (.xls) or a workbook with a password"));
        var noise = new byte[5_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 7 % 97);
        }
        assertTrue(refusal(file(noise)).message().contains("is no text"));
    }

    @Test
    void aNulByteIsLeftOutAndItsRowKept() throws IOException {
        var table = TableFiles.open(file("order,price\n1,3\u0000.50\n2,4\n")).getFirst();
        assertEquals(List.of(List.of("1", "3.50"), List.of("2", "4")), Tables.rows(table));
        assertEquals(List.of("1 NUL byte, which stands for nothing, was left out."), table.doubts());
    }

    @Test
    void aLineWithoutEndIsRefusedAndMemoryStaysBounded() throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("long.csv"))) {
            out.write(ORDERS.getBytes(StandardCharsets.UTF_8));
            var piece = "x,".repeat(1 << 19).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                out.write(piece);
            }
        }
        assertTrue(refusal(folder.resolve("long.csv")).message().contains("has a line of more than 16 MB"));
    }

    @Test
    void aQuoteThatNeverClosesCostsItsOwnRowOnly() throws IOException {
        var rows = Tables.rows(TableFiles.open(file("order,name,price\n1,\"Lamp,3.50\n2,Mug,4.25\n3,Cup,1.00\n4,Pan,9.00\n")).getFirst());
        assertEquals(List.of(List.of("1", "\"Lamp", "3.50"), List.of("2", "Mug", "4.25")), rows.subList(0, 2));
        assertEquals(4, rows.size());
    }

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws IOException {
        var file = file(ORDERS);
        var table = TableFiles.open(file).getFirst();
        Files.writeString(file, ORDERS + "3,2026-01-07,5.00\n");
        var error = assertThrows(UserError.class, () -> Tables.rows(table));
        assertTrue(error.message().endsWith("was changed while it was being read. Nothing was imported."));
    }
}
