/** Where a helpdesk asks what a customer's message gets. */
@NullMarked
package org.salesconsultant.channels.helpdesk;

import org.jspecify.annotations.NullMarked;
