/** A question in, an answer out: each channel verifies, parses, asks and renders, and knows no other. */
@NullMarked
package org.salesconsultant.channels;

import org.jspecify.annotations.NullMarked;
