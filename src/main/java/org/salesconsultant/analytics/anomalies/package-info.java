/** Which steps of a series are unlike the others around them. */
@NullMarked
package org.salesconsultant.analytics.anomalies;

import org.jspecify.annotations.NullMarked;
