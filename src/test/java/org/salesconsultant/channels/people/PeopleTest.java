package org.salesconsultant.channels.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesconsultant.access.Keys;
import org.salesconsultant.channels.Logged;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;

@ResourceLock(Logged.LOCK)
class PeopleTest {
    @TempDir
    private Path folder;
    private Warehouses warehouses;
    private Database state;
    private Keys keys;

    @BeforeEach
    void open() throws IOException {
        warehouses = Warehouses.open(folder, null);
        state = Database.open(folder.resolve("assistant.db"), "db/assistant");
        keys = new Keys(state, warehouses);
        keys.add("anna", Role.MANAGER, null);
        keys.add("desk", Role.SERVICE, null);
        write("slack: {UANNA: anna}\n");
    }

    @AfterEach
    void close() {
        state.close();
        warehouses.close();
    }

    @Test
    void anEditHoldsFromTheNextQuestionOn() throws IOException {
        var people = people(Optional.empty());
        assertThat(role(people, "slack", "UANNA")).contains(Role.MANAGER);
        assertThat(role(people, "teams", "8a0b")).isEmpty();

        write("slack: {UANNA: desk}\nteams: {8a0b: anna}\n");
        assertThat(role(people, "slack", "UANNA")).contains(Role.SERVICE);
        assertThat(role(people, "teams", "8a0b")).contains(Role.MANAGER);

        write("slack: {}\n");
        assertThat(role(people, "slack", "UANNA")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "slack: {UANNA: anna | config/people.yaml line",
        "slack:\\n  UANNA: desk\\n  UMO | config/people.yaml line",
        "slak: {UANNA: anna} | config/people.yaml line",
        "slack: {UANNA: } | config/people.yaml: UANNA has no key",
        "'' | config/people.yaml"})
    void aBrokenEditIsLoggedOnceAndLeavesWhatWasKnown(String text, String told) throws IOException {
        var people = people(Optional.of(Role.SERVICE));
        var logged = new Logged();
        try (logged) {
            write(text.replace("\\n", "\n") + "\n");
            assertThat(role(people, "slack", "UANNA")).contains(Role.MANAGER);
            assertThat(role(people, "slack", "UANNA")).contains(Role.MANAGER);
        }
        assertThat(logged.lines().stream().filter(line -> line.contains("what stood there before holds"))).singleElement().asString().startsWith(told);

        write("slack: {UMO: anna}\n");
        assertThat(role(people, "slack", "UMO")).as("once it is mended").contains(Role.MANAGER);
        assertThat(role(people, "slack", "UANNA")).as("not in the file any more").contains(Role.SERVICE);
    }

    @Test
    void aBrokenFileIsAMistakeAtStart() throws IOException {
        write("slack: {UANNA: }\n");
        assertThatThrownBy(() -> people(Optional.empty())).isInstanceOf(UserError.class).hasMessageContaining("UANNA has no key");
    }

    private static Optional<Role> role(People people, String platform, String user) {
        return people.viewer(platform, user).map(Viewer::role);
    }

    private People people(Optional<Role> unknown) {
        return new People(new Home(folder), keys, new PeopleSettings(unknown));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/people.yaml"), text);
    }
}
