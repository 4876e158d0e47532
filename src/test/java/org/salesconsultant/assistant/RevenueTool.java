package org.salesconsultant.assistant;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.tools.Tool;
import org.salesconsultant.tools.ToolContext;
import org.salesconsultant.warehouse.Warehouse;

/** Answers any revenue question with 1,200 of 2,000. */
final class RevenueTool implements Tool<RevenueTool.Arguments> {
    record Arguments(String period) {}

    @Override
    public String name() {
        return "query_metrics";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        if (arguments.period().equals("never")) {
            throw new UserError(UserError.Category.BAD_INPUT, "\"never\" names no period.", "Say it like \"2011\".");
        }
        context.steps().accept("reading orders");
        return new Outcome.Found(new Finding(Ids.next("f"), name(), Map.of("period", arguments.period()), "Revenue " + arguments.period(),
                "Revenue in " + arguments.period() + " was £1,200.", List.of(Finding.Column.of("year", Finding.Type.TEXT),
                Finding.Column.of("revenue", Finding.Type.MONEY)), List.of(List.of("2010", new BigDecimal("800")),
                List.of("2011", new BigDecimal("1200"))), null, null, new Provenance(List.of(), null, List.of(), null, null, null, 2, null),
                List.of(), List.of("And by month?")));
    }

    static void writePrompt(Path home) throws IOException {
        Files.createDirectories(home.resolve("prompts/tools"));
        Files.writeString(home.resolve("prompts/tools/query_metrics.yaml"), """
                description: revenue
                arguments: {period: a year}
                examples: {en: [revenue in 2011], zh: [2011年收入]}
                group: numbers
                wording: {en: {}, zh: {}}
                """);
    }

    /** Orders from January to December 2011, as far as the assistant asks, and a country that no answer names. */
    static void fill(Warehouse warehouse) {
        warehouse.database().write(handle -> {
            handle.execute("INSERT INTO country (name, name_folded) VALUES ('Germany', 'germany')");
            return handle.execute("INSERT INTO warehouse_setting VALUES ('data_version', '1'), ('first_day', '2011-01-01'), ('newest_day', '2011-12-09')");
        });
    }
}
