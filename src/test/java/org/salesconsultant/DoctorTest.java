package org.salesconsultant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.salesconsultant.cli.SalesConsultant;
import org.salesconsultant.warehouse.Warehouse;

@ResourceLock(Resources.SYSTEM_OUT)
class DoctorTest {
    private static final String ORDERS = "Order No,Date,SKU,Qty,Price,Customer ID\n1,2024-01-05,MUG,2,5.00,A\n"
            + "2,2024-01-06,CUP,many,3.00,B\n3,2024-01-07,CUP,1,3.00,B\n4,2024-01-08,MUG,2,5.00,A\n5,2024-01-09,MUG,1,5.00,A\n";

    @TempDir Path folder;

    private String output = "";

    private int run(String... args) {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return SalesConsultant.run(new Main(), args);
        } finally {
            System.setOut(before);
            output = out.toString(StandardCharsets.UTF_8);
        }
    }

    private void imported() throws IOException {
        var file = Files.writeString(folder.resolve("orders.csv"), ORDERS);
        assertThat(run("import", file.toString(), "--yes", "--data", folder.resolve("data").toString())).isZero();
    }

    @Test
    void aSoundSetUpPassesAndSaysWhatCouldBeBetter() throws IOException {
        imported();
        assertThat(run("doctor", "--data", folder.resolve("data").toString())).isZero();
        assertThat(output).contains("ok       warehouse").contains("ok       columnar copy").contains("4 order lines, the newest data is of 2024-01-09.")
                .contains("1 of 5 imported rows were rejected.").contains("ok       embeddings").contains("ok       brain");
    }

    @Test
    void ordersThatDisagreeWithTheirLinesAreAFailure() throws IOException {
        imported();
        try (var warehouse = Warehouse.open(folder.resolve("data/warehouse.db"), false)) {
            warehouse.database().write(handle -> handle.execute("UPDATE orders SET revenue = revenue + 1"));
        }
        assertThat(run("doctor", "--data", folder.resolve("data").toString())).isEqualTo(1);
        assertThat(output).contains("failure  warehouse").contains("Orders and lines disagree in line sums: 280004 and 280000.");
    }
}
