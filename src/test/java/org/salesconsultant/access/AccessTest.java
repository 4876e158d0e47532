package org.salesconsultant.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;

class AccessTest {
    @TempDir
    Path folder;
    private Warehouses warehouses;
    private Database state;
    private Keys keys;
    private SignIn signIn;

    @BeforeEach
    void open() {
        warehouses = Warehouses.open(folder, null);
        state = Database.open(folder.resolve("assistant.db"), "db/assistant");
        keys = new Keys(state, warehouses);
        signIn = new SignIn(state);
    }

    @AfterEach
    void close() {
        state.close();
        warehouses.close();
    }

    private void addRep(String name) {
        warehouses.own().database().write(handle -> handle.execute("INSERT INTO rep (name, name_folded) VALUES (?, lower(?))", name, name));
    }

    @Test
    void aKeyNamesItsViewerUntilItIsRevoked() {
        var key = keys.add("anna", Role.MANAGER, null);
        assertThat(keys.viewer(key)).hasValueSatisfying(viewer -> {
            assertThat(viewer.id()).isEqualTo("key:anna");
            assertThat(viewer.role()).isEqualTo(Role.MANAGER);
            assertThat(viewer.scope()).isEqualTo(new RowScope.All());
        });
        assertThat(keys.viewer(key + "x")).isEmpty();
        keys.revoke("anna");
        assertThat(keys.viewer(key)).isEmpty();
        assertThat(keys.list()).isEmpty();
    }

    @Test
    void onlyTheHashIsKept() throws Exception {
        var key = keys.add("anna", Role.ADMIN, null);
        var token = signIn.token("anna");
        state.write(handle -> handle.execute("SELECT 1"));
        for (var name : new String[] {"assistant.db", "assistant.db-wal"}) {
            var bytes = new String(Files.readAllBytes(folder.resolve(name)), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain(key).doesNotContain(token);
        }
    }

    @Test
    void aRepsKeySeesThatRepsRowsAndMustNameARepOfTheData() {
        assertThatThrownBy(() -> keys.add("tom", Role.REP, "Tom Berg")).hasMessage("This data has no reps, so a key cannot be narrowed to one.");
        addRep("Tom Berg");
        assertThatThrownBy(() -> keys.add("tom", Role.REP, "Tim Berg")).isInstanceOfSatisfying(UserError.class,
                e -> assertThat(e.hint()).isEqualTo("Reps: Tom Berg."));
        var key = keys.add("tom", Role.REP, "tom berg");
        assertThat(keys.viewer(key).orElseThrow().scope()).isEqualTo(new RowScope.OfRep("Tom Berg"));
        assertThatThrownBy(() -> keys.add("boss", Role.MANAGER, "Tom Berg")).hasMessage("--rep goes with --role rep only.");
    }

    @Test
    void aNameIsTakenOnce() {
        keys.add("anna", Role.MANAGER, null);
        assertThatThrownBy(() -> keys.add("anna", Role.ADMIN, null)).hasMessage("There is a key named \"anna\" already.");
        assertThatThrownBy(() -> keys.add("", Role.ADMIN, null)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> keys.revoke("nobody")).hasMessage("There is no key named \"nobody\".");
    }

    @Test
    void aSignInLinkWorksOnceAndItsSessionEndsWithTheKey() {
        keys.add("anna", Role.MANAGER, null);
        var token = signIn.token("anna");
        var session = signIn.begin(token).orElseThrow();
        assertThat(signIn.begin(token)).isEmpty();
        assertThat(signIn.viewer(session).orElseThrow().name()).isEqualTo("anna");
        assertThat(signIn.viewer(token)).isEmpty();
        keys.revoke("anna");
        assertThat(signIn.viewer(session)).isEmpty();
    }

    @Test
    void aLinkThatIsTooOldDoesNotWork() {
        keys.add("anna", Role.MANAGER, null);
        var token = signIn.token("anna");
        state.write(handle -> handle.execute("UPDATE sign_in_link SET expires_at = '2020-01-01T00:00:00Z'"));
        assertThat(signIn.begin(token)).isEmpty();
    }

    @Test
    void theOwnersLinkMakesAnAdminWhoseKeyNobodyHolds() {
        var session = signIn.begin(signIn.ownerToken()).orElseThrow();
        assertThat(signIn.viewer(session).orElseThrow().role()).isEqualTo(Role.ADMIN);
        signIn.end(session);
        assertThat(signIn.viewer(session)).isEmpty();
    }
}
