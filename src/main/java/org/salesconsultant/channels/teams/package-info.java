/** Teams: a message to an outgoing webhook in; an Adaptive Card out, in the answer or later by a Workflows webhook. */
@NullMarked
package org.salesconsultant.channels.teams;

import org.jspecify.annotations.NullMarked;
