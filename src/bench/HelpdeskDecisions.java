import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.salesconsultant.analytics.text.Judgement;
import org.salesconsultant.analytics.text.SentenceLabels;
import org.salesconsultant.assistant.helpdesk.CustomerMessage;
import org.salesconsultant.assistant.helpdesk.Decision;
import org.salesconsultant.assistant.helpdesk.Helpdesk;
import org.salesconsultant.assistant.helpdesk.Learners;
import org.salesconsultant.assistant.helpdesk.Reply;
import org.salesconsultant.knowledge.Knowledge;
import org.salesconsultant.knowledge.MiniLmEmbedder;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.SearchKnowledge;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.sample.SampleCompany;

/**
 * Asks the helpdesk labelled messages over the sample company and counts: decisions by label, replies and drafts that say what they
 * must not, facts that a sent reply lacks, and how far the confidence is from the share that is right (ten equally wide bins).
 *
 * <p>usage, from the project's directory: {@code java -cp "target/sales-consultant.jar:target/lib/*" src/bench/HelpdeskDecisions.java
 * [show] FILE.yaml…}; {@code show} prints the messages that went wrong.
 */
final class HelpdeskDecisions {
    private static final Path LABELS = Path.of("src/test/resources/helpdesk/messages.yaml");
    private static final Pattern ORDER = Pattern.compile("(?:SO|CR)\\d{5,}");
    private static final int BINS = 10;

    private HelpdeskDecisions() {}

    private record Case(JsonNode label, Reply reply) {
        boolean isRight() {
            return reply.decision() == wanted();
        }

        Decision wanted() {
            return Decision.valueOf(label.path("decision").asText().toUpperCase(Locale.ROOT));
        }

        /** Whether one of the wordings stands in the reply, a number as a whole one. */
        boolean says(JsonNode wordings) {
            return Stream.of(wordings.asText().split("\\|")).map(String::strip).anyMatch(wording -> Pattern.compile("(?<![\\d.,])"
                    + Pattern.quote(wording.toLowerCase(Locale.ROOT)) + (Character.isDigit(wording.charAt(wording.length() - 1)) ? "(?!\\d)" : ""))
                    .matcher(reply.text().toLowerCase(Locale.ROOT)).find());
        }

        boolean saysOneOf(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), false).anyMatch(this::says);
        }

        boolean lacksFact() {
            return isRight() && wanted() != Decision.HANDOVER && StreamSupport.stream(label.path("contains").spliterator(), false).anyMatch(fact -> !says(fact));
        }

        /** An order's number that is not from the customer's own findings, or a finding for somebody unverified. */
        boolean leaks() {
            var own = reply.findings().toString();
            boolean verified = label.path("verified").asBoolean();
            return !verified && !reply.findings().isEmpty() || ORDER.matcher(reply.text()).results().anyMatch(number -> !own.contains(number.group()));
        }

        String line(String what) {
            return "%-14s %s %s -> %s (%s, %.2f)%n    %s%n    %s".formatted(what, label.path("id").asText(), wanted().word(), reply.decision().word(), reply.reason().word(),
                    reply.confidence(), label.path("thread"), reply.text().replace("\n", " "));
        }
    }

    public static void main(String[] arguments) throws IOException {
        boolean show = arguments[0].equals("show");
        var folder = Files.createTempDirectory("helpdesk");
        var home = new Home(Path.of(""));
        var embedder = new MiniLmEmbedder(folder.resolve("cache"));
        try (var warehouses = Warehouses.open(folder, SampleCompany::fill)) {
            var knowledge = new Knowledge(home, embedder);
            var helpdesk = new Helpdesk(home, new Toolbox(home, List.of(new SearchKnowledge(knowledge))), warehouses,
                    new Learners(SentenceLabels.learner(embedder), Judgement.learner(), knowledge::nearness, knowledge::asked));
            List<Case> all = new ArrayList<>();
            for (var file : Arrays.stream(arguments).skip(show ? 1 : 0).toList()) {
                var labelled = new YAMLMapper().readTree(Path.of(file).toFile()).path("messages");
                var cases = StreamSupport.stream(labelled.spliterator(), false).map(label -> new Case(label, helpdesk.reply(message(label)))).toList();
                report(file, cases, show);
                all.addAll(cases);
            }
            report("all", all, false);
        }
        System.exit(0);
    }

    private static CustomerMessage message(JsonNode label) {
        List<String> thread = new ArrayList<>();
        label.path("thread").forEach(text -> thread.add(text.asText()));
        return new CustomerMessage(thread.getLast(), thread.subList(0, thread.size() - 1), label.path("verified").asBoolean() ? label.path("customer").asText() : null);
    }

    private static void report(String file, List<Case> cases, boolean show) throws IOException {
        var never = new YAMLMapper().readTree(LABELS.toFile()).path("never");
        System.out.printf("%s: %d of %d right, mean confidence %.3f, calibration error %.3f%n", file, cases.stream().filter(Case::isRight).count(), cases.size(),
                cases.stream().mapToDouble(one -> one.reply().confidence()).average().orElse(0), calibrationError(cases));
        System.out.printf("  %-10s%10s%10s%10s%n", "labelled", "send", "draft", "handover");
        for (var wanted : Decision.values()) {
            var row = Arrays.stream(Decision.values()).map(decided -> "%10d".formatted(cases.stream()
                    .filter(one -> one.wanted() == wanted && one.reply().decision() == decided).count())).toList();
            System.out.printf("  %-10s%s%n", wanted.word(), String.join("", row));
        }
        count("wrong", cases, one -> !one.isRight(), show);
        count("wrong promise", cases, one -> one.saysOneOf(never), show);
        count("says what it must not", cases, one -> one.saysOneOf(one.label().path("not")), show);
        count("leak", cases, Case::leaks, show);
        count("fact missing", cases, Case::lacksFact, show);
    }

    private static void count(String what, List<Case> cases, Predicate<Case> is, boolean show) {
        var found = cases.stream().filter(is).toList();
        System.out.printf("  %s: %d%n", what, found.size());
        if (show) {
            found.forEach(one -> System.out.println(one.line(what)));
        }
    }

    private static double calibrationError(List<Case> cases) {
        var over = new double[BINS];
        cases.forEach(one -> over[Math.min(BINS - 1, (int) (BINS * one.reply().confidence()))] += one.reply().confidence() - (one.isRight() ? 1 : 0));
        return Arrays.stream(over).map(Math::abs).sum() / cases.size();
    }
}
