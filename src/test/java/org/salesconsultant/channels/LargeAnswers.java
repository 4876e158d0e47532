package org.salesconsultant.channels;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Provenance;

/**
 * Answers that reach what a channel takes at most.
 *
 * @param sign that the channel writes as more than one, so that what just fits before does not fit afterwards
 */
public record LargeAnswers(String sign) {
    public static final String LONG_TEXT = "Revenue rose in the north and fell in the south. ".repeat(103);

    /** An answer as it was kept, with another text and other findings, and suggestions of any length. */
    public static Answer with(Answer kept, String text, Finding... findings) {
        return new Answer(kept.conversationId(), kept.messageId(), text, kept.brain(), kept.status(), List.of(findings),
                List.of("a".repeat(100), "b".repeat(3_000), "今年每个月的收入"), 1);
    }

    /** "Customer 0" with 0.50 to "Customer n" with n × 10 + 0.50. */
    public Finding table(int rows) {
        return finding(List.of(column("Customer"), new Finding.Column("Revenue", Finding.Type.MONEY, "GBP")), IntStream.range(0, rows)
                .<List<@Nullable Object>>mapToObj(row -> List.of("Customer " + row, new BigDecimal(row * 10 + ".50"))).toList());
    }

    /** One row of twenty cells, each longer than the one before. */
    public Finding wide() {
        return finding(IntStream.range(0, 20).mapToObj(column -> column("Column " + column)).toList(),
                List.of(IntStream.range(0, 20).<@Nullable Object>mapToObj(column -> sign.repeat(column * 60)).toList()));
    }

    public Finding finding(List<Finding.Column> columns, List<List<@Nullable Object>> rows) {
        return new Finding(Ids.next("f"), "query_metrics", Map.of(), "Title & more", "Summary.", columns, rows, null, null,
                new Provenance(List.of(), null, List.of(), null, null, null, rows.size(), null),
                IntStream.range(0, 12).mapToObj(number -> "Caveat " + number + " " + sign.repeat(400)).toList(), List.of());
    }

    public static Finding.Column column(String name) {
        return Finding.Column.of(name, Finding.Type.TEXT);
    }
}
