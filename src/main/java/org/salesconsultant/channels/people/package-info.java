/** Who is who on other platforms, for every channel. */
@NullMarked
package org.salesconsultant.channels.people;

import org.jspecify.annotations.NullMarked;
