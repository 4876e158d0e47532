package org.salesconsultant.warehouse.imports.kinds;

/**
 * The run that rows are written for.
 *
 * @param source order numbers and other codes are unique within it
 * @param run the import run's key
 * @param fees which items are fees
 * @param file its name; what has no name of its own is called after it
 */
public record Load(String source, long run, FeeRules fees, String file) {
    /** The file's name without what says how it is written. */
    String title() {
        int point = file.indexOf('.');
        return point > 0 ? file.substring(0, point) : file;
    }
}
