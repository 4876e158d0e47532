/** The words every room shares: viewers, periods, findings, outcomes. Knows nobody. */
@NullMarked
package org.salesconsultant.sales;

import org.jspecify.annotations.NullMarked;
