package org.salesconsultant.channels.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;

/** A finding's chart as a PNG, {@value #WIDTH} by {@value #HEIGHT} pixels, in the page's colours on white. Needs no screen. */
public final class FindingPng {
    static {
        System.setProperty("java.awt.headless", "true");
    }

    /** Teams shows no picture that is larger than 1024 × 1024. */
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 576;
    private static final int LONGEST_NAME = 36;
    private static final int LABELS = 13;
    /** A line may start above zero where all of it lies far from there; a bar never. */
    private static final double FAR_FROM_ZERO = 0.6;
    /** Where the columns of a band end: forecast, low, high. */
    private static final int BOUNDS_END = 3;
    /** Between two values on an axis, in pixels. */
    private static final int AXIS_STEP = 90;
    private static final Color TEXT = new Color(0x1c1e21);
    private static final Color MUTED = new Color(0x5b6167);
    private static final Color LINE = new Color(0xe4e4e0);
    private static final Color BAND = new Color(0xdcecea);
    /** As the page has them: told apart with the common colour blindnesses. */
    private static final Color[] SERIES = IntStream.of(0x0f766e, 0xc2570c, 0x2f5fb3, 0xa03a74, 0x7a6a00, 0x6b7280)
            .mapToObj(Color::new).toArray(Color[]::new);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
    private static final BasicStroke STROKE = new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED = new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {12, 8}, 0);

    /** Before the name of a series whose last step still runs: each needs a name of its own. */
    private static final String RUNNING = "\u200b";

    private FindingPng() {}

    /** Whether the finding has a chart. */
    public static boolean isDrawn(Finding finding) {
        return ChartData.of(finding).isPresent();
    }

    /** Empty where the finding has no chart. */
    public static Optional<byte[]> of(Finding finding) {
        return Optional.ofNullable(finding.chart()).flatMap(chart -> ChartData.of(finding).map(data -> encoded(switch (chart.kind()) {
            case LINE -> lines(finding, data, Boolean.TRUE.equals(chart.running()));
            case STACKED -> stacks(finding, data);
            case BAR -> bars(finding, data);
            case SCATTER -> points(finding, data);
            case BAND -> band(finding, data);
        })));
    }

    /** The way to a step that still runs is dashed: what looks like a fall is a part of it. */
    private static XYChart lines(Finding finding, ChartData data, boolean isRunning) {
        var chart = overTime(finding, data);
        var names = List.copyOf(data.series().keySet());
        int whole = data.steps().size() - (isRunning ? 1 : 0);
        for (var name : names) {
            var colour = SERIES[names.indexOf(name)];
            line(chart, name, only(data.values(name), 0, whole), colour);
            if (isRunning) {
                line(chart, RUNNING + name, only(data.values(name), whole - 1, whole + 1), colour).setLineStyle(DASHED).setShowInLegend(false);
            }
        }
        return chart;
    }

    /** The values of some steps, the others empty. */
    private static double[] only(double[] values, int from, int to) {
        return IntStream.range(0, values.length).mapToDouble(step -> step >= from && step < to ? values[step] : Double.NaN).toArray();
    }

    /** Forecast, low and high in this order; what else is drawn is what happened. */
    private static XYChart band(Finding finding, ChartData data) {
        var chart = overTime(finding, data);
        var names = List.copyOf(data.series().keySet());
        if (names.size() >= BOUNDS_END) {
            band(chart, data.values(names.get(1)), data.values(names.get(2)));
        }
        names.stream().skip(BOUNDS_END).forEach(name -> line(chart, name, data.values(name), SERIES[0]));
        line(chart, names.getFirst(), data.values(names.getFirst()), SERIES[1]).setLineStyle(DASHED);
        return chart;
    }

    /** The area between the bounds, wherever both are there. */
    private static void band(XYChart chart, double[] low, double[] high) {
        var steps = IntStream.range(0, low.length).filter(step -> !Double.isNaN(low[step]) && !Double.isNaN(high[step])).boxed().toList();
        var x = DoubleStream.concat(steps.stream().mapToDouble(step -> step), steps.reversed().stream().mapToDouble(step -> step)).toArray();
        var y = DoubleStream.concat(steps.stream().mapToDouble(step -> low[step]), steps.reversed().stream().mapToDouble(step -> high[step])).toArray();
        var area = chart.addSeries("95%", x, y);
        area.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        area.setFillColor(BAND);
        area.setLineColor(BAND);
        area.setMarker(SeriesMarkers.NONE);
    }

    private static XYSeries line(XYChart chart, String name, double[] values, Color colour) {
        var series = chart.addSeries(name, IntStream.range(0, values.length).asDoubleStream().toArray(), values);
        series.setLabel(shortened(name));
        series.setLineStyle(STROKE);
        series.setLineColor(colour);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    private static XYChart overTime(Finding finding, ChartData data) {
        var chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(finding.title()).build();
        var styler = chart.getStyler();
        dress(styler, data.series().size());
        styler.setXAxisMaxLabelCount(LABELS);
        var values = data.series().values().stream().flatMapToDouble(Arrays::stream).filter(value -> !Double.isNaN(value)).summaryStatistics();
        if (values.getMin() >= 0 && values.getMin() <= FAR_FROM_ZERO * values.getMax()) {
            styler.setYAxisMin(0.0);
        }
        chart.setCustomXAxisTickLabelsFormatter(step -> step == Math.rint(step) && step >= 0 && step < data.steps().size()
                ? data.steps().get(step.intValue()) : " ");
        chart.setCustomYAxisTickLabelsFormatter(compact(finding, data.unit()));
        return chart;
    }

    private static CategoryChart stacks(Finding finding, ChartData data) {
        var chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(finding.title()).build();
        dress(chart.getStyler(), data.series().size());
        chart.getStyler().setStacked(true).setXAxisMaxLabelCount(LABELS);
        chart.setCustomYAxisTickLabelsFormatter(compact(finding, data.unit()));
        data.series().forEach((name, values) -> chart.addSeries(name, data.steps(),
                Arrays.stream(values).map(value -> Double.isNaN(value) ? 0 : value).boxed().toList()).setLabel(shortened(name)));
        return chart;
    }

    /** Each bar's value stands beside its name. XChart drops names that are nearer to each other than the spacing of the other axis. */
    private static HorizontalBarChart bars(Finding finding, ChartData data) {
        var chart = new HorizontalBarChartBuilder().width(WIDTH).height(HEIGHT).title(finding.title()).build();
        dress(chart.getStyler(), 1);
        chart.getStyler().setPlotGridHorizontalLinesVisible(false).setXAxisTicksVisible(false).setXAxisTickMarkSpacingHint(1)
                .setYAxisLabelAlignment(TextAlignment.Right);
        var name = data.series().keySet().iterator().next();
        var values = data.values(name);
        var compact = compact(finding, data.unit());
        chart.addSeries(name, Arrays.stream(values).boxed().toList(), IntStream.range(0, values.length)
                .mapToObj(bar -> shortened(data.steps().get(bar)) + "  " + compact.apply(values[bar])).toList());
        return chart;
    }

    /** Each point a series of its own, so that the legend names it, where there are few. */
    private static XYChart points(Finding finding, ChartData data) {
        var chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(finding.title())
                .xAxisTitle(TextTable.heading(data.x())).yAxisTitle(TextTable.heading(data.unit())).build();
        dress(chart.getStyler(), 2);
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setMarkerSize(16);
        chart.setCustomXAxisTickLabelsFormatter(compact(finding, data.x()));
        chart.setCustomYAxisTickLabelsFormatter(compact(finding, data.unit()));
        var x = data.steps().stream().mapToDouble(Double::parseDouble).toArray();
        var y = data.values(data.unit().name());
        int name = finding.columns().stream().map(Finding.Column::type).toList().indexOf(Finding.Type.TEXT);
        if (name >= 0 && x.length <= SERIES.length) {
            for (int i = 0; i < x.length; i++) {
                chart.addSeries((i + 1) + ". " + shortened(String.valueOf(finding.rows().get(i).get(name))), new double[] {x[i]}, new double[] {y[i]});
            }
        } else {
            chart.addSeries(data.unit().name(), x, y);
        }
        return chart;
    }

    private static void dress(AxesChartStyler styler, int series) {
        styler.setAxisTickLabelsFont(FONT).setAxisTitleFont(FONT).setAxisTickLabelsColor(MUTED).setAxisTicksLineVisible(false)
                .setAxisTicksMarksVisible(false).setYAxisTickMarkSpacingHint(AXIS_STEP).setPlotGridVerticalLinesVisible(false).setPlotGridLinesColor(LINE)
                .setPlotGridLinesStroke(new BasicStroke(1));
        styler.setBaseFont(FONT).setChartTitleFont(FONT.deriveFont(Font.BOLD, 24f)).setChartTitlePadding(16).setChartFontColor(TEXT)
                .setChartTitleBoxVisible(false).setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false)
                .setSeriesColors(SERIES).setLegendVisible(series > 1).setLegendFont(FONT).setLegendBorderColor(Color.WHITE)
                .setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal).setChartPadding(24);
    }

    /** Short, for an axis: 34K, 1.2M, 12%, 30万. */
    private static Function<Double, String> compact(Finding finding, Finding.Column column) {
        var locale = Language.of(finding.title()).locale();
        var format = column.type() == Finding.Type.PERCENT ? NumberFormat.getPercentInstance(locale)
                : NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        var unit = column.type() == Finding.Type.MONEY && column.unit() != null ? column.unit() + " " : "";
        return value -> unit + format.format(value);
    }

    private static String shortened(String name) {
        return TextTable.shortened(name, LONGEST_NAME);
    }

    private static byte[] encoded(IChart chart) {
        try {
            return ChartEncoder.getBytes(chart, "png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
