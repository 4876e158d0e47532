/** Mail by SMTP, to customers. */
@NullMarked
package org.salesconsultant.channels.mail;

import org.jspecify.annotations.NullMarked;
