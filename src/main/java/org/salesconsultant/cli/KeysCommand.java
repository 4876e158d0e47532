package org.salesconsultant.cli;

import org.jspecify.annotations.Nullable;
import org.salesconsultant.channels.http.HttpSettings;
import org.salesconsultant.channels.http.Server;
import org.salesconsultant.sales.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** API keys from the terminal. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "Makes, lists and revokes API keys.")
@SuppressWarnings("NullAway.Init")
final class KeysCommand {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec;

    KeysCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Command(name = "add", mixinStandardHelpOptions = true,
            description = "Makes a key: prints it alone on stdout, once, and a one-time sign-in link for the page on stderr.")
    int add(@Parameters(paramLabel = "NAME", description = "Who it is for.") String name,
            @Option(names = "--role", required = true, description = "admin, manager, rep or service.") String role,
            @Option(names = "--rep", description = "With role rep: the rep whose accounts alone it sees.") @Nullable String rep,
            @Mixin DataOptions options) {
        try (var stores = wiring.stores(options, true)) {
            var key = stores.keys().add(name, Role.of(role), rep);
            spec.commandLine().getOut().println(key);
            var http = stores.settings().section("server", HttpSettings::of);
            spec.commandLine().getErr().println("Sign in once, within a day, while the server runs: " + http.url(http.port())
                    + Server.SIGN_IN_PATH + stores.signIn().token(name));
            return 0;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the keys' names and roles.")
    int list(@Mixin DataOptions options) {
        try (var stores = wiring.stores(options, true)) {
            var keys = stores.keys().list();
            if (keys.isEmpty()) {
                spec.commandLine().getErr().println("No keys yet. Make one with: keys add NAME --role manager");
            }
            for (var key : keys) {
                spec.commandLine().getOut().println(key.name() + "\t" + key.role().word() + "\t"
                        + (key.rep() == null ? "" : key.rep()) + "\t" + key.createdAt());
            }
            return 0;
        }
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Revokes a key and ends its sessions.")
    int revoke(@Parameters(paramLabel = "NAME") String name, @Mixin DataOptions options) {
        try (var stores = wiring.stores(options, true)) {
            stores.keys().revoke(name);
            return 0;
        }
    }
}
