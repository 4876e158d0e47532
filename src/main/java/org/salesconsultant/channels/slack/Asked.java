package org.salesconsultant.channels.slack;

import org.jspecify.annotations.Nullable;

/**
 * A question as it came from Slack.
 *
 * @param user who asked
 * @param team the workspace that the user belongs to; null where Slack did not say
 * @param text as people read it
 * @param seen whether the question stands where it is answered; where not, the answer repeats it
 * @param shared whether people of other companies are in the channel
 */
record Asked(String user, @Nullable String team, String text, Place place, boolean seen, boolean shared) {
    /** Slack streams into threads alone, and outside of direct messages it has to be told to whom. */
    boolean canBeStreamedTo() {
        return place.thread() != null && (place.isDirect() || team != null);
    }
}
