package org.salesconsultant.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.salesconsultant.access.Keys;
import org.salesconsultant.access.LinkSignatures;
import org.salesconsultant.access.SignIn;
import org.salesconsultant.access.WidgetTokens;
import org.salesconsultant.assistant.Conversations;
import org.salesconsultant.assistant.DeskThreads;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.assistant.SeenEvents;
import org.salesconsultant.assistant.Threads;
import org.salesconsultant.assistant.helpdesk.Helpdesk;
import org.salesconsultant.channels.export.LinkSettings;
import org.salesconsultant.channels.export.Links;
import org.salesconsultant.channels.helpdesk.FrontDesk;
import org.salesconsultant.channels.helpdesk.VerificationSettings;
import org.salesconsultant.channels.helpdesk.chatwoot.ChatwootChannel;
import org.salesconsultant.channels.helpdesk.chatwoot.ChatwootSettings;
import org.salesconsultant.channels.mail.MailSettings;
import org.salesconsultant.channels.mail.Mailer;
import org.salesconsultant.channels.people.People;
import org.salesconsultant.channels.people.PeopleSettings;
import org.salesconsultant.channels.slack.SlackChannel;
import org.salesconsultant.channels.slack.SlackSettings;
import org.salesconsultant.channels.teams.TeamsChannel;
import org.salesconsultant.channels.teams.TeamsSettings;
import org.salesconsultant.sales.Role;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Settings;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.imports.inbox.InboxFolder;
import org.salesconsultant.warehouse.imports.inbox.InboxSettings;
import org.salesconsultant.warehouse.training.TrainingRuns;

/**
 * What stands in the data directory, opened, and the settings that go with it.
 *
 * @param data the data directory
 * @param assistant conversations, keys, ratings and training runs: apart from the facts, so that an import never blocks a chat turn
 */
public record Stores(Path data, Home home, Settings settings, Warehouses warehouses, Database assistant) implements AutoCloseable {
    public Keys keys() {
        return new Keys(assistant, warehouses);
    }

    public SignIn signIn() {
        return new SignIn(assistant);
    }

    public WidgetTokens widgetTokens() {
        return new WidgetTokens(assistant);
    }

    public LinkSignatures linkSignatures() {
        return new LinkSignatures(assistant);
    }

    public Conversations conversations() {
        return new Conversations(assistant);
    }

    public Ratings ratings() {
        return new Ratings(assistant);
    }

    /** Slack, set up or not. */
    public SlackChannel slack(People people) {
        return new SlackChannel(settings.section("slack", SlackSettings::of), home, people, new Threads(assistant),
                new SeenEvents(assistant), ratings());
    }

    /** Teams, set up or not. */
    public TeamsChannel teams(People people) {
        return new TeamsChannel(settings.section("teams", TeamsSettings::of), home, people, new Threads(assistant), new SeenEvents(assistant),
                new Links(settings.section("links", LinkSettings::of), linkSignatures()));
    }

    /** Where customers prove who they are; without mail set up a person takes over. */
    public FrontDesk frontDesk(Helpdesk helpdesk) {
        return new FrontDesk(helpdesk::reply, warehouses, assistant, settings.section("verification", VerificationSettings::of), mailer(), InstantSource.system(), home);
    }

    /** Empty where no mail is set up. */
    public Optional<Mailer> mailer() {
        return settings.section("mail", MailSettings::of).map(Mailer::new);
    }

    /** Chatwoot, set up or not. */
    public ChatwootChannel chatwoot(FrontDesk desk) {
        return new ChatwootChannel(chatwootSettings(), home, desk, new DeskThreads(assistant));
    }

    public Optional<ChatwootSettings> chatwootSettings() {
        return settings.section("chatwoot", ChatwootSettings::of);
    }

    /** Whether anybody can ask for replies to customers. */
    public boolean answersCustomers() {
        return chatwootSettings().isPresent() || keys().list().stream().anyMatch(key -> key.role() == Role.SERVICE);
    }

    /** Who is who on other platforms, as the file says it now. */
    public People people() {
        return new People(home, keys(), settings.section("people", PeopleSettings::of));
    }

    public TrainingRuns trainingRuns() {
        return new TrainingRuns(assistant);
    }

    /** The folder whose files come in by themselves, whether it is there or not; empty where that is switched off. */
    public Optional<InboxFolder> inbox() {
        return settings.section("import", InboxSettings::of).in(data);
    }

    @Override
    public void close() {
        assistant.close();
        warehouses.close();
    }
}
