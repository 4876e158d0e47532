package org.salesconsultant.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.analytics.forecast.CalendarRegression.Effect;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/**
 * From Monday 2 January 2023 on, 400 days. A lamp costs 10, in every other stretch of five weeks 20, of which then a quarter as
 * many are sold: 40 or 10 a day, an elasticity of −2. On each eleventh day a campaign sells half as many again.
 */
class WhatIfTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    private static final int DAYS = 400;
    private static final long ONE = 10_000;
    private static final Viewer ANNA = new Viewer("key:anna", "Anna", Role.MANAGER, null);

    @TempDir static Path folder;
    private static Warehouse moving;
    private static Warehouse still;
    private static Toolbox tools;

    @BeforeAll
    static void fill() throws SQLException {
        var home = new Home(Path.of("."));
        var model = SemanticModel.load(home);
        tools = new Toolbox(home, List.of(new WhatIf(new MetricQueries(model, new Members(model)))));
        moving = open("moving", true);
        still = open("still", false);
    }

    @AfterAll
    static void close() {
        moving.close();
        still.close();
    }

    private static Warehouse open(String name, boolean moves) throws SQLException {
        var warehouse = Warehouse.open(folder.resolve(name + ".db"), false);
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                long lamp = star.product(new StarWriter.NewProduct("LAMP", "Lamp", null, false, null, null));
                long spring = star.campaign(new StarWriter.NewCampaign("SPR", "Spring", null, null, null, null));
                for (int i = 0; i < DAYS; i++) {
                    var day = FIRST.plusDays(i);
                    boolean dear = moves && i / 35 % 2 == 1;
                    boolean promoted = moves && i % 11 == 0;
                    long price = dear ? 20 : 10;
                    long quantity = (dear ? 10 : 40) * (promoted ? 3 : 2) / 2;
                    var order = star.order(new StarWriter.NewOrder("test", "O" + i, day, null, null, null, null, null, promoted ? (Long) spring : null, null), null);
                    star.line(order, new StarWriter.NewLine(lamp, Kind.SALE, quantity * ONE, price * ONE, 0, quantity * price * ONE, null, "Lamp"));
                }
                star.finish("GBP", null, name2 -> false);
            }
            return null;
        });
        return warehouse;
    }

    private static Outcome call(String arguments, Warehouse warehouse, Language language) {
        return tools.call("what_if", arguments, ANNA, language, warehouse, step -> {});
    }

    private static Finding find(String arguments) {
        return assertInstanceOf(Outcome.Found.class, call(arguments, moving, Language.ENGLISH)).finding();
    }

    private static double number(@Nullable Object cell) {
        return assertInstanceOf(Number.class, cell).doubleValue();
    }

    /** 1.05 to the power of 1 − 2 for revenue, of −2 for units. */
    @Test
    void multipliesTheForecastByWhatThePriceDid() {
        for (var row : find("{\"driver\": \"price\", \"change\": 0.05}").rows()) {
            assertEquals(1 / 1.05, number(row.get(2)) / number(row.get(1)), 0.01);
            assertEquals(number(row.get(2)) - number(row.get(1)), number(row.get(5)), 0.011);
            assertTrue(number(row.get(3)) <= number(row.get(2)) && number(row.get(2)) <= number(row.get(4)));
        }
        var units = find("{\"metric\": \"units_sold\", \"driver\": \"price\", \"change\": -0.1, \"horizon\": 2}");
        assertEquals(2, units.rows().size());
        assertEquals(Math.pow(0.9, -2), number(units.rows().getFirst().get(2)) / number(units.rows().getFirst().get(1)), 0.03);
    }

    /** Days with a campaign have 1.5 times the sales; a year before one in eleven had one, which the forecast is taken to hold. */
    @Test
    void takesPromotionsOutOfTheForecast() {
        var finding = find("{\"driver\": \"promotion\", \"grain\": \"day\", \"horizon\": 11}");
        double before = finding.rows().stream().mapToDouble(row -> number(row.get(1))).sum();
        double after = finding.rows().stream().mapToDouble(row -> number(row.get(2))).sum();
        assertTrue(after < before, finding.rows().toString());
        assertTrue(finding.rows().stream().anyMatch(row -> Math.abs(number(row.get(2)) / number(row.get(1)) - 1 / 1.5) < 0.03), finding.rows().toString());
        assertTrue(finding.summary().contains("The 37 days with a promotion had +5"), finding.summary());
        assertTrue(finding.caveats().getFirst().contains("only a trial can tell"));
    }

    @Test
    void saysWhenTheHistorySaysNothing() {
        var price = assertInstanceOf(Outcome.OutOfScope.class, call("{\"driver\": \"price\", \"change\": 0.05}", still, Language.ENGLISH));
        assertTrue(price.message().startsWith("Prices paid hardly varied since 2 January 2023"), price.message());
        var promotion = assertInstanceOf(Outcome.OutOfScope.class, call("{\"driver\": \"promotion\"}", still, Language.CHINESE));
        assertEquals("数据中没有属于营销活动的订单，因此历史无法说明促销的影响。", promotion.message());
    }

    @Test
    void tellsAnEffectFromNone() {
        var unsure = new Scenario("price", 0.05, new Effect(-3, 2), true, FIRST, DAYS, 0, Set.of(), List.of("price"));
        assertFalse(unsure.isTold());
        // 1.05 to the power of 1 − 3
        assertEquals(Math.pow(1.05, -2), unsure.factor(FIRST, FIRST.plusDays(7), -3), 1e-12);
        assertTrue(new Scenario("price", 0.05, new Effect(-3, 1), true, FIRST, DAYS, 0, Set.of(), List.of("price")).isTold());
    }

    @Test
    void namesWhatIsModelledWhereADriverIsNot() {
        var outcome = assertInstanceOf(Outcome.OutOfScope.class, call("{\"driver\": \"two more reps\"}", moving, Language.ENGLISH));
        assertTrue(outcome.message().contains("prices or promotions"), outcome.message());
        assertEquals(2, outcome.instead().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"driver\": \"price\"}", "{\"driver\": \"price\", \"change\": 5}", "{\"driver\": \"price\", \"change\": 0}",
            "{\"driver\": \"promotion\", \"change\": 2}", "{\"driver\": \"promotion\", \"horizon\": 0}", "{\"driver\": \"promotion\", \"metric\": \"revenu\"}"})
    void refusesArgumentsThatDoNotFitAndSaysWhatDoes(String arguments) {
        assertFalse(assertThrows(UserError.class, () -> call(arguments, moving, Language.ENGLISH)).hint().isBlank());
    }
}
