package org.salesconsultant.tools;

import java.time.LocalDate;
import java.util.List;
import org.salesconsultant.tools.Lesson.Learned;
import org.salesconsultant.tools.Lesson.TooLittle;
import org.salesconsultant.warehouse.history.CustomerHistory;
import org.salesconsultant.warehouse.training.TrainedModel.Measure;
import org.salesconsultant.warehouse.training.TrainedModel.Window;

/** What is learned ahead of all customers and products, kept by {@link CustomerModels}. */
final class CustomerLessons {
    private CustomerLessons() {}

    static Lesson segments(CustomerModels models, ToolContext context) {
        return new Lesson("segments", "all customers", () -> {
            var window = window(models, context);
            try {
                var segmentation = models.segmentation(context, List.of(), null);
                return new Learned("k-means", window, List.of(new Measure("segments", segmentation.segments().size(), null),
                        new Measure("silhouette", segmentation.silhouette(), null)), null);
            } catch (IllegalArgumentException e) {
                throw new TooLittle(String.valueOf(e.getMessage()));
            }
        });
    }

    static Lesson churn(CustomerModels models, ToolContext context) {
        return new Lesson("churn", "all customers", () -> {
            var window = window(models, context);
            var backtest = models.churn(context).backtest();
            return new Learned("purchase rhythm", window, backtest == null ? List.of() : List.of(new Measure("auc", backtest.auc(), 0.5),
                    new Measure("foretold", backtest.foretold(), null), new Measure("actual", backtest.actual(), null)), null);
        });
    }

    static Lesson recommendations(CustomerModels models, ToolContext context) {
        return new Lesson("recommendations", "all products", () -> {
            var window = window(models, context);
            var purchases = models.assortment(context).purchases();
            return new Learned("item neighbours", window, List.of(new Measure("products", purchases.products().size(), null),
                    new Measure("orders", purchases.byOrder().length, null)), null);
        });
    }

    private static Window window(CustomerModels models, ToolContext context) {
        var population = models.population(context, List.of());
        var first = population.customers().stream().mapToInt(customer -> customer.saleDays()[0]).min();
        if (first.isEmpty()) {
            throw new TooLittle("no known customer has bought anything");
        }
        return new Window(LocalDate.ofEpochDay(first.getAsInt()), context.state().now(), population.customers().size(), total(population.customers()));
    }

    private static double total(List<CustomerHistory> customers) {
        return customers.stream().mapToDouble(customer -> customer.revenue() / CustomerModels.TEN_THOUSANDTHS).sum();
    }
}
