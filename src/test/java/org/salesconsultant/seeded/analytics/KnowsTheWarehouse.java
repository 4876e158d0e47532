package org.salesconsultant.seeded.analytics;

/** Breaks: analytics knows only sales. */
public final class KnowsTheWarehouse {
    public org.salesconsultant.seeded.warehouse.KnowsTheTools broken;
}
