package org.salesconsultant.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.forecast.ForecastSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Forecasts of many series in a file, with 95 % intervals. */
@Command(name = "forecast", mixinStandardHelpOptions = true, description = "Forecasts each series of a file, with 95%% intervals.")
@SuppressWarnings("NullAway.Init")
final class AnalyzeForecast implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--input", required = true, paramLabel = "FILE",
            description = "CSV with unique_id,ds,y, plain or .gz; ds a date or an integer step. Steps that are missing are filled in.")
    private Path input;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV with unique_id,ds,forecast,lo95,hi95; .gz by its name.")
    private Path out;

    @Option(names = "--horizon", required = true, paramLabel = "H", description = "How many steps ahead.")
    private int horizon;

    @Option(names = "--season", paramLabel = "M",
            description = "Steps in a season, 1 for none; default: what is usual for the dates (12 for months), 1 for integer steps.")
    private @Nullable Integer season;

    @Option(names = "--cards", paramLabel = "FILE",
            description = "CSV with how each forecast was made: models and weights, errors of a rolling backtest beside seasonal naive, coverage, caveats.")
    private @Nullable Path cards;

    @Mixin
    private DataOptions options;

    @Override
    public Integer call() throws InterruptedException {
        ForecastSelection.requirePossible(season == null ? 1 : season, horizon);
        var err = spec.commandLine().getErr();
        return new SeriesForecasts(SeriesFile.survey(input), horizon, season, err).write(out, cards);
    }
}
