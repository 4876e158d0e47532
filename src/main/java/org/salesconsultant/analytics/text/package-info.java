/** What short texts are about, learned from examples. */
@NullMarked
package org.salesconsultant.analytics.text;

import org.jspecify.annotations.NullMarked;
