/** A question in, an answer out: conversations, guards, suggestions. */
@NullMarked
package org.salesconsultant.assistant;

import org.jspecify.annotations.NullMarked;
