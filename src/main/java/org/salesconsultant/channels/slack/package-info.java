/** Slack: mentions, direct messages, the slash command and buttons in; Block Kit out. */
@NullMarked
package org.salesconsultant.channels.slack;

import org.jspecify.annotations.NullMarked;
