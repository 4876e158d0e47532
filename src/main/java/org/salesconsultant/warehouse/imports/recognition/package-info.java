/** Finds out what a file holds: its kind, the field of each column, and how dates and numbers are written. */
@NullMarked
package org.salesconsultant.warehouse.imports.recognition;

import org.jspecify.annotations.NullMarked;
