package org.salesconsultant.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.forecast.ForecastCaveat;
import org.salesconsultant.analytics.forecast.ForecastSelection;
import org.salesconsultant.analytics.forecast.ReportCard;
import org.salesconsultant.sales.UserError;

/**
 * Forecasts the series of a file on all cores and writes them in the file's order as they are done. A series that cannot be
 * forecast is told in one line and left out; the others go on.
 */
final class SeriesForecasts {
    private static final List<String> HEADER = List.of("unique_id", "ds", "forecast", "lo95", "hi95");
    private static final List<String> CARD_HEADER = List.of("unique_id", "steps", "season", "models", "origins", "mase", "naive_mase", "wape",
            "naive_wape", "coverage", "caveats");
    /** Series that wait for each core, so that none is idle and few are held in memory. */
    private static final int AHEAD = 8;
    private static final MathContext DIGITS = new MathContext(10);

    private final SeriesFile file;
    private final int horizon;
    private final @Nullable Integer season;
    private final PrintWriter err;
    private final ForecastSelection selection = new ForecastSelection();
    private final Map<ForecastCaveat, Integer> caveats = new TreeMap<>();
    private int done;
    private int failed;

    /** @param season null for what is usual for a series' steps */
    SeriesForecasts(SeriesFile file, int horizon, @Nullable Integer season, PrintWriter err) {
        this.file = file;
        this.horizon = horizon;
        this.season = season;
        this.err = err;
    }

    /** What became of one series: rows for the files, or a problem. */
    private record Result(String id, List<List<String>> rows, List<String> card, Iterable<ForecastCaveat> caveats, @Nullable String problem) {}

    /** @param cards null for none @return the exit code: 1 where a series could not be forecast */
    int write(Path out, @Nullable Path cards) throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (var pool = Executors.newFixedThreadPool(cores); var rows = CsvFile.writer(out); var cardRows = cards == null ? null : CsvFile.writer(cards);
             var bar = Terminal.ASKING.bar("Forecasting", file.series(), " series", 1)) {
            rows.writeRecord(HEADER);
            if (cardRows != null) {
                cardRows.writeRecord(CARD_HEADER);
            }
            var waiting = new ArrayDeque<Future<Result>>();
            try {
                file.forEach(series -> {
                    waiting.add(pool.submit(() -> forecast(series)));
                    if (waiting.size() > AHEAD * cores) {
                        take(waiting.remove(), rows, cardRows, bar);
                    }
                });
                while (!waiting.isEmpty()) {
                    take(waiting.remove(), rows, cardRows, bar);
                }
            } finally {
                pool.shutdownNow();
            }
        } catch (IOException e) {
            throw CsvFile.unwritable(out, e);
        }
        err.println(summary());
        err.flush();
        return failed == 0 ? 0 : 1;
    }

    private void take(Future<Result> future, CsvWriter rows, @Nullable CsvWriter cards, @Nullable ProgressBar bar) {
        var result = get(future);
        if (result.problem() == null) {
            done++;
            result.rows().forEach(rows::writeRecord);
            result.caveats().forEach(caveat -> caveats.merge(caveat, 1, Integer::sum));
            if (cards != null) {
                cards.writeRecord(result.card());
            }
        } else {
            failed++;
            err.println(result.id() + ": " + result.problem());
            err.flush();
        }
        if (bar != null) {
            bar.step();
        }
    }

    private static Result get(Future<Result> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Result forecast(Series series) {
        var steps = series.steps();
        if (steps == null) {
            return failure(series, String.valueOf(series.problem()));
        }
        try {
            boolean notNegative = Arrays.stream(series.values()).allMatch(value -> value >= 0 || Double.isNaN(value));
            var selected = selection.forecast(series.values(), season == null ? steps.season() : season, horizon, notNegative);
            return new Result(series.id(), rows(series, steps, selected), card(series.id(), selected), selected.caveats(), null);
        } catch (UserError e) {
            return failure(series, e.message() + " " + e.hint());
        } catch (RuntimeException e) {
            return failure(series, "The models failed on it (" + e + "). Report it with its values.");
        }
    }

    private static Result failure(Series series, String problem) {
        return new Result(series.id(), List.of(), List.of(), List.of(), problem);
    }

    private List<List<String>> rows(Series series, Steps steps, ForecastSelection.Selected selected) {
        return IntStream.rangeClosed(1, horizon).mapToObj(step -> {
            var expected = selected.forecast().step(step);
            return List.of(series.id(), file.stamp(steps.time(series.values().length - 1L + step)), number(expected.point()), number(expected.low()), number(expected.high()));
        }).toList();
    }

    private static List<String> card(String id, ForecastSelection.Selected selected) {
        var card = selected.card();
        var score = card.score();
        var naive = card.benchmark();
        return List.of(id, String.valueOf(card.steps()), String.valueOf(card.season()), models(card),
                score == null ? "" : String.valueOf(score.origins()), score == null ? "" : number(score.mase()), naive == null ? "" : number(naive.mase()),
                score == null ? "" : number(score.wape()), naive == null ? "" : number(naive.wape()), score == null ? "" : number(score.coverage()),
                selected.caveats().stream().map(SeriesForecasts::word).collect(Collectors.joining(" ")));
    }

    /** E.g. {@code 0.3 ETS(A,N,N) + 0.7 Theta}. */
    private static String models(ReportCard card) {
        return card.members().stream().map(member -> String.format(Locale.ROOT, "%.2f %s", member.weight(), member.model())).collect(Collectors.joining(" + "));
    }

    private String summary() {
        var noticed = caveats.entrySet().stream().map(entry -> word(entry.getKey()) + " " + entry.getValue()).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%,d series forecast, %,d not.%s", done, failed, noticed.isEmpty() ? "" : " Caveats: " + noticed + ".");
    }

    private static String word(ForecastCaveat caveat) {
        return caveat.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
    }
}
