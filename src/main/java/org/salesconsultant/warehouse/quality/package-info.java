/** How complete the facts are, and so which questions they can bear. */
@NullMarked
package org.salesconsultant.warehouse.quality;

import org.jspecify.annotations.NullMarked;
