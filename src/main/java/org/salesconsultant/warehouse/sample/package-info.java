/** The sample company: a seeded wholesaler with known effects planted. */
@NullMarked
package org.salesconsultant.warehouse.sample;

import org.jspecify.annotations.NullMarked;
