/** A folder from which files come in by themselves while the server runs. */
@NullMarked
package org.salesconsultant.warehouse.imports.inbox;

import org.jspecify.annotations.NullMarked;
