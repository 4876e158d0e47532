package org.salesconsultant.channels.slack;

import org.salesconsultant.channels.people.People;
import org.salesconsultant.sales.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who reads what is said in a channel. */
final class Audience {
    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    private final People people;
    private final Workspace workspace;

    Audience(People people, Workspace workspace) {
        this.people = people;
        this.workspace = workspace;
    }

    /**
     * Whether every member of the channel may see whatever the viewer may see. Bots are nobody; people of other companies see nothing. Where
     * Slack does not tell who is there, nobody may.
     */
    boolean maySee(Viewer viewer, String channel) {
        try {
            return !workspace.isShared(channel) && workspace.members(channel).stream().allMatch(member -> mayReadFor(viewer, member));
        } catch (Workspace.Refused e) {
            LOG.warn("who is in channel {} is not known, so answers to it go to the askers: {}", channel, e.getMessage());
            return false;
        }
    }

    private boolean mayReadFor(Viewer viewer, String member) {
        return people.viewer(SlackChannel.PLATFORM, member).filter(reader -> reader.seesAllOf(viewer)).isPresent() || workspace.isBot(member);
    }
}
