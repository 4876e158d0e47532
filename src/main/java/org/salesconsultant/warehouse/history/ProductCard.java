package org.salesconsultant.warehouse.history;

/** A product as the data writes it. @param key in the star */
public record ProductCard(long key, String code, String name) {}
