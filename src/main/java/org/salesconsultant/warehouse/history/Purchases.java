package org.salesconsultant.warehouse.history;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which products were bought by whom and in which order: sale lines of products, fees left out. A product is known by its
 * place in {@code products}.
 *
 * @param products all there are, those never sold too, by key
 * @param byCustomer for each known customer the products bought, each once
 * @param byOrder for each order, of unknown customers too, the products in it, each once
 * @param lastSaleDay for each product, days since 1970-01-01; 0 where never sold
 * @param lines read
 * @param since the first day read where older lines were left out to bound memory, else null
 */
public record Purchases(List<ProductCard> products, int[][] byCustomer, int[][] byOrder, int[] lastSaleDay, long lines,
                        @Nullable LocalDate since) {}
