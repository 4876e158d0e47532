/** What a customer's message to the helpdesk gets: a reply that goes out, a draft, or a person. */
@NullMarked
package org.salesconsultant.assistant.helpdesk;

import org.jspecify.annotations.NullMarked;
