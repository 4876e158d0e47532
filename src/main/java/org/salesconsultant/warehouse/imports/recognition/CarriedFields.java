package org.salesconsultant.warehouse.imports.recognition;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;

/** Notices order lines whose order is written on its first line only, with blanks below. */
final class CarriedFields {
    private static final Set<Field> OF_AN_ORDER = EnumSet.of(Field.ORDER_NUMBER, Field.DATE, Field.CUSTOMER_CODE, Field.CUSTOMER_NAME, Field.COUNTRY, Field.REGION, Field.REP, Field.REP_CODE,
            Field.CHANNEL, Field.CITY, Field.EMAIL, Field.CUSTOMER_TYPE, Field.LINE_KIND, Field.CURRENCY);
    private static final int ROWS_THAT_TELL = 2;

    private CarriedFields() {}

    /** Empty where dates are blank for another reason, or hardly ever. */
    static Set<Field> of(FileKind kind, Look look, Map<Field, List<Integer>> positions) {
        var date = positions.get(Field.DATE);
        var number = positions.get(Field.ORDER_NUMBER);
        if (kind != FileKind.ORDERS || date == null || number == null) {
            return Set.of();
        }
        int blank = 0;
        var above = "";
        for (var row : look.sample().rows()) {
            var own = row[number.getFirst()];
            boolean goesOn = !above.isEmpty() && (own.isEmpty() || own.equals(above));
            if (row[date.getFirst()].isEmpty()) {
                if (!goesOn) {
                    return Set.of();
                }
                blank++;
            }
            above = own.isEmpty() ? above : own;
        }
        var carried = EnumSet.copyOf(OF_AN_ORDER);
        carried.retainAll(positions.keySet());
        return blank < ROWS_THAT_TELL ? Set.of() : carried;
    }
}
