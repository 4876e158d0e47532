package org.salesconsultant.channels.helpdesk.chatwoot;

import java.util.Arrays;

/** A conversation in Chatwoot with the contact who writes in it. @param number as people see it, within the account */
record Conversation(long account, long number, long contact) {
    private static final String PLATFORM = "chatwoot";

    /** What it is known by here: another contact's is another, even where the conversation is the same. */
    String thread() {
        return PLATFORM + " " + account + " " + number + " " + contact;
    }

    /** @param thread as {@link #thread} gives it */
    static Conversation of(String thread) {
        var numbers = Arrays.stream(thread.substring(PLATFORM.length() + 1).split(" ")).mapToLong(Long::parseLong).toArray();
        return new Conversation(numbers[0], numbers[1], numbers[2]);
    }
}
