/** The record of everything: SQLite through Jdbi, one writer, many readers. */
@NullMarked
package org.salesconsultant.warehouse;

import org.jspecify.annotations.NullMarked;
