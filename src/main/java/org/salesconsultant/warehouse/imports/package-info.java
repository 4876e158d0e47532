/** Files in; clean rows and rejected rows out. */
@NullMarked
package org.salesconsultant.warehouse.imports;

import org.jspecify.annotations.NullMarked;
