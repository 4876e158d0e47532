package org.salesconsultant.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {
    private static final Spoken ENGLISH = new Spoken(Language.ENGLISH, "GBP");
    private static final Spoken CHINESE = new Spoken(Language.CHINESE, "GBP");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "500.80 | £500.80 | 500.80英镑", "0 | £0.00 | 0.00英镑", "52465.62 | £52,466 | 5.247万英镑", "2383668.24 | £2.38 million | 238.4万英镑",
        "9747747.934 | £9.75 million | 974.8万英镑", "-1500.4 | -£1,500 | -1,500英镑", "1234567890 | £1.23 billion | 12.35亿英镑",
        "999996 | £1 million | 100万英镑"})
    void moneyAsPeopleSayIt(BigDecimal amount, String english, String chinese) {
        assertThat(ENGLISH.money(amount)).isEqualTo(english);
        assertThat(CHINESE.money(amount)).isEqualTo(chinese);
    }

    @Test
    void withoutAKnownCurrencyNoSymbolIsPrinted() {
        assertThat(new Spoken(Language.ENGLISH, null).money(new BigDecimal("2383668.24"))).isEqualTo("2.38 million");
        assertThat(new Spoken(Language.ENGLISH, "CHF").money(new BigDecimal("52465"))).isEqualTo("CHF 52,465");
    }

    @ParameterizedTest
    @CsvSource({"0.25, 25%", "0.0316, 3.2%", "0.0004, 0.04%", "-0.123, -12%", "0, 0%", "1.5, 150%"})
    void percentagesKeepWhatMatters(double fraction, String said) {
        assertThat(ENGLISH.percent(fraction)).isEqualTo(said);
    }

    @Test
    void periodsAndDatesInBothLanguages() {
        var quarter = new Period("Q3 2011", LocalDate.of(2011, 7, 1), LocalDate.of(2011, 10, 1), false);
        assertThat(ENGLISH.dates(quarter)).isEqualTo("1 July to 30 September 2011");
        assertThat(CHINESE.period(quarter)).isEqualTo("2011年第三季度");
        var month = new Period("last month", LocalDate.of(2011, 11, 1), LocalDate.of(2011, 12, 1), false);
        assertThat(ENGLISH.dates(month)).isEqualTo("1 to 30 November 2011");
        assertThat(CHINESE.period(month)).isEqualTo("2011年11月");
        assertThat(ENGLISH.dates(new Period("", LocalDate.of(2010, 12, 1), LocalDate.of(2011, 12, 10), false)))
                .isEqualTo("1 December 2010 to 9 December 2011");
        assertThat(CHINESE.date(LocalDate.of(2011, 12, 9))).isEqualTo("2011年12月9日");
    }

    @Test
    void lists() {
        assertThat(ENGLISH.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(CHINESE.list(List.of("甲", "乙", "丙"))).isEqualTo("甲、乙和丙");
        assertThat(ENGLISH.list(List.of("a"))).isEqualTo("a");
    }
}
