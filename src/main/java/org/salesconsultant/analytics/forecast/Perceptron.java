package org.salesconsultant.analytics.forecast;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A multilayer perceptron with rectified linear units (Nair and Hinton 2010) and linear outputs.
 *
 * @param widths of the layers: inputs, hidden units, outputs
 * @param weights by layer after the first, row by row: what each unit before gives to each unit here; the last row is the bias
 */
record Perceptron(int[] widths, float[][] weights) {
    /** @param inputs as many as the first layer is wide */
    float[] apply(float[] inputs) {
        var units = inputs;
        for (int layer = 0; layer < weights.length; layer++) {
            units = ahead(units, layer);
            for (int unit = 0; layer < weights.length - 1 && unit < units.length; unit++) {
                units[unit] = Math.max(0, units[unit]);
            }
        }
        return units;
    }

    private float[] ahead(float[] before, int layer) {
        var rows = weights[layer];
        int width = widths[layer + 1];
        var units = Arrays.copyOfRange(rows, before.length * width, (before.length + 1) * width);
        for (int unit = 0; unit < before.length; unit++) {
            float value = before[unit];
            int row = unit * width;
            for (int here = 0; value != 0 && here < width; here++) {
                units[here] += value * rows[row + here];
            }
        }
        return units;
    }

    static Perceptron empty(int... widths) {
        var weights = new float[widths.length - 1][];
        Arrays.setAll(weights, layer -> new float[(widths[layer] + 1) * widths[layer + 1]]);
        return new Perceptron(widths, weights);
    }

    /** @param in weights as half-precision numbers (IEEE 754 binary16) @param widths as they were written */
    static Perceptron read(DataInputStream in, int... widths) throws IOException {
        var read = empty(widths);
        for (var rows : read.weights) {
            for (int weight = 0; weight < rows.length; weight++) {
                rows[weight] = Float.float16ToFloat(in.readShort());
            }
        }
        return read;
    }

    void write(DataOutputStream out) throws IOException {
        for (var rows : weights) {
            for (float weight : rows) {
                out.writeShort(Float.floatToFloat16(weight));
            }
        }
    }
}
