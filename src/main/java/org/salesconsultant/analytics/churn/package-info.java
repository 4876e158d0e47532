/** Who is about to leave, from each customer's own purchase rhythm. */
@NullMarked
package org.salesconsultant.analytics.churn;

import org.jspecify.annotations.NullMarked;
