/** Findings as files and plain text: what every channel shows of them alike. */
@NullMarked
package org.salesconsultant.channels.export;

import org.jspecify.annotations.NullMarked;
