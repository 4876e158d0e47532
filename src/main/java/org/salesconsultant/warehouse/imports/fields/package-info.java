/** What exports are made of: kinds of file, the fields their columns can hold, and how cells are read as values. */
@NullMarked
package org.salesconsultant.warehouse.imports.fields;

import org.jspecify.annotations.NullMarked;
