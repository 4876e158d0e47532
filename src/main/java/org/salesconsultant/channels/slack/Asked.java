package org.salesconsultant.channels.slack;

/**
 * A question as it came from Slack.
 *
 * @param user who asked
 * @param text as people read it
 * @param seen whether the question stands where it is answered; where not, the answer repeats it
 * @param shared whether people of other companies are in the channel
 */
record Asked(String user, String text, Place place, boolean seen, boolean shared) {}
