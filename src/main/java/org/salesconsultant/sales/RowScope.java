package org.salesconsultant.sales;

/** Which rows a viewer may see. Compiled into every query; never asked of a model. */
public sealed interface RowScope {
    /** Everything. */
    record All() implements RowScope {}

    /** The customers, orders and opportunities of one rep. @param rep the rep's name as the warehouse has it */
    record OfRep(String rep) implements RowScope {}

    /** Nothing of the warehouse's rows: a service key sees documents only. */
    record Nothing() implements RowScope {}
}
