package org.salesconsultant.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected dates come from the table in DESIGN.md §2, whose newest order is Friday 2011-12-09, and from a 2011 calendar. */
class PeriodsTest {
    private final Periods periods = new Periods(LocalDate.of(2010, 12, 1), LocalDate.of(2011, 12, 9));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            this year                      | 2011-01-01 | 2011-12-31
            this month                     | 2011-12-01 | 2011-12-31
            this quarter                   | 2011-10-01 | 2011-12-31
            this week                      | 2011-12-05 | 2011-12-11
            last month                     | 2011-11-01 | 2011-11-30
            last quarter                   | 2011-07-01 | 2011-09-30
            last year                      | 2010-01-01 | 2010-12-31
            last week                      | 2011-11-28 | 2011-12-04
            last 3 months                  | 2011-09-01 | 2011-11-30
            the past three months          | 2011-09-01 | 2011-11-30
            last 2 weeks                   | 2011-11-21 | 2011-12-04
            last two quarters              | 2011-04-01 | 2011-09-30
            last 30 days                   | 2011-11-10 | 2011-12-09
            past 30 days                   | 2011-11-10 | 2011-12-09
            year to date                   | 2011-01-01 | 2011-12-09
            YTD                            | 2011-01-01 | 2011-12-09
            month to date                  | 2011-12-01 | 2011-12-09
            this year so far               | 2011-01-01 | 2011-12-09
            since March                    | 2011-03-01 | 2011-12-09
            since 15 March 2011            | 2011-03-15 | 2011-12-09
            November                       | 2011-11-01 | 2011-11-30
            December                       | 2011-12-01 | 2011-12-31
            last December                  | 2010-12-01 | 2010-12-31
            Q3 2011                        | 2011-07-01 | 2011-09-30
            2011 Q3                        | 2011-07-01 | 2011-09-30
            q3 of 2011                     | 2011-07-01 | 2011-09-30
            third quarter                  | 2011-07-01 | 2011-09-30
            the third quarter of 2011      | 2011-07-01 | 2011-09-30
            H1 2011                        | 2011-01-01 | 2011-06-30
            second half of 2011            | 2011-07-01 | 2011-12-31
            2011                           | 2011-01-01 | 2011-12-31
            Oct 2011                       | 2011-10-01 | 2011-10-31
            October, 2011                  | 2011-10-01 | 2011-10-31
            Oct '11                        | 2011-10-01 | 2011-10-31
            2011-11                        | 2011-11-01 | 2011-11-30
            11/2011                        | 2011-11-01 | 2011-11-30
            November this year             | 2011-11-01 | 2011-11-30
            last year's December           | 2010-12-01 | 2010-12-31
            9 December 2011                | 2011-12-09 | 2011-12-09
            December 9th, 2011             | 2011-12-09 | 2011-12-09
            2011-12-09                     | 2011-12-09 | 2011-12-09
            2011/12/09                     | 2011-12-09 | 2011-12-09
            13/9/2011                      | 2011-09-13 | 2011-09-13
            9/13/2011                      | 2011-09-13 | 2011-09-13
            5 November                     | 2011-11-05 | 2011-11-05
            today                          | 2011-12-09 | 2011-12-09
            yesterday                      | 2011-12-08 | 2011-12-08
            last Monday                    | 2011-12-05 | 2011-12-05
            week 48 2011                   | 2011-11-28 | 2011-12-04
            2011-W48                       | 2011-11-28 | 2011-12-04
            week 52 of 2010                | 2010-12-27 | 2011-01-02
            from March to May 2011         | 2011-03-01 | 2011-05-31
            between 1 and 15 August 2011   | 2011-08-01 | 2011-08-15
            between 1 July and 15 August 2011 | 2011-07-01 | 2011-08-15
            2011-07-01 to 2011-09-30       | 2011-07-01 | 2011-09-30
            1 to 15 August 2011            | 2011-08-01 | 2011-08-15
            December 2010 to February 2011 | 2010-12-01 | 2011-02-28
            Nov to Feb 2011                | 2010-11-01 | 2011-02-28
            2010 to 2011                   | 2010-01-01 | 2011-12-31
            Q1 to Q3 2011                  | 2011-01-01 | 2011-09-30
            the quarter before last        | 2011-04-01 | 2011-06-30
            2 months ago                   | 2011-10-01 | 2011-10-31
            before 2011                    | 2010-12-01 | 2010-12-31
            until March 2011               | 2010-12-01 | 2011-03-31
            after October 2011             | 2011-11-01 | 2011-12-09
            next quarter                   | 2012-01-01 | 2012-03-31
            next 8 weeks                   | 2011-12-12 | 2012-02-05
            next year                      | 2012-01-01 | 2012-12-31
            all data                       | 2010-12-01 | 2011-12-09
            """)
    void readsEnglish(String words, LocalDate from, LocalDate lastDay) {
        assertDates(from, lastDay, periods.read(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2011年第三季度        | 2011-07-01 | 2011-09-30
            2011年三季度          | 2011-07-01 | 2011-09-30
            第三季度              | 2011-07-01 | 2011-09-30
            上个季度              | 2011-07-01 | 2011-09-30
            上季度                | 2011-07-01 | 2011-09-30
            去年                  | 2010-01-01 | 2010-12-31
            今年                  | 2011-01-01 | 2011-12-31
            本月                  | 2011-12-01 | 2011-12-31
            这个月                | 2011-12-01 | 2011-12-31
            上月                  | 2011-11-01 | 2011-11-30
            上个月                | 2011-11-01 | 2011-11-30
            本季度                | 2011-10-01 | 2011-12-31
            上周                  | 2011-11-28 | 2011-12-04
            2011年11月            | 2011-11-01 | 2011-11-30
            2011年十一月份        | 2011-11-01 | 2011-11-30
            11月                  | 2011-11-01 | 2011-11-30
            ２０１１年１１月      | 2011-11-01 | 2011-11-30
            2011年11月9日         | 2011-11-09 | 2011-11-09
            11月9号               | 2011-11-09 | 2011-11-09
            最近30天              | 2011-11-10 | 2011-12-09
            过去3个月             | 2011-09-01 | 2011-11-30
            过去三个月            | 2011-09-01 | 2011-11-30
            最近两周              | 2011-11-21 | 2011-12-04
            今年以来              | 2011-01-01 | 2011-12-09
            年初至今              | 2011-01-01 | 2011-12-09
            三月以来              | 2011-03-01 | 2011-12-09
            自2011年3月以来       | 2011-03-01 | 2011-12-09
            去年12月              | 2010-12-01 | 2010-12-31
            今年三月              | 2011-03-01 | 2011-03-31
            2011年上半年          | 2011-01-01 | 2011-06-30
            2011年第48周          | 2011-11-28 | 2011-12-04
            2011年3月到5月        | 2011-03-01 | 2011-05-31
            从2010年12月至2011年2月 | 2010-12-01 | 2011-02-28
            2011年7月1日到8月15日 | 2011-07-01 | 2011-08-15
            10月和11月之间        | 2011-10-01 | 2011-11-30
            2011年                | 2011-01-01 | 2011-12-31
            未来8周               | 2011-12-12 | 2012-02-05
            下个季度              | 2012-01-01 | 2012-03-31
            明年                  | 2012-01-01 | 2012-12-31
            """)
    void readsChinese(String words, LocalDate from, LocalDate lastDay) {
        assertDates(from, lastDay, periods.read(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            this year                | 2011
            last quarter             | Q3 2011
            last 3 months            | September to November 2011
            last 30 days             | 10 November to 9 December 2011
            year to date             | 1 January to 9 December 2011
            H1 2011                  | H1 2011
            week 52 2010             | week 52 2010
            5 November               | 5 November 2011
            1 to 15 August 2011      | 1 to 15 August 2011
            December 2010 to February 2011 | December 2010 to February 2011
            15 December 2010 to 3 January 2011 | 15 December 2010 to 3 January 2011
            2010 to 2011             | 2010 to 2011
            2011-07-01 to 2011-09-30 | Q3 2011
            next 8 weeks             | 12 December 2011 to 5 February 2012
            all time                 | all data
            """)
    void namesAPeriodAsAPersonWouldAndReadsTheNameBack(String words, String name) {
        var period = periods.read(words);
        assertEquals(name, period.name());
        assertEquals(period, periods.read(period.name()));
    }

    @Test
    void aRunningPeriodIsPartial() {
        assertTrue(periods.read("this month").partial());
        assertTrue(periods.read("2011").partial());
        assertFalse(periods.read("last month").partial());
        assertFalse(periods.read("year to date").partial());
    }

    @Test
    void theNewestDayOfAMonthEndsItsLastCompleteMonth() {
        var monthEnd = new Periods(LocalDate.of(2010, 12, 1), LocalDate.of(2011, 11, 30));
        assertEquals("November 2011", monthEnd.read("last month").name());
        assertEquals("November 2011", monthEnd.read("this month").name());
        assertFalse(monthEnd.read("this month").partial());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "12/9", "12/9/2011", "31 June 2011", "revenue in 2011", "2011 and 2010", "week 53 2011"})
    void refusesWhatNamesNoPeriodOrTwo(String words) {
        assertThrows(UserError.class, () -> periods.read(words));
    }

    @Test
    void aDateThatReadsBothWaysHasBothReadings() {
        var mention = assertInstanceOf(TimeMention.Ambiguous.class, periods.find("orders on 12/9").getFirst());
        assertEquals(List.of("12 September 2011", "9 December 2011"), mention.readings().stream().map(Period::name).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            same month last year        | November 2011 | November 2010
            the same period last year   | Q3 2011       | Q3 2010
            去年同期                    | Q3 2011       | Q3 2010
            a year earlier              | 2011          | 2010
            the previous quarter        | Q3 2011       | Q2 2011
            previous month              | November 2011 | October 2011
            the month before            | March 2011    | February 2011
            previous period             | H1 2011       | H2 2010
            previous period             | 10 to 14 November 2011 | 5 to 9 November 2011
            """)
    void shiftsFromAnotherPeriod(String words, String base, String expected) {
        assertEquals(expected, periods.read(words, periods.read(base)).name());
    }

    @Test
    void findsMentionsWhereTheyStand() {
        var text = "compare revenue of October 2011 with September";
        var found = periods.find(text);
        assertEquals(List.of("October 2011", "September"), found.stream().map(m -> text.substring(m.start(), m.end())).toList());
        assertEquals("September 2011", assertInstanceOf(TimeMention.Named.class, found.get(1)).period().name());
    }

    @Test
    void keepsTheTwoEndsOfARange() {
        var named = assertInstanceOf(TimeMention.Named.class, periods.find("Why did revenue change between October and November 2011?").getFirst());
        assertEquals(List.of("October 2011", "November 2011"), named.parts().stream().map(Period::name).toList());
    }

    @Test
    void knowsAHorizonFromAPeriod() {
        var ahead = assertInstanceOf(TimeMention.Ahead.class, periods.find("forecast revenue for the next 8 weeks").getFirst());
        assertEquals(Grain.WEEK, ahead.grain());
        assertEquals(8, ahead.steps());
        assertEquals(3, assertInstanceOf(TimeMention.Ahead.class, periods.find("预测未来三个月的销售额").getFirst()).steps());
    }

    @ParameterizedTest
    @ValueSource(strings = {"may I see revenue", "what orders may come", "customer 12680", "top 5 products", "product 22423", "每个月的销售额",
            "revenue by month", "£2011", "24/7 support", "前三名客户"})
    void seesNoTimeWhereNoneIsMeant(String text) {
        assertEquals(List.of(), periods.find(text).stream().filter(m -> !(m instanceof TimeMention.Ambiguous)).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            revenue in May                     | May 2011
            May vs June 2011                   | May 2011
            revenue in march by country        | March 2011
            2011年每个月的销售额是多少？       | 2011
            德国上个季度的收入                 | Q3 2011
            忽略英国，2011年第三季度其他国家的收入 | Q3 2011
            """)
    void findsTheFirstPeriodOfASentence(String text, String name) {
        assertEquals(name, assertInstanceOf(TimeMention.Named.class, periods.find(text).getFirst()).period().name());
    }

    private static void assertDates(LocalDate from, LocalDate lastDay, Period period) {
        assertEquals(from + " to " + lastDay, period.from() + " to " + period.lastDay());
    }
}
