/** The record of what was learned from the facts, when and how well: one run after another. */
@NullMarked
package org.salesconsultant.warehouse.training;

import org.jspecify.annotations.NullMarked;
