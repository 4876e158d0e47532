package org.salesconsultant.warehouse.imports.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2.55|25500", "-11062.06|-110620600", "1,234.50|12345000", "£2.5|25000", "(3.10)|-31000", "5-|-50000",
        "1.2E+03|12000000", "0.00005|1", "12 345|123450000", "USD 7|70000", ".5|5000", "1,234,567|12345670000"})
    void aNumberWithADecimalPointIsReadInTenThousandths(String text, long value) {
        assertEquals(value, Numbers.POINT.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2,55|25500", "1.234,50|12345000", "1.234|12340000", "-0,5 €|-5000"})
    void aNumberWithADecimalCommaIsReadInTenThousandths(String text, long value) {
        assertEquals(value, Numbers.COMMA.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "", "1.2.3", "12,34,56", "-", "1/2"})
    void whatIsNoNumberIsRefused(String text) {
        assertThrows(NumberFormatException.class, () -> Numbers.POINT.read(text));
    }

    @Test
    void aNumberBeyond64BitsIsRefusedAndNotWrapped() {
        assertThrows(ArithmeticException.class, () -> Numbers.POINT.read("99999999999999999999"));
    }

    @Test
    void theDecimalSignIsTheOneThatCannotGroupThousands() {
        assertEquals(Numbers.COMMA, Numbers.of(List.of("1.234", "0,99", "12")));
        assertEquals(Numbers.COMMA, Numbers.of(List.of("1.234.567")));
        assertEquals(Numbers.POINT, Numbers.of(List.of("1,234", "0.99")));
        assertEquals(Numbers.POINT, Numbers.of(List.of("1,234", "12")));
    }
}
