package org.salesconsultant.warehouse.semantic;

import java.util.List;

/**
 * Words that can mean several metrics, e.g. "sales".
 *
 * @param candidates metrics to offer when the word stands alone
 * @param usually the metric meant when the question names a period, a split or a filter beside it
 */
public record AmbiguousWords(Words words, List<String> candidates, String usually) {}
