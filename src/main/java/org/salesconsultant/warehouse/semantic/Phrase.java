package org.salesconsultant.warehouse.semantic;

/** Words that name a metric and a ranking in one, e.g. "best sellers". @param descending largest first */
public record Phrase(Words words, String metric, String dimension, boolean descending) {}
