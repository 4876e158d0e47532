package org.salesconsultant.channels.slack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.Question;
import org.salesconsultant.assistant.Threads;
import org.salesconsultant.channels.people.People;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A question from Slack and its answer there: in the thread it was asked in, or to the asker alone where not all members may see it. */
final class Dialogue {
    private static final Logger LOG = LoggerFactory.getLogger(Dialogue.class);

    private final Answering assistant;
    private final People people;
    private final Threads threads;
    private final Workspace workspace;
    private final Audience audience;
    private final Duration stepsAfter;
    private final AnswerMessages messages;
    private final Wording wording;

    Dialogue(Answering assistant, People people, Threads threads, Workspace workspace, Duration stepsAfter, AnswerMessages messages, Wording wording) {
        this.assistant = assistant;
        this.people = people;
        this.threads = threads;
        this.workspace = workspace;
        this.audience = new Audience(people, workspace);
        this.stepsAfter = stepsAfter;
        this.messages = messages;
        this.wording = wording;
    }

    /** Answers, however long it takes. Whatever fails, the asker is told. */
    void ask(Asked asked) {
        var language = Language.of(asked.text());
        try {
            var viewer = viewer(asked);
            if (viewer.isEmpty()) {
                workspace.whisper(asked.place(), asked.user(), wording.say(language, "unknown_person", "user", asked.user()));
            } else {
                answer(asked, viewer.get(), language);
            }
        } catch (UserError e) {
            workspace.whisper(asked.place(), asked.user(), SlackText.escaped(e.message() + " " + e.hint()));
        } catch (Workspace.Refused e) {
            LOG.warn("an answer could not be given in Slack: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("a question in Slack failed", e);
            workspace.whisper(asked.place(), asked.user(), wording.say(language, "failed"));
        }
    }

    /** Answers to the asker alone, by direct message. */
    void askDirectly(String user, String question) {
        ask(new Asked(user, null, question, workspace.direct(user), false, false));
    }

    /** In a channel shared with another company nobody is anybody by default: the file has to say who they are. */
    private Optional<Viewer> viewer(Asked asked) {
        return asked.shared() ? people.named(SlackChannel.PLATFORM, asked.user()) : people.viewer(SlackChannel.PLATFORM, asked.user());
    }

    private void answer(Asked asked, Viewer viewer, Language language) {
        var place = asked.place();
        var conversation = threads.conversation(place.name(), viewer).orElse(null);
        var brokenOff = new SlackMessage(wording.say(language, "broken_off"), List.of());
        try (var steps = new Steps(workspace, asked, stepsAfter, () -> isForAll(place, viewer), brokenOff)) {
            var answer = assistant.ask(new Question(asked.text(), viewer, conversation, null), steps);
            threads.keep(place.name(), viewer, answer.conversationId());
            if (isForAll(place, viewer)) {
                var before = asked.seen() ? "" : wording.say(language, "asked_by", "user", asked.user(), "question", quoted(asked));
                post(place, steps, viewer, answer, messages.of(answer, language, before));
            } else {
                var before = wording.say(language, "asked_in", "channel", place.channel(), "question", quoted(asked));
                post(workspace.direct(asked.user()), steps, viewer, answer, messages.of(answer, language, before));
                say(place, steps, new SlackMessage(wording.say(language, "answered_directly", "user", asked.user()), List.of()));
            }
        }
    }

    /** Asked again before the answer is shown: somebody may have joined since. */
    private boolean isForAll(Place place, Viewer viewer) {
        return place.isDirect() || audience.maySee(viewer, place.channel());
    }

    private static String quoted(Asked asked) {
        return "\n> " + SlackText.escaped(asked.text()).replace("\n", "\n> ");
    }

    /** Each message outside of a thread may begin one, which goes on with the conversation. */
    private void post(Place place, Steps steps, Viewer viewer, Answer answer, List<SlackMessage> written) {
        for (var message : written) {
            var posted = say(place, steps, message);
            if (place.thread() == null) {
                threads.keep(new Place(place.channel(), posted).name(), viewer, answer.conversationId());
            }
        }
        for (var finding : answer.findings()) {
            var files = FindingBlocks.files(finding);
            if (!files.isEmpty()) {
                workspace.upload(place, files);
            }
        }
    }

    /** Below the steps, where they are shown there and nothing has ended them yet. */
    private String say(Place place, Steps steps, SlackMessage message) {
        return steps.end(place, message).orElseGet(() -> workspace.post(place, message));
    }
}
