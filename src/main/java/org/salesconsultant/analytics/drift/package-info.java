/** Whether what came since a forecast was made still fits it. */
@NullMarked
package org.salesconsultant.analytics.drift;

import org.jspecify.annotations.NullMarked;
