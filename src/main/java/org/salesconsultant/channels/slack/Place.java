package org.salesconsultant.channels.slack;

import org.jspecify.annotations.Nullable;

/**
 * Where something is said.
 *
 * @param channel a channel's id, or that of a direct message
 * @param thread the timestamp of the message that began the thread; null: outside of one
 */
record Place(String channel, @Nullable String thread) {
    /** Between one person and the assistant alone. */
    boolean isDirect() {
        return channel.startsWith("D");
    }

    /** What the conversation here is known by. */
    String name() {
        return "slack " + channel + (thread == null ? "" : " " + thread);
    }
}
