package org.salesconsultant.warehouse.semantic;

import java.util.List;

/**
 * One member of a dimension: a country, a product, a customer.
 *
 * @param id unique in the dimension; what queries compare: the folded code of products, customers and campaigns, else the folded name
 * @param name as the data writes it; the code where there is no name
 * @param code as the data writes it; the name where there is no code
 * @param words everything it can be called, folded: name, code and, for countries, its names in both languages and its aliases
 */
public record Member(String id, String name, String code, List<String> words) {}
