package org.salesconsultant.warehouse.imports;

import java.util.Locale;

/** Why a row cannot become an order line. Thrown where a cell is read; carries no stack trace, for files may have many. */
final class RejectedRow extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong, as counted in the report. */
    enum Code {
        NO_ORDER_NUMBER, NO_PRODUCT, NO_DATE, NO_QUANTITY, NO_PRICE, UNREADABLE_DATE, UNREADABLE_NUMBER, TOO_LARGE, TOO_MANY_CELLS, BLANK_ROW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Code code;

    /** @param reason a sentence, with the cell as it was read */
    RejectedRow(Code code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    Code code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
