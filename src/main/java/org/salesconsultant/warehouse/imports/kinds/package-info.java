/** One class for each kind of file: how its rows become part of the star. */
@NullMarked
package org.salesconsultant.warehouse.imports.kinds;

import org.jspecify.annotations.NullMarked;
