package org.salesconsultant.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * What is counted while the program runs, read by Prometheus: requests, answers, and the machine itself. Labels are closed
 * sets (route patterns, never paths), so that no visitor can make the number of series grow. Safe for many threads.
 */
public final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    /** A function counter holds what it counts only weakly. */
    private final List<Supplier<Number>> totals = new CopyOnWriteArrayList<>();
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    public Meters() {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
    }

    /** @param route the pattern that matched, e.g. {@code /api/conversations/{id}} */
    public void request(String method, String route, int status, Duration took) {
        Timer.builder("http.server.requests").description("Requests answered")
                .tag("method", method).tag("route", route).tag("status", Integer.toString(status))
                .register(registry).record(took);
    }

    /** @param status how the answer ended @param brain which brain wrote it */
    public void answer(String status, String brain, Duration took) {
        Timer.builder("assistant.answers").description("Questions answered")
                .tag("status", status).tag("brain", brain)
                .register(registry).record(took);
    }

    /** @param value looked up at each reading */
    public void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /** One series of a counter. @param total looked up at each reading; never falls */
    public void counter(String name, String description, String label, String value, Supplier<Number> total) {
        totals.add(total);
        FunctionCounter.builder(name, total, supplier -> supplier.get().doubleValue()).description(description).tag(label, value)
                .register(registry);
    }

    /** All of it in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
