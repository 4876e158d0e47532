package org.salesconsultant.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.salesconsultant.sales.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the whole set-up and says what to do about what is amiss; fails where something does not work. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Checks data, settings, models and keys.")
@SuppressWarnings("NullAway.Init")
final class DoctorCommand implements Callable<Integer> {
    private static final int AREA_WIDTH = 15;

    private final Wiring wiring;

    @Option(names = "--json", description = "Prints the checks as JSON.")
    private boolean json;

    @Mixin
    private DataOptions options;

    @Spec
    private CommandSpec spec;

    DoctorCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws Exception {
        try (var stores = wiring.stores(options, false)) {
            var diagnoses = new Doctor(wiring, stores).run();
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(diagnoses));
            } else {
                diagnoses.forEach(diagnosis -> out.println(line(diagnosis)));
            }
            out.flush();
            return fails(diagnoses) ? 1 : 0;
        }
    }

    private static boolean fails(List<Diagnosis> diagnoses) {
        return diagnoses.stream().anyMatch(diagnosis -> diagnosis.verdict() == Diagnosis.Verdict.FAILURE);
    }

    private static String line(Diagnosis diagnosis) {
        return String.format(Locale.ROOT, "%-7s  %-" + AREA_WIDTH + "s %s", diagnosis.verdict().name().toLowerCase(Locale.ROOT), diagnosis.area(),
                diagnosis.next().isEmpty() ? diagnosis.found() : diagnosis.found() + " " + diagnosis.next());
    }
}
