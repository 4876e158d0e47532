/** What is bought together: frequent itemsets and rules. */
@NullMarked
package org.salesconsultant.analytics.baskets;

import org.jspecify.annotations.NullMarked;
