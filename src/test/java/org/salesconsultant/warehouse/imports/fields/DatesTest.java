package org.salesconsultant.warehouse.imports.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesconsultant.warehouse.imports.fields.Dates.Moment;

class DatesTest {
    /** All are 25 March 2011, at 20:26 where there is a time. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2011-03-25|-1", "2011-03-25 20:26:59|1226", "2011-03-25T20:26:59.123Z|1226",
        "2011-03-25T20:26:59+02:00|1226", "2011/3/25|-1", "20110325|-1", "25/03/2011 20:26|1226", "3/25/2011 8:26 PM|1226", "3/25/11|-1",
        "25.03.2011|-1", "25-Mar-2011|-1", "25 March 2011|-1", "Mar 25, 2011|-1", "2011年3月25日|-1", "2011年3月25日 20:26|1226",
        "2011-03-25 20:26:59 -0500|1226", "2011-03-25 20:26:59 UTC|1226", "25. März 2011|-1", "25 mars 2011|-1", "25 de marzo de 2011|-1"})
    void theUsualFormatsAreRecognised(String text, int minute) {
        var dates = Dates.candidates(List.of(text)).getFirst();
        assertEquals(Optional.of(new Moment(LocalDate.of(2011, 3, 25), minute)), dates.read(text));
    }

    /** 40,627 days after 30 December 1899; 1,301,084,819 seconds after the beginning of 1970: what {@code date -u -d @1301084819} says. */
    @ParameterizedTest
    @CsvSource({"40627,-1", "40627.8520833,1227", "1301084819,1226", "1301084819000,1226"})
    void numbersAreDatesWhereTheColumnIsKnownToHoldThem(String text, int minute) {
        assertEquals(List.of(), Dates.candidates(List.of(text)));
        assertEquals(Optional.of(new Moment(LocalDate.of(2011, 3, 25), minute)), Dates.candidatesAmongNumbers(List.of(text)).getFirst().read(text));
    }

    @ParameterizedTest
    @CsvSource({"2011-04,2011-04-01", "Apr 2011,2011-04-01", "04/2011,2011-04-01", "2011年4月,2011-04-01", "Q2 2011,2011-04-01", "2011-Q2,2011-04-01"})
    void aMonthOrQuarterIsItsFirstDay(String text, LocalDate first) {
        assertEquals(Optional.of(new Moment(first, -1)), Dates.candidates(List.of(text)).getFirst().read(text));
    }

    @Test
    void dayAndMonthStayOpenUntilAValueTells() {
        assertEquals(List.of(new Dates("d/M/uuuu"), new Dates("M/d/uuuu")), Dates.candidates(List.of("3/5/2011", "4/5/2011")));
        assertEquals(List.of(new Dates("M/d/uuuu")), Dates.candidates(List.of("3/5/2011", "4/25/2011")));
    }

    @Test
    void aDateThatDoesNotExistIsNone() {
        assertFalse(new Dates("uuuu-M-d").isDate("2011-02-29"));
        assertFalse(new Dates("uuuu-M-d").isDate("0211-02-28"));
        assertEquals(List.of(), Dates.candidates(List.of("WHITE LANTERN", "85123A")));
    }
}
