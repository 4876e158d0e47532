package org.salesconsultant.warehouse.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the sample company's data is made to show, each effect with its size and the bounds within which analytics must find it
 * again. {@link SampleCompany} describes them in words.
 */
public final class PlantedEffects {
    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 2);
    /** In the middle of a month, so that the running week, month, quarter and year are partial. */
    public static final LocalDate NEWEST_DAY = LocalDate.of(2025, 12, 12);

    public static final int CUSTOMERS = 800;
    public static final int LEAVERS = 60;

    /** More orders a year, as a fraction. */
    public static final Effect GROWTH = new Effect(0.10, 0.03);

    /** Orders on a weekday, relative to the mean day of a week. */
    public static final Map<DayOfWeek, Effect> WEEKDAY =
            indexes(DayOfWeek.class, 0.06, 1.25, 1.20, 1.10, 1.15, 1.30, 0.70, 0.30);

    /** Orders a day in a month, relative to the mean month, after the trend is taken out. */
    public static final Map<Month, Effect> MONTH =
            indexes(Month.class, 0.07, 0.86, 0.90, 0.96, 1.00, 1.02, 1.00, 0.94, 0.88, 1.04, 1.10, 1.18, 1.12);

    /** Units of the promoted category for each order during a promotion, relative to other days; the discount's pull included. */
    public static final Effect PROMOTION_LIFT = new Effect(1.60, 0.15);
    public static final double PROMOTION_DISCOUNT = 0.15;

    /** Relative change of units for each order, for a relative change of the unit price, by category. */
    public static final Map<String, Effect> ELASTICITY = Map.of(
            "Coffee", new Effect(-1.2, 0.35),
            "Tea & Chocolate", new Effect(-1.0, 0.35),
            "Syrups & Sauces", new Effect(-1.8, 0.35),
            "Cups & Packaging", new Effect(-2.4, 0.35),
            "Barista Tools", new Effect(-0.8, 0.40),
            "Machines & Grinders", new Effect(-1.5, 0.80),
            "Tableware", new Effect(-1.4, 0.35),
            "Cleaning & Care", new Effect(-0.5, 0.35));

    /** Products bought together, by code. */
    public static final List<Pair> PAIRS = List.of(
            new Pair("CUP-401", "CUP-405", new Effect(0.60, 0.08)),
            new Pair("CUP-402", "CUP-406", new Effect(0.60, 0.08)),
            new Pair("CUP-407", "CUP-408", new Effect(0.70, 0.08)),
            new Pair("BAR-509", "BAR-510", new Effect(0.65, 0.08)),
            new Pair("TAB-707", "TAB-708", new Effect(0.55, 0.08)),
            new Pair("CLE-801", "CLE-802", new Effect(0.40, 0.08)),
            new Pair("TEA-210", "TEA-213", new Effect(0.35, 0.08)));
    /** At least so many times as often together as chance would have it. */
    public static final double LEAST_LIFT_OF_PAIRS = 3;

    /** Units on a line of the same product, relative to a café's. */
    public static final Map<CustomerType, Effect> UNITS_BY_TYPE = Map.of(
            CustomerType.RESTAURANT, new Effect(1.3, 0.13),
            CustomerType.HOTEL, new Effect(2.4, 0.24),
            CustomerType.OFFICE, new Effect(0.7, 0.07),
            CustomerType.DELICATESSEN, new Effect(0.9, 0.09));

    /** Orders on that day, relative to what trend, weekday and month make expected: an outage, a strike, a storm of orders. */
    public static final Map<LocalDate, Effect> ANOMALIES = Map.of(
            LocalDate.of(2023, 6, 14), new Effect(0.15, 0.20),
            LocalDate.of(2024, 2, 20), new Effect(2.6, 0.9),
            LocalDate.of(2024, 9, 3), new Effect(0.10, 0.20),
            LocalDate.of(2025, 3, 25), new Effect(2.4, 0.8),
            LocalDate.of(2025, 7, 22), new Effect(0.20, 0.20),
            LocalDate.of(2025, 11, 27), new Effect(2.2, 0.7));

    /** The day one hotel orders machines for a whole chain: revenue at least so many times the usual. */
    public static final LocalDate BULK_ORDER_DAY = LocalDate.of(2025, 9, 17);
    public static final double LEAST_BULK_FACTOR = 3;

    /** Returned value over gross revenue, all products. */
    public static final Effect RETURN_RATE = new Effect(0.025, 0.007);
    /** A product that breaks: its return rate by value, and how its feedback rates it. */
    public static final String FRAGILE_PRODUCT = "BAR-512";
    public static final Effect FRAGILE_RETURN_RATE = new Effect(0.16, 0.05);
    public static final Effect FRAGILE_RATING = new Effect(2.2, 0.5);

    /** Answers to a campaign among those who got it, and in the control group that did not. */
    public static final Effect RESPONSE_RATE = new Effect(0.18, 0.03);
    public static final Effect CONTROL_RESPONSE_RATE = new Effect(0.08, 0.035);

    /** Opportunities won of those closed; one rep closes far better, one far worse. */
    public static final Effect WIN_RATE = new Effect(0.54, 0.06);
    public static final String BEST_CLOSER = "Niamh Byrne";
    public static final Effect BEST_WIN_RATE = new Effect(0.78, 0.17);
    public static final String WEAKEST_CLOSER = "Daniel Frost";
    public static final Effect WEAKEST_WIN_RATE = new Effect(0.30, 0.17);

    /** What a rep's quarterly quota asks for beyond the rep's revenue in the same quarter a year before, as a fraction. */
    public static final double QUOTA_RISE = 0.06;

    private PlantedEffects() {}

    /** @param size as planted @param tolerance how far from it a measurement may lie */
    public record Effect(double size, double tolerance) {
        public boolean recoveredBy(double measured) {
            return Math.abs(measured - size) <= tolerance;
        }
    }

    /** @param share of the orders with the first product that have the second */
    public record Pair(String first, String second, Effect share) {}

    private static <K extends Enum<K>> Map<K, Effect> indexes(Class<K> keys, double tolerance, double... sizes) {
        var map = new EnumMap<K, Effect>(keys);
        Arrays.stream(keys.getEnumConstants()).forEach(key -> map.put(key, new Effect(sizes[key.ordinal()], tolerance)));
        return Map.copyOf(map);
    }
}
