/** Operations: metrics and logging. Knows nobody. */
@NullMarked
package org.salesconsultant.ops;

import org.jspecify.annotations.NullMarked;
