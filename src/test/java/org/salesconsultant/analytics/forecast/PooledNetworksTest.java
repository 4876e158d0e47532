package org.salesconsultant.analytics.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PooledNetworksTest {
    private static final double[] AIRLINE = EtsForecasterTest.AIRLINE;

    /** Hidden units max(0, 2·1 − 1·2 + 3) = 3 and max(0, 1·1 + 1·2 − 4) = 0; the output 0.5·3 + 7·0 + 1 = 2.5. */
    @Test
    void aPerceptronAddsUpItsRectifiedUnits() {
        var network = new Perceptron(new int[] {2, 2, 1}, new float[][] {{2, 1, -1, 1, 3, -4}, {0.5f, 7, 1}});
        assertArrayEquals(new float[] {2.5f}, network.apply(new float[] {1, 2}));
    }

    /** Numbers of at most 11 significant bits come through binary16 as they are. */
    @Test
    void aPerceptronIsReadAsItWasWritten() throws IOException {
        var network = new Perceptron(new int[] {1, 2}, new float[][] {{0.5f, -1.25f, 1024, 0.000_976_562_5f}});
        var bytes = new ByteArrayOutputStream();
        network.write(new DataOutputStream(bytes));
        assertEquals(8, bytes.size());
        var read = Perceptron.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), 1, 2);
        assertArrayEquals(network.weights()[0], read.weights()[0]);
    }

    /**
     * Logarithms 0, 1, 3: moves of 1 and 2, so the size is 1.5 + 0.005; weights 0.5625, 0.75, 1 of the level make it
     * (0.75·1 + 1·3) / 2.3125; the line through them has the slope 1.5.
     */
    @Test
    void showsHistoriesInTheirOwnUnits() {
        var input = NetworkInput.of(new double[] {0, 1, 3}, 1, 3, 2);
        double level = 3.75 / 2.3125;
        assertEquals(1.505, input.size(), 1e-12);
        assertArrayEquals(new double[] {level, level}, input.base(), 1e-12);
        assertEquals(NetworkInput.width(1, 3), input.values().length);
        assertEquals((0 - level) / 1.505, input.values()[0], 1e-6);
        assertEquals((3 - level) / 1.505, input.values()[2], 1e-6);
        assertEquals(1.5 / 1.505, input.values()[5], 1e-6);
        assertEquals(Math.log(1.505) / 2 + 1.5, input.values()[7], 1e-6);
    }

    @Test
    void forecastsTheSameInAnyUnit() {
        var once = PooledNetworks.of(12).forecast(AIRLINE, 12, 18);
        var thousands = PooledNetworks.of(12).forecast(Arrays.stream(AIRLINE).map(value -> value * 1000).toArray(), 12, 18);
        assertEquals(1, thousands.step(18).point() / once.step(18).point() / 1000, 1e-3);
        assertEquals(1, thousands.standardError(18) / once.standardError(18) / 1000, 1e-3);
    }

    /** The last year of the passengers from those before; repeating the year before misses by 10.0 %, being 48 too low. */
    @Test
    void goesOnWithGrowthAndSeason() {
        var forecast = PooledNetworks.of(12).forecast(Arrays.copyOf(AIRLINE, 132), 12, 12);
        double error = 0;
        for (int month = 0; month < 12; month++) {
            error += Math.abs(AIRLINE[132 + month] - forecast.point(month)) / AIRLINE[132 + month] / 12;
        }
        assertTrue(error < 0.06, "mean absolute percentage error " + error);
        assertTrue(forecast.standardError(12) > forecast.standardError(1));
    }

    @Test
    void goesOnBeyondTheStepsItLearned() {
        var forecast = PooledNetworks.of(12).forecast(AIRLINE, 12, 40);
        assertEquals(PooledNetworks.of(12).forecast(AIRLINE, 12, 18).step(18), forecast.step(18));
        assertTrue(forecast.isFinite());
        assertTrue(forecast.standardError(40) > forecast.standardError(18));
        assertTrue(forecast.point(30) > forecast.point(34), "July above November");
    }

    @Test
    void isForPositiveSeriesOfSeasonsItLearned() {
        assertTrue(PooledNetworks.isFor(AIRLINE, 12));
        assertTrue(PooledNetworks.isFor(new double[] {1, 2, 3, 4, 5}, 1));
        assertFalse(PooledNetworks.isFor(AIRLINE, 7));
        assertFalse(PooledNetworks.isFor(Arrays.copyOf(AIRLINE, 23), 12));
        assertFalse(PooledNetworks.isFor(new double[] {1, 2, 0, 4, 5}, 1));
        var few = Arrays.copyOf(AIRLINE, 15);
        assertEquals(new ThetaForecaster().forecast(few, 12, 3).step(3), PooledNetworks.of(12).forecast(few, 12, 3).step(3));
    }
}
