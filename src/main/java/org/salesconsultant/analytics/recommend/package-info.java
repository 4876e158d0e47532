/** What to offer next, from what was bought by similar customers. */
@NullMarked
package org.salesconsultant.analytics.recommend;

import org.jspecify.annotations.NullMarked;
