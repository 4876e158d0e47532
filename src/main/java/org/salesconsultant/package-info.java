/** The composition root: what is started, in reading order. */
@NullMarked
package org.salesconsultant;

import org.jspecify.annotations.NullMarked;
