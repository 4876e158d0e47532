/** Who is asking and what they may see: keys, sign-in links, sessions. */
@NullMarked
package org.salesconsultant.access;

import org.jspecify.annotations.NullMarked;
