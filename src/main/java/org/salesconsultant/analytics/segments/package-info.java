/** Customer segments from recency, frequency and money. */
@NullMarked
package org.salesconsultant.analytics.segments;

import org.jspecify.annotations.NullMarked;
