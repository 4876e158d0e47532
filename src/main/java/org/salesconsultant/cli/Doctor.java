package org.salesconsultant.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.salesconsultant.assistant.llm.LlmProbe;
import org.salesconsultant.assistant.llm.LlmSettings;
import org.salesconsultant.channels.mail.Mailer;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.DataState;
import org.salesconsultant.warehouse.Facts;
import org.salesconsultant.warehouse.WarehouseCheck;
import org.salesconsultant.warehouse.columns.Columns;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.warehouse.quality.DataQuality;
import org.salesconsultant.warehouse.quality.DataQuality.Ground;
import org.salesconsultant.warehouse.quality.DataQuality.Measure;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.SemanticModel;
import org.salesconsultant.warehouse.training.TrainedModel;

/** Looks at the whole set-up; one check that breaks never keeps the others from being made. Changes nothing. */
final class Doctor {
    private static final long MEGABYTE = 1_000_000;
    private static final long LEAST_FREE = 1_000 * MEGABYTE;
    private static final int STALE_DAYS = 45;
    private static final double NEARER = 0.1;

    private final Wiring wiring;
    private final Stores stores;
    private final List<Diagnosis> diagnoses = new ArrayList<>();

    Doctor(Wiring wiring, Stores stores) {
        this.wiring = wiring;
        this.stores = stores;
    }

    /** All checks, in the order in which a person would look. */
    List<Diagnosis> run() {
        check("data directory", this::dataDirectory);
        check("warehouse", this::warehouse);
        check("columnar copy", this::copy);
        check("data", this::data);
        check("data quality", this::quality);
        check("inbox", this::inbox);
        check("models", this::models);
        check("configuration", this::configuration);
        check("prompts", this::prompts);
        check("embeddings", this::embeddings);
        check("brain", this::brain);
        check("mail", this::mail);
        check("chatwoot", this::chatwoot);
        check("keys", this::keys);
        return diagnoses;
    }

    private void check(String area, Supplier<Diagnosis> check) {
        Diagnosis diagnosis;
        try {
            diagnosis = check.get();
        } catch (UserError e) {
            diagnosis = Diagnosis.failure(area, e.message(), e.hint());
        } catch (RuntimeException e) {
            diagnosis = Diagnosis.failure(area, "The check broke off: " + e.getMessage() + ".", "Report it with this line.");
        }
        diagnoses.add(diagnosis);
    }

    private Diagnosis dataDirectory() {
        try {
            var probe = Files.createTempFile(stores.data(), "doctor", ".tmp");
            Files.delete(probe);
            long free = Files.getFileStore(stores.data()).getUsableSpace();
            var found = stores.data() + " is writable, with " + number(free / MEGABYTE) + " MB free.";
            return free >= LEAST_FREE ? Diagnosis.ok("data directory", found)
                    : Diagnosis.warning("data directory", found, "Free some space before the next import.");
        } catch (IOException e) {
            return Diagnosis.failure("data directory", stores.data() + " cannot be written.", "Give this user the right to write there, or choose another with --data.");
        }
    }

    private Diagnosis warehouse() {
        var problems = WarehouseCheck.problems(stores.warehouses().own());
        return problems.isEmpty() ? Diagnosis.ok("warehouse", "The file is sound, and orders and lines agree.")
                : Diagnosis.failure("warehouse", String.join(" ", problems), "Put a backup of warehouse.db back, or import into a new folder with --data.");
    }

