package org.salesconsultant.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.assistant.Ratings.Rating;
import org.salesconsultant.assistant.Ratings.Review;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;

class RatingsTest {
    private static final Viewer ANNA = new Viewer("key:anna", "anna", Role.MANAGER, null);
    private static final Viewer BEN = new Viewer("key:ben", "ben", Role.MANAGER, null);

    @TempDir
    Path folder;
    private Warehouses warehouses;
    private Database state;
    private Conversations conversations;
    private Ratings ratings;
    private final ScriptedModel planner = new ScriptedModel();

    @BeforeEach
    void open() throws IOException {
        RevenueTool.writePrompt(folder);
        warehouses = Warehouses.open(folder.resolve("data"), RevenueTool::fill);
        state = Database.open(folder.resolve("data/assistant.db"), "db/assistant");
        conversations = new Conversations(state);
        ratings = new Ratings(state);
    }

    @AfterEach
    void close() {
        state.close();
        warehouses.close();
    }

    private Answer ask(String text, @org.jspecify.annotations.Nullable String conversation) {
        var assistant = new Assistant(warehouses, new Toolbox(new Home(folder), java.util.List.of(new RevenueTool())), conversations,
                (viewer, language, warehouse) -> planner, null, AssistantPrompt.of(new Home(Path.of(""))));
        return assistant.ask(new Question(text, ANNA, conversation, null), TurnListener.NONE);
    }

    @Test
    void whatIsRatedStandsWithItsPlanAndTheQuestionBeforeIt() {
        planner.calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.")
                .calls("query_metrics", "{\"period\":\"2010\"}").says("Less.");
        var first = ask("revenue in 2011", null);
        var second = ask("and 2010?", first.conversationId());
        ratings.rate(ANNA, first.messageId(), Rating.RIGHT, "");
        ratings.rate(ANNA, second.messageId(), Rating.WRONG, "2010 was more");

        var followUp = ratings.list().getFirst();
        assertThat(followUp.question()).isEqualTo("and 2010?");
        assertThat(followUp.earlier()).isEqualTo("revenue in 2011");
        assertThat(followUp.reason()).isEqualTo("2010 was more");
        assertThat(followUp.who()).isEqualTo("key:anna");
        var rated = ratings.list().getLast();
        assertThat(rated.earlier()).isNull();
        assertThat(rated.plan()).containsExactly(new Ratings.Call("query_metrics", "{\"period\":\"2011\"}"));
        assertThat(rated.answer()).isEqualTo(first.text());
        assertThat(conversations.get(ANNA, first.conversationId()).messages()).extracting(Conversations.Message::rating).containsExactly("right", "wrong");
    }

    @Test
    void aCallThatFoundNothingIsNoPartOfThePlan() {
        planner.calls("query_metrics", "{\"period\":\"never\"}").calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.");
        ratings.rate(ANNA, ask("revenue in 2011", null).messageId(), Rating.RIGHT, "");
        assertThat(ratings.list().getFirst().plan()).containsExactly(new Ratings.Call("query_metrics", "{\"period\":\"2011\"}"));
    }

    @Test
    void anotherRatingTakesThePlaceOfTheFirstAndIsOpenAgain() {
        planner.calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.");
        var message = ask("revenue in 2011", null).messageId();
        ratings.rate(ANNA, message, Rating.RIGHT, "");
        var number = ratings.list().getFirst().number();
        ratings.review(number, Review.ACCEPTED);
        ratings.rate(ANNA, message, Rating.RIGHT, "");
        assertThat(ratings.get(number).review()).isEqualTo(Review.ACCEPTED);
        ratings.rate(ANNA, message, Rating.WRONG, "returns are in it");
        assertThat(ratings.list()).hasSize(1);
        assertThat(ratings.get(number).rating()).isEqualTo(Rating.WRONG);
        assertThat(ratings.get(number).review()).isEqualTo(Review.OPEN);
    }

    @Test
    void nobodyRatesAnothersAnswer() {
        planner.calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.");
        var message = ask("revenue in 2011", null).messageId();
        assertThatThrownBy(() -> ratings.rate(BEN, message, Rating.RIGHT, "")).isInstanceOf(UserError.class).hasMessage("There is no such message.");
        assertThatThrownBy(() -> ratings.review(7, Review.DROPPED)).isInstanceOf(UserError.class).hasMessage("There is no rating 7.");
        assertThat(ratings.list()).isEmpty();
    }

    @Test
    void ratingsMadeBeforeTheyHadNumbersAreKept() {
        var file = folder.resolve("data/old.db");
        Flyway.configure().dataSource("jdbc:sqlite:" + file, null, null).locations("classpath:db/assistant").target("2").load().migrate();
        Jdbi.create("jdbc:sqlite:" + file).useHandle(handle -> handle.execute("""
                INSERT INTO conversation VALUES ('c', 'key:anna', 't', '', '');
                """));
        Jdbi.create("jdbc:sqlite:" + file).useHandle(handle -> {
            handle.execute("INSERT INTO message VALUES ('m', 'c', 1, '', 'revenue?', ?, '[]')",
                    "{\"conversationId\":\"c\",\"messageId\":\"m\",\"text\":\"£1\",\"brain\":\"embedded\",\"status\":\"answered\",\"findings\":[],\"suggestions\":[],\"elapsedMs\":1}");
            handle.execute("INSERT INTO rating VALUES ('m', 'wrong', 'too low', '2026-01-01T00:00:00Z')");
        });
        try (var opened = Database.open(file, "db/assistant")) {
            var kept = new Ratings(opened).list().getFirst();
            assertThat(kept.number()).isEqualTo(1);
            assertThat(kept.reason()).isEqualTo("too low");
        }
    }
}
