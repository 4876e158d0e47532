/** The columnar copy of the star in DuckDB: answers fast, lags behind at times, is never needed and can always be made anew. */
@NullMarked
package org.salesconsultant.warehouse.columns;

import org.jspecify.annotations.NullMarked;
