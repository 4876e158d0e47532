package org.salesconsultant.channels.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Provenance;

class FindingCsvTest {
    @Test
    void writesFiguresExactAndQuotesWhatNeedsIt() {
        var csv = FindingCsv.of(finding(List.of(Finding.Column.of("Day", Finding.Type.DATE), new Finding.Column("Revenue", Finding.Type.MONEY, "GBP"),
                Finding.Column.of("Rate", Finding.Type.PERCENT), new Finding.Column("Orders", Finding.Type.INTEGER, "orders")),
                Arrays.asList(LocalDate.of(2011, 12, 9), new BigDecimal("9747747.9300"), 0.00001234, 19960L),
                Arrays.asList("a \"b\", c", null, 12_345_678.5, null)));

        assertEquals("""
                Day,Revenue (GBP),Rate,Orders
                2011-12-09,9747747.9300,0.00001234,19960
                "a ""b"", c",,12345678.5,
                """.replace("\n", "\r\n"), csv);
    }

    @Test
    void letsNoTextRunAsAFormula() {
        var csv = FindingCsv.of(finding(List.of(Finding.Column.of("=1+1", Finding.Type.TEXT)),
                List.of("=HYPERLINK(1)"), List.of("+44 20"), List.of("-1"), List.of("@cmd"), List.of("\tx"), List.of("＝1+1"), List.of("a=b")));

        assertEquals("'=1+1\r\n'=HYPERLINK(1)\r\n'+44 20\r\n'-1\r\n'@cmd\r\n'\tx\r\n'＝1+1\r\na=b\r\n", csv);
    }

    @Test
    void leavesNegativeNumbersNumbers() {
        assertEquals("Change\r\n-12.5\r\n", FindingCsv.of(finding(List.of(Finding.Column.of("Change", Finding.Type.NUMBER)), List.of(-12.5))));
    }

    @SafeVarargs
    private static Finding finding(List<Finding.Column> columns, List<Object>... rows) {
        return new Finding("f_1", "query_metrics", Map.of(), "Revenue", "", columns, List.of(rows), null, null,
                new Provenance(List.of(), null, List.of(), null, null, null, 0, null), List.of(), List.of());
    }
}
