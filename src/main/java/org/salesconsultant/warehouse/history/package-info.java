/** What customers bought, read compactly for the models: histories by customer, products by customer and by order. */
@NullMarked
package org.salesconsultant.warehouse.history;

import org.jspecify.annotations.NullMarked;
