package org.salesconsultant.cli;

/**
 * What one check of the set-up found.
 *
 * @param area what was looked at, e.g. {@code warehouse}
 * @param found in a sentence
 * @param next what to do about it; empty where nothing is to be done
 */
record Diagnosis(String area, Verdict verdict, String found, String next) {
    /** How bad it is. */
    enum Verdict {
        OK, WARNING, FAILURE
    }

    static Diagnosis ok(String area, String found) {
        return new Diagnosis(area, Verdict.OK, found, "");
    }

    static Diagnosis warning(String area, String found, String next) {
        return new Diagnosis(area, Verdict.WARNING, found, next);
    }

    static Diagnosis failure(String area, String found, String next) {
        return new Diagnosis(area, Verdict.FAILURE, found, next);
    }
}
