package org.salesconsultant.warehouse.imports.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.salesconsultant.settings.Home;

class CellsTest {
    private final CellWords words = CellWords.of(new Home(Path.of("")));

    /** The last row begins another order, which has no customer of its own: it does not inherit one. */
    @Test
    void whatOnlyTheFirstRowOfAnOrderSaysHoldsForItsOtherRows() throws RejectedRow {
        var cells = cells(new Columns(Map.of(Field.ORDER_NUMBER, List.of(0), Field.CUSTOMER_NAME, List.of(1), Field.CHANNEL, List.of(2)), Map.of(),
                Set.of(Field.CUSTOMER_NAME), List.of(), 3), Numbers.POINT, Map.of());
        assertEquals("Ada", cells.at(1, new String[] {"#1", "Ada", "web"}).text(Field.CUSTOMER_NAME));
        assertEquals("Ada", cells.at(2, new String[] {"#1", "", ""}).text(Field.CUSTOMER_NAME));
        assertNull(cells.text(Field.CHANNEL));
        assertEquals("Ada", cells.at(3, new String[] {"#1"}).text(Field.CUSTOMER_NAME));
        assertNull(cells.at(4, new String[] {"#2", "", ""}).text(Field.CUSTOMER_NAME));
    }

    @Test
    void anOrderNumberCanItselfBeWrittenOnce() throws RejectedRow {
        var cells = cells(new Columns(Map.of(Field.ORDER_NUMBER, List.of(0), Field.REP, List.of(1)), Map.of(),
                Set.of(Field.ORDER_NUMBER, Field.REP), List.of(), 3), Numbers.POINT, Map.of());
        cells.at(1, new String[] {"S1", "Eva", "lamp"});
        cells.at(2, new String[] {"", "", "chair"});
        assertEquals("S1", cells.text(Field.ORDER_NUMBER));
        assertEquals("Eva", cells.text(Field.REP));
        cells.at(3, new String[] {"S2", "", "desk"});
        assertEquals("S2", cells.text(Field.ORDER_NUMBER));
        assertNull(cells.text(Field.REP));
    }

    @Test
    void aFieldWithoutColumnCanHaveOneValueForAllRows() throws RejectedRow {
        var cells = cells(new Columns(Map.of(Field.ARM, List.of(0)), Map.of(Field.CAMPAIGN_NAME, "Spring mail"), Set.of(), List.of(), 1),
                Numbers.POINT, Map.of());
        assertTrue(cells.hasColumn(Field.CAMPAIGN_NAME));
        assertEquals("Spring mail", cells.at(1, new String[] {"A"}).text(Field.CAMPAIGN_NAME));
    }

    @Test
    void aColumnCanWriteItsNumbersUnlikeTheOthers() throws RejectedRow {
        var cells = cells(new Columns(Map.of(Field.AMOUNT, List.of(0), Field.QUANTITY, List.of(1)), List.of(), 2), Numbers.COMMA,
                Map.of(Field.QUANTITY, Numbers.POINT));
        cells.at(1, new String[] {"1.234,5", "1.5"});
        assertEquals(12_345_000L, cells.number(Field.AMOUNT));
        assertEquals(15_000L, cells.number(Field.QUANTITY));
    }

    private Cells cells(Columns columns, Numbers numbers, Map<Field, Numbers> others) {
        return new Cells(columns, new Formats(Map.of(), numbers, others, Discounts.MONEY, Set.of()), words);
    }
}
