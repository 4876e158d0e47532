package org.salesconsultant.warehouse.imports.fields;

import java.util.Locale;

/** Why a row cannot be taken in. Thrown where a cell is read; carries no stack trace, for files may have many. */
public final class RejectedRow extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong, as counted in the report. */
    public enum Code {
        NO_ORDER_NUMBER, NO_PRODUCT, NO_DATE, NO_QUANTITY, NO_PRICE, NO_CUSTOMER, NO_REP, NO_CAMPAIGN, NO_STAGE, NO_AMOUNT, NO_CONTENT, UNREADABLE_DATE,
        UNREADABLE_NUMBER, UNREADABLE_FLAG, UNREADABLE_PERIOD, OUT_OF_RANGE, UNKNOWN_MEMBER, HELD_BACK, REPLACED_SINCE, MENDED_ALREADY, TOO_LARGE, TOO_MANY_CELLS, BLANK_ROW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Code code;

    /** @param reason a sentence, with the cell as it was read */
    public RejectedRow(Code code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
