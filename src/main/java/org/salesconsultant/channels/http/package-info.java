/** The server: routes, errors, health, server-sent events. */
@NullMarked
package org.salesconsultant.channels.http;

import org.jspecify.annotations.NullMarked;
