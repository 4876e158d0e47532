package org.salesconsultant.channels.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Provenance;

class TextTableTest {
    private static final Finding SALES = finding(List.of(
            List.of("Hazelnut Syrup 1 l", new BigDecimal("4986.5000"), 0.0284),
            List.of("榛子糖浆", new BigDecimal("1200"), 0.5)));

    @Test
    void alignsFiguresToTheRightAndCountsChineseLettersTwice() {
        var table = TextTable.of(SALES, 20, 32, 84);

        assertThat(table.text()).isEqualTo("""
                Product             Revenue (GBP)  Share
                Hazelnut Syrup 1 l       4,986.50   2.8%
                榛子糖浆                 1,200.00  50.0%
                """);
        assertThat(table.isWhole()).isTrue();
    }

    @Test
    void narrowsCellsBeforeItLeavesColumnsOut() {
        var narrow = TextTable.of(SALES, 20, 32, 36);
        assertThat(narrow.text()).startsWith("Product       Revenue (GB…  Share\nHazelnut Sy…      4,986.50   2.8%\n");
        assertThat(narrow.columns()).isEqualTo(3);
        assertThat(narrow.isWhole()).isFalse();

        assertThat(TextTable.of(SALES, 20, 32, 30).columns()).isEqualTo(2);
        assertThat(TextTable.of(SALES, 1, 32, 84).isWhole()).as("a row is missing").isFalse();
    }

    private static Finding finding(List<List<@Nullable Object>> rows) {
        return new Finding("f_1", "query_metrics", Map.of(), "Sales", "Summary.", List.of(Finding.Column.of("Product", Finding.Type.TEXT),
                new Finding.Column("Revenue", Finding.Type.MONEY, "GBP"), Finding.Column.of("Share", Finding.Type.PERCENT)), rows, null, null,
                new Provenance(List.of(), null, List.of(), null, null, null, 2, null), List.of(), List.of());
    }
}
