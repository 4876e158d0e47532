package org.salesconsultant.warehouse.semantic;

/**
 * The model knows what was asked, but the warehouse has no data for it: no opportunities imported, no unit costs, no
 * regions. Tools answer with {@code out_of_scope}.
 */
public final class MissingData extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text what;

    /** @param what is missing, e.g. "unit costs" */
    public MissingData(Text what) {
        super("no data: " + what.en());
        this.what = what;
    }

    public Text what() {
        return what;
    }
}
