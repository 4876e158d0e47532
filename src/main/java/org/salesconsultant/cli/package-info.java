/** The commands of the terminal. */
@NullMarked
package org.salesconsultant.cli;

import org.jspecify.annotations.NullMarked;
