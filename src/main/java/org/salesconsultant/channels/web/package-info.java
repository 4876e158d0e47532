/** The page in the browser. */
@NullMarked
package org.salesconsultant.channels.web;

import org.jspecify.annotations.NullMarked;
