/** Documents and feedback as passages with citations. */
@NullMarked
package org.salesconsultant.knowledge;

import org.jspecify.annotations.NullMarked;
