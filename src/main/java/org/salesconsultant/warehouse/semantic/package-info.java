/** The metric model: a typed query over named metrics and dimensions, compiled to SQL. */
@NullMarked
package org.salesconsultant.warehouse.semantic;

import org.jspecify.annotations.NullMarked;
