package org.salesconsultant.channels.slack;

import org.salesconsultant.channels.people.People;
import org.salesconsultant.sales.Viewer;

/** Who reads what is said in a channel. */
final class Audience {
    private final People people;
    private final Workspace workspace;

    Audience(People people, Workspace workspace) {
        this.people = people;
        this.workspace = workspace;
    }

    /** Whether every member of the channel may see whatever the viewer may see. Bots are nobody; people of other companies see nothing. */
    boolean maySee(Viewer viewer, String channel) {
        return !workspace.isShared(channel) && workspace.members(channel).stream().allMatch(member -> mayReadFor(viewer, member));
    }

    private boolean mayReadFor(Viewer viewer, String member) {
        return people.viewer(SlackChannel.PLATFORM, member).filter(reader -> reader.seesAllOf(viewer)).isPresent() || workspace.isBot(member);
    }
}
