package org.salesconsultant.warehouse.imports.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.Numbers;

class DiscountReadingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Discount|0 0.1 0.05 0.1 0.05 0.15 0.15|false|FRACTION", "Discount|0 0.43 0.9 0.69 0.31 0.07|false|MONEY", "Discount|0.5 2 0.5 1.25|false|MONEY",
        "Discount|0.2 0 0.1|true|FRACTION", "Disc. %|5 10 0|false|PERCENT", "Discount|10% 0%|false|PERCENT", "Discount|-3 -0.5 -3|false|NEGATIVE_MONEY"})
    void aDiscountIsReadAsItsValuesSay(String header, String cells, boolean amountGiven, Discounts expected) {
        assertEquals(expected, DiscountReading.of(header, List.of(cells.split(" ")), Numbers.POINT, amountGiven));
    }
}