    /** The copy is looked at, not made. */
    private Diagnosis copy() {
        var own = stores.warehouses().own();
        if (own.state().isEmpty()) {
            return Diagnosis.ok("columnar copy", "There is nothing to copy yet.");
        }
        try (var columns = Columns.borrow(own)) {
            columns.catchUp();
            var engine = own.facts(Facts::engine);
            return engine.equals(columns.engine()) ? Diagnosis.ok("columnar copy", "It holds the newest data: " + engine + " answers.")
                    : Diagnosis.ok("columnar copy", engine + " answers here: a running server has the copy, or will make it when it starts.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Diagnosis.failure("columnar copy", "The check was interrupted.", "Run it again.");
        }
    }

    private Diagnosis data() {
        var state = stores.warehouses().own().state();
        if (state.isEmpty()) {
            return Diagnosis.warning("data", "Nothing has been imported; the sample company answers.", "Import your exports: import FILE…");
        }
        return newest(state);
    }

    private static Diagnosis newest(DataState state) {
        var newest = state.newestDay();
        var found = number(state.lines()) + " order lines" + (newest == null ? ", and nothing has a date." : ", the newest data is of " + newest + ".");
        long age = newest == null ? 0 : ChronoUnit.DAYS.between(newest, LocalDate.now());
        return age <= STALE_DAYS ? Diagnosis.ok("data", found)
                : Diagnosis.warning("data", found + " That is " + number(age) + " days ago.", "Export anew and import; what is there already is not counted twice.");
    }

    private Diagnosis quality() {
        var own = stores.warehouses().own();
        if (own.state().isEmpty()) {
            return Diagnosis.ok("data quality", "There is no data of your own to look at yet.");
        }
        var model = SemanticModel.load(stores.home());
        var quality = DataQuality.of(own, new MetricQueries(model, new Members(model)), new RowScope.All());
        var partly = quality.measures().stream().filter(measure -> measure.ground() == Ground.PART).map(Doctor::inWords).toList();
        List<String> found = new ArrayList<>();
        if (!partly.isEmpty()) {
            found.add("Filled in part only: " + String.join(", ", partly) + ".");
        }
        if (quality.rowsRejected() > 0) {
            found.add(number(quality.rowsRejected()) + " of " + number(quality.rowsRead()) + " imported rows were rejected.");
        }
        if (quality.waitingDetails() > 0) {
            found.add(number(quality.waitingDetails()) + " order details wait for their headers.");
        }
        if (quality.proposals() > 0) {
            found.add(number(quality.proposals()) + " pairs of names may be the same.");
        }
        return found.isEmpty() ? Diagnosis.ok("data quality", "Whatever was imported is complete.")
                : Diagnosis.warning("data quality", String.join(" ", found), "Ask \"how good is our data?\" for what follows from it.");
    }

    private Diagnosis inbox() {
        var folder = stores.inbox();
        if (folder.isEmpty() || !folder.get().exists()) {
            return Diagnosis.ok("inbox", folder.isEmpty() ? "No folder is watched: import.inbox is empty."
                    : "No folder is watched: make " + folder.get().path() + ", and files put there come in by themselves.");
        }
        int refused = folder.get().refused().size();
        var found = folder.get().path() + " is watched while the server runs; " + number(folder.get().waiting().size()) + " files wait there.";
        return refused == 0 ? Diagnosis.ok("inbox", found)
                : Diagnosis.warning("inbox", found + " " + number(refused) + " were refused.", "Read the reports beside them, and take the files away: import --list names them.");
    }

    private Diagnosis models() {
        var state = stores.warehouses().own().state();
        var newest = stores.trainingRuns().newest(false);
        if (state.isEmpty() || newest.isEmpty()) {
            return Diagnosis.ok("models", "Nothing has been trained on your data yet; a running server does so by itself, and so does the command train.");
        }
        var run = newest.get();
        var found = run.models().size() + " models were trained at " + run.began().truncatedTo(ChronoUnit.SECONDS) + ". " + TrainingText.drift(run);
        if (!run.failed().isEmpty()) {
            return Diagnosis.warning("models", found, "Some could not be learned: " + run.failed().stream().map(TrainedModel::subject).collect(Collectors.joining(", "))
                    + ". Run train to see why.");
        }
        if (!run.drifted().isEmpty()) {
            return Diagnosis.warning("models", found, "The models have learned from it; look what changed with \"why did it change?\" and \"any unusual days?\".");
        }
        return run.dataVersion() == state.version() ? Diagnosis.ok("models", found)
                : Diagnosis.warning("models", found + " Data has come in since.", "Run train, or start the server.");
    }

    private static String inWords(Measure measure) {
        return measure.check().word().replace('_', ' ') + " " + Math.round(measure.share() * 100) + "%";
    }

    private Diagnosis configuration() {
        var home = stores.home();
        var model = SemanticModel.load(home);
        new Imports(home, stores.warehouses().own());
        return Diagnosis.ok("configuration", model.metrics().size() + " metrics and " + model.dimensions().size() + " dimensions are modelled; all files in config/ can be read.");
    }

    private Diagnosis prompts() {
        var tools = wiring.brains(stores).toolbox().names();
        return Diagnosis.ok("prompts", tools.size() + " tools: " + String.join(", ", tools) + ".");
    }

    private Diagnosis embeddings() {
        var embedder = wiring.embedder(stores.data());
        boolean english = isSound(embedder, Language.ENGLISH, "a customer cancelled the order", "the purchase was called off by the client", "bananas are yellow");
        boolean chinese = isSound(embedder, Language.CHINESE, "客户取消了订单", "买家把这笔单退掉了", "香蕉是黄色的");
        return english && chinese ? Diagnosis.ok("embeddings", "The English and the Chinese model tell near sentences from far ones.")
                : Diagnosis.failure("embeddings", "A model does not tell near sentences from far ones.", "Build the program anew; if it stays, report it.");
    }

    private static boolean isSound(Embedder embedder, Language language, String sentence, String near, String far) {
        var vectors = embedder.embed(language, List.of(sentence, near, far));
        return likeness(vectors.get(0), vectors.get(1)) > likeness(vectors.get(0), vectors.get(2)) + NEARER;
    }

    private static double likeness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private Diagnosis brain() {
        var settings = stores.settings().section("llm", LlmSettings::of);
        if (settings.isEmpty()) {
            return Diagnosis.ok("brain", "No language model is configured: the embedded brain answers, and nothing leaves this machine.");
        }
        var problem = LlmProbe.problem(settings.get());
        return problem.isEmpty() ? Diagnosis.ok("brain", settings.get().model() + " can be reached.")
                : Diagnosis.failure("brain", "The language model is configured, but " + problem.get() + ".",
                        "Check OPENAI_BASE_URL and OPENAI_API_KEY; meanwhile the embedded brain answers.");
    }

    private Diagnosis mail() {
        var mailer = stores.mailer();
        if (mailer.isEmpty()) {
            return Diagnosis.ok("mail", "No mail server is set up: customers cannot prove who they are, and a person answers what they ask about their orders.");
        }
        try {
            mailer.get().reach();
            return Diagnosis.ok("mail", "The mail server can be reached, and lets us in.");
        } catch (Mailer.NotSent e) {
            return Diagnosis.failure("mail", "The mail server cannot be used (" + e.getMessage() + ").", "Check SMTP_URL: host, port, user and password.");
        }
    }

    private Diagnosis chatwoot() {
        var settings = stores.chatwootSettings();
        if (settings.isEmpty()) {
            return Diagnosis.ok("chatwoot", "Chatwoot is not set up.");
        }
        var found = "Chatwoot's agent bot answers customers at " + settings.get().url() + ".";
        return stores.mailer().isPresent() ? Diagnosis.ok("chatwoot", found)
                : Diagnosis.warning("chatwoot", found + " Questions about orders go to a person.", "Set SMTP_URL, so that customers can prove by a code who they are.");
    }

    private Diagnosis keys() {
        var keys = stores.keys().list();
        if (keys.isEmpty()) {
            return Diagnosis.ok("keys", "No keys: only whoever has the sign-in link gets in.");
        }
        var roles = keys.stream().collect(Collectors.groupingBy(key -> key.role().word(), TreeMap::new, Collectors.counting()));
        return Diagnosis.ok("keys", "Keys: " + roles.entrySet().stream().map(role -> role.getValue() + " " + role.getKey()).collect(Collectors.joining(", ")) + ".");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
