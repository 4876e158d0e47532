/** A text as what it mentions: metrics, dimensions, members, times, numbers, and words nobody knows. */
@NullMarked
package org.salesconsultant.assistant.planner.reading;

import org.jspecify.annotations.NullMarked;
