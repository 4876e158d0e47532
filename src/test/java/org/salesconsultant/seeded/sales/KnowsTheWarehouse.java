package org.salesconsultant.seeded.sales;

/** Breaks: sales knows nobody. */
public final class KnowsTheWarehouse {
    public org.salesconsultant.seeded.warehouse.KnowsTheTools broken;
}
