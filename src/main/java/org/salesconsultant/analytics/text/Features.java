package org.salesconsultant.analytics.text;

/**
 * A text as numbers: its sentence vector, of length 1, and which of the hashed word and letter sequences it has, also of length 1.
 *
 * @param hashed places, ascending, each once
 * @param weights of {@code hashed}
 */
record Features(float[] vector, int[] hashed, float[] weights) {
    double likeness(Features other) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * other.vector[i];
        }
        return sum;
    }
}
