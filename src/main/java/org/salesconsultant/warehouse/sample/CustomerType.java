package org.salesconsultant.warehouse.sample;

/** The trades the sample company sells to, and how each buys. */
public enum CustomerType {
    CAFE("Café", 0.45, 1.0, 5.4, 1.0, 1.2, 0.9, 1.2, 1.3, 0.8, 1.0, 0.7, 1.0),
    RESTAURANT("Restaurant", 0.20, 0.9, 5.0, 1.3, 0.9, 1.0, 0.7, 0.6, 0.6, 0.8, 1.6, 1.4),
    HOTEL("Hotel", 0.10, 1.2, 6.6, 2.4, 1.0, 1.3, 0.6, 0.5, 0.5, 1.0, 1.8, 1.5),
    OFFICE("Office", 0.15, 0.7, 3.6, 0.7, 1.6, 1.2, 0.4, 1.0, 0.3, 1.1, 0.5, 1.1),
    DELICATESSEN("Delicatessen", 0.10, 0.8, 5.0, 0.9, 1.1, 1.2, 0.9, 1.2, 1.1, 0.7, 0.6, 0.6);

    private final String label;
    private final double share;
    private final double orderRate;
    private final double linesAnOrder;
    private final double unitsALine;
    private final double[] taste;

    /**
     * @param share of all customers
     * @param orderRate orders, relative to a café
     * @param unitsALine units, relative to a café
     * @param taste how much it likes each category of {@link Catalogue#CATEGORIES}
     */
    CustomerType(String label, double share, double orderRate, double linesAnOrder, double unitsALine, double... taste) {
        this.label = label;
        this.share = share;
        this.orderRate = orderRate;
        this.linesAnOrder = linesAnOrder;
        this.unitsALine = unitsALine;
        this.taste = taste;
    }

    /** As the warehouse has it. */
    public String label() {
        return label;
    }

    double share() {
        return share;
    }

    double orderRate() {
        return orderRate;
    }

    double linesAnOrder() {
        return linesAnOrder;
    }

    double unitsALine() {
        return unitsALine;
    }

    double taste(String category) {
        return taste[Catalogue.CATEGORIES.indexOf(category)];
    }
}
