package org.salesconsultant.tools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.salesconsultant.analytics.forecast.BacktestScore;
import org.salesconsultant.analytics.forecast.ReportCard;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.tools.Lesson.Course;
import org.salesconsultant.tools.Lesson.Learned;
import org.salesconsultant.tools.Lesson.TooLittle;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MissingData;
import org.salesconsultant.warehouse.training.TrainedModel.Expected;
import org.salesconsultant.warehouse.training.TrainedModel.Measure;
import org.salesconsultant.warehouse.training.TrainedModel.Window;

/** The forecasts that are asked for most, made ahead as the tool makes them and kept where it looks. */
final class ForecastLessons {
    static final String MODEL = "forecast";
    private static final List<String> METRICS = List.of("revenue", "orders", "units_sold", "gross_margin");
    private static final List<Grain> GRAINS = List.of(Grain.MONTH, Grain.WEEK, Grain.DAY, Grain.QUARTER);

    private final MetricQueries queries;
    private final KeptForecasts forecasts;
    private final ToolContext context;

    ForecastLessons(MetricQueries queries, KeptForecasts forecasts, ToolContext context) {
        this.queries = queries;
        this.forecasts = forecasts;
        this.context = context;
    }

    /** What a forecast is of, as runs name it: {@code revenue by week}. */
    static String subject(String metric, Grain grain) {
        return metric + " by " + grain.word();
    }

    List<Lesson> all() {
        return METRICS.stream().flatMap(metric -> GRAINS.stream().map(grain -> new Lesson(MODEL, subject(metric, grain), () -> learn(metric, grain)))).toList();
    }

    private Learned learn(String metric, Grain grain) {
        var task = new ForecastTask(queries.model().metric(metric), grain, Forecast.usualHorizon(grain), List.of());
        var history = history(task);
        var selected = Outlook.of(history, grain, task.horizon(), forecasts).selected();
        var card = selected.card();
        var expected = IntStream.rangeClosed(1, selected.forecast().horizon()).mapToObj(step -> {
            var interval = selected.forecast().step(step);
            return new Expected(history.grain().plus(history.until(), step - 1L), interval.point(), interval.low(), interval.high());
        }).toList();
        var window = new Window(history.from(), history.until().minusDays(1), history.values().length, Arrays.stream(history.values()).sum());
        var score = card.score();
        return new Learned(card.model() + " " + card.version(), window, measures(card),
                new Course(actual(history), expected, score == null ? Double.NaN : score.wape(), score == null ? 0 : score.origins()));
    }

    private StepHistory history(ForecastTask task) {
        try {
            var history = new StepHistories(queries, task, context).total();
            if (history == null || history.values().length < Forecast.FEWEST_STEPS) {
                throw new TooLittle("fewer than " + Forecast.FEWEST_STEPS + " whole " + Outlook.learned(task.grain()).word() + "s of it");
            }
            return history;
        } catch (MissingData missing) {
            throw new TooLittle("the data has no " + missing.what().en());
        }
    }

    private static Map<LocalDate, Double> actual(StepHistory history) {
        Map<LocalDate, Double> actual = new TreeMap<>();
        for (int step = 0; step < history.values().length; step++) {
            actual.put(history.grain().plus(history.from(), step), history.values()[step]);
        }
        return actual;
    }

    private static List<Measure> measures(ReportCard card) {
        var score = card.score();
        var naive = card.benchmark();
        if (score == null) {
            return List.of();
        }
        List<Measure> measures = new ArrayList<>();
        Stream.of("mase", "smape", "wape", "coverage").forEach(name -> measures.add(new Measure(name, value(name, score), naive == null ? null : value(name, naive))));
        return measures;
    }

    private static double value(String name, BacktestScore score) {
        return switch (name) {
            case "mase" -> score.mase();
            case "smape" -> score.smape();
            case "wape" -> score.wape();
            default -> score.coverage();
        };
    }
}
