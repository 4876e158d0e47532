package org.salesconsultant.knowledge;

/** A passage near a question. @param score 0 to 1, higher is nearer; scores of different languages do not compare */
public record Hit(Passage passage, double score) {}
