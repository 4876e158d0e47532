package org.salesconsultant.warehouse.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.salesconsultant.warehouse.sample.Catalogue.Product;
import org.salesconsultant.warehouse.sample.CustomerBase.Customer;
import org.salesconsultant.warehouse.sample.OrderBook.Order;

/** What customers write about what they bought, in English and Chinese, with a rating that fits the words. */
final class FeedbackTexts {
    private static final double SHARE_OF_ORDERS = 0.035;
    private static final double SECOND_SENTENCE = 0.45;
    private static final List<String> SOURCES = List.of("Review", "Review", "Survey", "E-mail");
    /** Cumulative, of one to five stars. */
    private static final double[] USUAL_RATINGS = {0.04, 0.10, 0.22, 0.55, 1.00};
    private static final double[] FRAGILE_RATINGS = {0.36, 0.68, 0.86, 0.96, 1.00};

    private final Map<String, List<String>> sentences = Table.read("feedback.psv").stream()
            .collect(Collectors.groupingBy(row -> key(row.text("language"), row.text("tone"), row.text("about")),
                    Collectors.mapping(row -> row.text("text"), Collectors.toList())));
    private final Draw draw;

    FeedbackTexts(Draw draw) {
        this.draw = draw;
    }

    /** @param language ISO 639-1 */
    record Feedback(LocalDate day, Customer customer, Product product, int rating, String source, String language, String text) {}

    List<Feedback> about(List<Order> orders) {
        List<Feedback> written = new ArrayList<>();
        for (var order : orders) {
            for (var line : order.lines()) {
                boolean fragile = line.product().code().equals(PlantedEffects.FRAGILE_PRODUCT);
                var day = order.day().plusDays(draw.whole(2, 20));
                if (draw.chance(SHARE_OF_ORDERS / order.lines().size() * (fragile ? 4 : 1)) && !day.isAfter(PlantedEffects.NEWEST_DAY)) {
                    written.add(feedback(order.customer(), line.product(), day, fragile));
                }
            }
        }
        written.sort(Comparator.comparing(Feedback::day));
        return written;
    }

    private Feedback feedback(Customer customer, Product product, LocalDate day, boolean fragile) {
        int rating = 1 + draw.index(fragile ? FRAGILE_RATINGS : USUAL_RATINGS);
        var language = customer.writesChinese() ? "zh" : "en";
        var tone = rating >= 4 ? "good" : rating == 3 ? "mixed" : "bad";
        var text = sentence(language, tone, fragile ? "fragile" : "product").replace("{product}", product.name());
        if (draw.chance(SECOND_SENTENCE)) {
            text += (language.equals("zh") ? "" : " ") + sentence(language, tone, "service");
        }
        return new Feedback(day, customer, product, rating, draw.pick(SOURCES), language, text);
    }

    private String sentence(String language, String tone, String about) {
        return draw.pick(Objects.requireNonNull(sentences.get(key(language, tone, about))));
    }

    private static String key(String language, String tone, String about) {
        return language + " " + tone + " " + about;
    }
}
