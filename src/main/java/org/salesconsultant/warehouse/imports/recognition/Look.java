package org.salesconsultant.warehouse.imports.recognition;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.files.TableFile;

/** All that is looked at to understand a file: its first rows, what its columns look like and what their headers say. */
record Look(String fileName, Sample sample, List<ColumnProfile> profiles, List<HeaderFit> headers, Arithmetic arithmetic) {
    private static final double SAYS_SOMETHING = 0.4;

    static Look at(TableFile file, Vocabulary vocabulary, CellWords words, Countries countries) {
        var sample = Sample.of(file, words);
        var profiles = IntStream.range(0, sample.width()).mapToObj(column -> ColumnProfile.of(sample.cells(column), sample.rows().size(), words, countries)).toList();
        var headers = sample.header().stream().map(header -> new HeaderFit(header, vocabulary)).toList();
        return new Look(file.name(), sample, profiles, headers, new Arithmetic(sample, profiles));
    }

    int width() {
        return profiles.size();
    }

    /** Whether no header says anything: the file has none, or names such as F1, F2. */
    boolean isWithoutHeaders(Vocabulary vocabulary) {
        return headers.stream().allMatch(header -> vocabulary.words().keySet().stream().allMatch(field -> header.general(field) < SAYS_SOMETHING));
    }

    /** Of the rows that follow one another with the same code in a column: the columns that never differ within such a group, and do between groups. */
    boolean isSameWithin(int column, int group) {
        int pairs = 0;
        int equal = 0;
        int between = 0;
        for (int row = 1; row < sample.rows().size(); row++) {
            var above = sample.rows().get(row - 1);
            var here = sample.rows().get(row);
            boolean sameValue = above[column].equals(here[column]);
            if (!here[group].isEmpty() && above[group].equals(here[group])) {
                pairs++;
                equal += sameValue ? 1 : 0;
            } else {
                between += sameValue ? 0 : 1;
            }
        }
        return pairs >= 5 && equal == pairs && between > 2;
    }

    /** Whether a column says nothing but what another says, in other words: each value of the one stands beside one value of the other. */
    boolean isSameAs(int column, int other) {
        var there = new java.util.HashMap<String, String>();
        var back = new java.util.HashMap<String, String>();
        for (var row : sample.rows()) {
            var known = there.putIfAbsent(row[column], row[other]);
            var reverse = back.putIfAbsent(row[other], row[column]);
            if (known != null && !known.equals(row[other]) || reverse != null && !reverse.equals(row[column])) {
                return false;
            }
        }
        return there.size() > 1;
    }

    /** Whether one column is the sum of others wherever all are numbers. */
    boolean isSum(int total, List<Integer> parts) {
        int told = 0;
        for (var row : sample.rows()) {
            double sum = 0;
            IntPredicate isNumber = column -> profiles.get(column).numbers().isNumber(row[column]);
            if (isNumber.test(total) && parts.stream().allMatch(isNumber::test)) {
                for (int part : parts) {
                    sum += profiles.get(part).numbers().read(row[part]);
                }
                if (sum != profiles.get(total).numbers().read(row[total])) {
                    return false;
                }
                told += sum == 0 ? 0 : 1;
            }
        }
        return told > 2;
    }
}
