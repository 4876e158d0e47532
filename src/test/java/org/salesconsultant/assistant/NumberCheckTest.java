package org.salesconsultant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Provenance;

class NumberCheckTest {
    /** France 2,383,668.24 and Spain 595,917.06: together 2,979,585.30, a quarter (0.25), four times, shares 80 % and 20 %. */
    private static final NumberCheck CHECK = new NumberCheck(List.of(new Finding("f", "query_metrics", Map.of("limit", 25), "Revenue",
            "Revenue by country.", List.of(Finding.Column.of("country", Finding.Type.TEXT), Finding.Column.of("revenue", Finding.Type.MONEY)),
            List.of(List.of("France", new BigDecimal("2383668.24")), List.of("Spain", new BigDecimal("595917.06")),
                    List.of("Area 51 Stores", new BigDecimal("0"))),
            null, null, new Provenance(List.of(), null, List.of(), null, null, null, 2, null), List.of(), List.of())));

    @ParameterizedTest
    @ValueSource(strings = {
        "France made £2,383,668.24.", "France made £2.38 million.", "France made 2.4m.", "收入238.4万英镑。", "Spain made £595,917.",
        "Together £2,979,585.30.", "Spain made 25% of what France did.", "France had 80% of the total.", "France made 4 times as much.",
        "The top 3 in Q3 2011, between 1 July and 30 September 2011, on 2011-07-01.", "Area 51 Stores bought nothing.", "You asked for 25 rows."})
    void whatAFindingExplainsHolds(String sentence) {
        assertThat(CHECK.holds(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "France made £2.39 million.", "France made £2,383,668.25.", "Spain grew 13%.", "收入240万英镑。", "It sold 51 boxes.", "About 2.383 billion.",
        "A total of £3.1 million.", "It made five million pounds.", "It made £5.", "It grew 5 percent.", "It grew by five per cent.", "It made 5千.",
        "It made £３,０００."})
    void whatNoFindingExplainsDoesNot(String sentence) {
        assertThat(CHECK.holds(sentence)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "£2.38 million | 2380000 | 5000 | false", "1,234.5 | 1234.5 | 0.05 | false", "25% | 25 | 0.5 | true", "5.247万 | 52470 | 5 | false",
        "190k | 190000 | 500 | false"})
    void numbersAreReadWithTheirUnitAndPrecision(String text, double value, double half, boolean percent) {
        var numbers = SpokenNumbers.in(text);
        assertThat(numbers).hasSize(1);
        assertThat(numbers.getFirst().value()).isCloseTo(value, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(numbers.getFirst().halfDigit()).isCloseTo(half, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(numbers.getFirst().percent()).isEqualTo(percent);
    }

    @Test
    void datesAreNoNumbers() {
        assertThat(SpokenNumbers.in("From 1 July to 30 September 2011, i.e. Q3 2011, 2011-Q3, 2011年第三季度, 12月9日, week W48 of 2011.")).isEmpty();
    }
}
