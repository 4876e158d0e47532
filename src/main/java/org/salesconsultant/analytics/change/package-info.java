/** Why a number changed: its change split into parts that add up to it exactly. */
@NullMarked
package org.salesconsultant.analytics.change;

import org.jspecify.annotations.NullMarked;
