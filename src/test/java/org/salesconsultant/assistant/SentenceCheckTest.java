package org.salesconsultant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Finding.Column;
import org.salesconsultant.sales.Finding.Type;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.warehouse.Warehouse;

class SentenceCheckTest {
    /** 600 + 300 + 100 = 1,000: shares 60, 30 and 10 %, the average 333.33. */
    private static final Finding COUNTRIES = finding(Map.of("period", "2011"), "Revenue by country", "Revenue in 2011: France leads with £600, 60% of the total.",
            List.of(Column.of("country", Type.TEXT), Column.of("revenue", Type.MONEY), Column.of("orders", Type.INTEGER)),
            List.of(List.of("France", new BigDecimal("600"), 27), List.of("Spain", new BigDecimal("300"), 15), List.of("United Kingdom", new BigDecimal("100"), 13)));
    private static final Finding LAMPS = finding(Map.of("filters", "Anna Keller"), "Revenue by product", "Brass Table Lamp leads.",
            List.of(Column.of("product", Type.TEXT), Column.of("revenue", Type.MONEY)),
            List.of(List.of("Brass Table Lamp", new BigDecimal("70")), List.of("Regency Cakestand 3 Tier", new BigDecimal("30"))));

    @TempDir
    static Path folder;
    private static Warehouse warehouse;
    private static MemberNames names = text -> List.of();

    @BeforeAll
    static void open() {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        Shop.fill(warehouse);
        names = Shop.names(warehouse);
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    private static Finding finding(Map<String, Object> arguments, String title, String summary, List<Column> columns, List<List<Object>> rows) {
        var period = new Provenance.PeriodUsed("2011", LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31));
        return new Finding("f", "query_metrics", arguments, title, summary, columns, List.copyOf(rows), null, null,
                new Provenance(List.of(), period, List.of(), null, null, null, 2, LocalDate.of(2011, 12, 9)), List.of(), List.of());
    }

    private static boolean holds(String sentence, Finding... findings) {
        return new SentenceCheck(List.of(findings), List.of("how are we doing with paper cups?"), names, warehouse.state().periods()).holds(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "France leads, then Spain and the UK.", "法国领先，其次是西班牙和英国。", "Paper Cups are not among the first.",
        "It was a nice year in 2011.", "Revenue and orders of customers by category, quota or campaign were not asked for."})
    void namesOfTheFindingAndOfTheQuestionMayBeUsed(String sentence) {
        assertThat(holds(sentence, COUNTRIES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Germany leads.", "德国领先。", "Blue Heron Café bought most.", "Most went to blue heron café.", "C200 bought most.", "The best rep was Anna Keller.",
        "Spring Mailing brought most of it.", "Most were Table Lamps.", "Nice sold best.", "It was May Hart who sold most.", "France leads, ahead of Germany.",
        "Online made most of it."})
    void aNameFromNowhereMayNot(String sentence) {
        assertThat(holds(sentence, COUNTRIES)).isFalse();
    }

    @Test
    void aMonthIsNoRep() {
        assertThat(names.in("In May 2011, and in May.")).isEmpty();
        assertThat(names.in("It was May Hart, Anna and Keller's lamp.")).extracting(MemberNames.Named::words).containsExactly("May Hart", "Anna", "Keller");
    }

    @Test
    void aNameCutShortIsThatOfTheFinding() {
        assertThat(holds("The Table Lamp leads.", LAMPS)).isTrue();
        assertThat(holds("The Table Lamp leads.", COUNTRIES)).isFalse();
        assertThat(holds("Anna sold most of them.", LAMPS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "France leads with £600.", "France made 60% of the total of £1,000.", "法国收入600英镑，占60%。", "Spain made £300 in 15 orders, £20 each.",
        "The UK made £100, £500 less than the first and 33% of what the one before it made.", "Spain lies below the average of £333.33.",
        "France made twice what Spain did: £300 more.", "France with £600 and Spain with £300 made £900.", "All of them made £1,000, the last £100.",
        "In 2011 Spain had 15 of the 55 orders."})
    void aNumberMaySayWhatItsMemberHasInItsRowAndAmongAll(String sentence) {
        assertThat(holds(sentence, COUNTRIES, LAMPS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Spain leads with £600.", "西班牙以600英镑领先。", "Spain made 60% of the total.", "France had 13 orders.", "The UK made £300.", "英国有27个订单。",
        "Regency Cakestand 3 Tier made £70.", "Paper Cups made £600."})
    void aNumberOfAnotherMemberIsNotIts(String sentence) {
        assertThat(holds(sentence, COUNTRIES, LAMPS)).isFalse();
    }
}
