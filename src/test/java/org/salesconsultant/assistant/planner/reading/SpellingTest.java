package org.salesconsultant.assistant.planner.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private final Spelling spelling = new Spelling(Map.of("rev", "revenue"), List.of("revenue", "orders", "returns", "customers", "pounds", "change"),
            List.of("have", "which", "here"), List.of("germany", "nigeria"), Set.of("refund", "return")::contains);

    @ParameterizedTest
    @CsvSource({"rev,revenue", "reveneu,revenue", "custmers,customers", "custommers,customers", "retruns,returns", "oders,orders", "revanue,revenue",
            "quater,quarter", "septmber,september", "montly,monthly", "hvae,have", "germny,germany"})
    void mendsOneSlip(String said, String meant) {
        assertThat(spelling.mend(said)).contains(meant);
    }

    /** Other words, other names, two slips, and what a name would be lost by. */
    @ParameterizedTest
    @ValueSource(strings = {"charge", "pound", "niger", "borders", "hats", "hire", "wich", "rvne", "germanny2", "revenue", "return"})
    void leavesOtherWordsAlone(String word) {
        assertThat(spelling.mend(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abcd,abdc,SWAPPED", "abd,abcd,MISSED", "abccd,abcd,DOUBLED", "abed,abad,REPLACED"})
    void tellsSlipsApart(String said, String meant, Slip slip) {
        assertThat(Slip.between(said, meant)).isEqualTo(slip);
    }

    @ParameterizedTest
    @CsvSource({"abcd,abcd", "abcd,badc", "abcd,ab", "abcd,abxd"})
    void findsNoneBetweenOthers(String said, String meant) {
        assertThat(Slip.between(said, meant)).isNull();
    }
}
