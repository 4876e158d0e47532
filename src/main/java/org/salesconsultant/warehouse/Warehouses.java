package org.salesconsultant.warehouse;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The company's own warehouse, and the sample company that answers only while that one is empty. An import by any process
 * is seen at the next question.
 */
public final class Warehouses implements AutoCloseable {
    private final Warehouse own;
    private final @Nullable Warehouse sample;

    private Warehouses(Warehouse own, @Nullable Warehouse sample) {
        this.own = own;
        this.sample = sample;
    }

    /**
     * @param folder the data directory
     * @param fillSample makes the sample company's facts in the warehouse it is given, or null for no sample
     */
    public static Warehouses open(Path folder, @Nullable Consumer<Warehouse> fillSample) {
        var own = Warehouse.open(folder.resolve("warehouse.db"), false);
        if (fillSample == null || !own.state().isEmpty()) {
            return new Warehouses(own, null);
        }
        var sample = Warehouse.open(folder.resolve("sample.db"), true);
        if (sample.state().isEmpty()) {
            fillSample.accept(sample);
        }
        return new Warehouses(own, sample);
    }

    /** The one that answers now. */
    public Warehouse current() {
        return sample == null || !own.state().isEmpty() ? own : sample;
    }

    public Warehouse own() {
        return own;
    }

    @Override
    public void close() {
        own.close();
        if (sample != null) {
            sample.close();
        }
    }
}
