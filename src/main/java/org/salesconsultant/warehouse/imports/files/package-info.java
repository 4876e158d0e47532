/** Bytes in, cells out: finds out by itself how a file, or the answer to a query, is written, and reads it as rows of cells. */
@NullMarked
package org.salesconsultant.warehouse.imports.files;

import org.jspecify.annotations.NullMarked;
