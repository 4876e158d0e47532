package org.salesconsultant.channels.slack;

import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.channels.people.People;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Wording;

/** What people say of answers: a thumb, and with the one that points down, why. */
final class Feedback {
    /** Names the reason's view, block and field. */
    static final String REASON = "rating_reason";

    private final Ratings ratings;
    private final People people;
    private final Workspace workspace;
    private final Wording wording;

    Feedback(Ratings ratings, People people, Workspace workspace, Wording wording) {
        this.ratings = ratings;
        this.people = people;
        this.workspace = workspace;
        this.wording = wording;
    }

    /** @param button the value of the button: language and message id */
    void right(String user, String button, Place place) {
        rate(user, button, Ratings.Rating.RIGHT, place);
    }

    /** @param trigger lets us open a view, for three seconds */
    void wrong(String user, String button, Place place, String trigger) {
        if (rate(user, button, Ratings.Rating.WRONG, place)) {
            workspace.openView(trigger, view(button));
        }
    }

    void reason(String user, String button, String reason) {
        people.viewer(SlackChannel.PLATFORM, user).ifPresent(viewer ->
                ratings.rate(viewer, messageId(button), Ratings.Rating.WRONG, SlackText.cut(reason.strip(), Ratings.LONGEST_REASON)));
    }

    private boolean rate(String user, String button, Ratings.Rating rating, Place place) {
        try {
            var viewer = people.viewer(SlackChannel.PLATFORM, user);
            viewer.ifPresent(known -> ratings.rate(known, messageId(button), rating, ""));
            if (viewer.isPresent() && rating == Ratings.Rating.RIGHT) {
                workspace.whisper(place, user, wording.say(language(button), "thanks"));
            }
            return viewer.isPresent();
        } catch (UserError notTheirs) {
            workspace.whisper(place, user, wording.say(language(button), "not_yours"));
            return false;
        }
    }

    private View view(String button) {
        var language = language(button);
        var field = PlainTextInputElement.builder().actionId(REASON).multiline(true).maxLength(Ratings.LONGEST_REASON).build();
        return View.builder().type("modal").callbackId(REASON).privateMetadata(button)
                .title(ViewTitle.builder().type("plain_text").text(wording.say(language, "why_title")).build())
                .submit(ViewSubmit.builder().type("plain_text").text(wording.say(language, "send")).build())
                .close(ViewClose.builder().type("plain_text").text(wording.say(language, "leave_out")).build())
                .blocks(List.of(Blocks.input(input -> input.blockId(REASON).optional(true).element(field)
                        .label(PlainTextObject.builder().text(wording.say(language, "why")).build())))).build();
    }

    private static Language language(String button) {
        return Language.ofCode(button.split(" ", 2)[0]);
    }

    private static String messageId(String button) {
        return button.split(" ", 2)[1];
    }
}
