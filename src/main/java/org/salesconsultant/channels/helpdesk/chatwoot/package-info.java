/** Chatwoot: an agent bot that answers customers, leaves drafts for colleagues and hands conversations over to them. */
@NullMarked
package org.salesconsultant.channels.helpdesk.chatwoot;

import org.jspecify.annotations.NullMarked;
