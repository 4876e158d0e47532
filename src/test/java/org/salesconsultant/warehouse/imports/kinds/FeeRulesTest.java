package org.salesconsultant.warehouse.imports.kinds;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.settings.Home;

class FeeRulesTest {
    private final FeeRules rules = FeeRules.of(new Home(Path.of("")));

    @ParameterizedTest
    @ValueSource(strings = {"POSTAGE", "Postage & Packing", "Next Day Carriage", "Shipping cost (UK)", "Bank Charges", "AMAZON FEE", "Samples",
        "Gift Voucher £40.00", "运费"})
    void aNameThatSaysNothingButAFeeIsOne(String name) {
        assertTrue(rules.isFeeName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSTAGE STAMP PURSE", "DELIVERY VAN TOY", "PACKING TAPE", "GIFT BOX", "manually wound clock", "FOR THE DAY", ""})
    void aProductWhoseNameMentionsAFeeIsNone(String name) {
        assertFalse(rules.isFeeName(name));
    }

    @Test
    void feesAreKnownByCodeAndByWhatCodesBeginWith() {
        assertTrue(rules.isFeeCode("BANK CHARGES") && rules.isFeeCode("GIFT_0001_20"));
        assertFalse(rules.isFeeCode("85123A") || rules.isFeeCode("MD1"));
    }
}
