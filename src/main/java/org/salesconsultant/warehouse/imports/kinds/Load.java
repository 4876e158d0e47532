package org.salesconsultant.warehouse.imports.kinds;

/**
 * The run that rows are written for.
 *
 * @param source order numbers and other codes are unique within it
 * @param run the import run's key
 * @param fees which items are fees
 */
public record Load(String source, long run, FeeRules fees) {}
