package org.salesconsultant.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.salesconsultant.assistant.Ratings.Rated;
import org.salesconsultant.assistant.Ratings.Rating;
import org.salesconsultant.assistant.Ratings.Review;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ratings from the terminal: what people said of answers, and which questions the planner learns. */
@Command(name = "learned", mixinStandardHelpOptions = true, description = "Reviews the ratings of answers; the planner learns the questions that are accepted.")
@SuppressWarnings("NullAway.Init")
final class LearnedCommand {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec;

    LearnedCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the ratings that wait for a review, the newest first.")
    int list(@Option(names = "--all", description = "Those reviewed too.") boolean all,
             @Option(names = "--json", description = "As GET /api/ratings has them.") boolean json, @Mixin DataOptions options) throws IOException {
        try (var stores = wiring.stores(options, true)) {
            var out = spec.commandLine().getOut();
            var ratings = stores.ratings().list().stream().filter(rated -> all || rated.review() == Review.OPEN).toList();
            if (json) {
                out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(ratings));
            } else if (ratings.isEmpty()) {
                spec.commandLine().getErr().println("No rating waits for a review.");
            } else {
                ratings.forEach(rated -> tell(rated, out));
                spec.commandLine().getErr().println("To let the planner learn one: learned accept NUMBER. To put one away: learned drop NUMBER.");
            }
            out.flush();
            return 0;
        }
    }

    private static void tell(Rated rated, PrintWriter out) {
        out.printf("%4d  %-5s  %s  %s%s%n", rated.number(), rated.rating().word(), ImportText.MOMENT.format(Instant.parse(rated.ratedAt()).atZone(ZoneId.systemDefault())),
                rated.who(), rated.review() == Review.OPEN ? "" : "  " + rated.review().word());
        out.println("      " + line(rated.question()) + (rated.earlier() == null ? "" : "   (after: " + line(rated.earlier()) + ")"));
        if (!rated.reason().isEmpty()) {
            out.println("      reason: " + line(rated.reason()));
        }
        rated.plan().forEach(call -> out.println("      " + call.tool() + " " + line(call.arguments())));
        if (rated.rating() == Rating.WRONG || rated.plan().isEmpty()) {
            out.println("      answer: " + line(rated.answer()));
        }
    }

    /** What others wrote, without what a terminal would obey. */
    private static String line(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    @Command(name = "accept", mixinStandardHelpOptions = true,
            description = "Writes questions that were rated right, with their plans, to prompts/learned/questions.yaml; the planner uses them from the next question on.")
    int accept(@Parameters(paramLabel = "NUMBER", arity = "1..*", description = "As \"learned list\" names them.") List<Long> numbers, @Mixin DataOptions options) {
        try (var stores = wiring.stores(options, true)) {
            var planner = wiring.brains(stores).planner();
            var warehouse = stores.warehouses().current();
            return each(numbers, number -> {
                var question = planner.learn(stores.ratings().get(number), warehouse);
                stores.ratings().review(number, Review.ACCEPTED);
                return "Learned: \"" + question.ask() + "\" is for " + question.tool() + " " + question.arguments();
            });
        }
    }

    @Command(name = "drop", mixinStandardHelpOptions = true, description = "Puts ratings away. What was learned before stays in prompts/learned/questions.yaml until it is removed there.")
    int drop(@Parameters(paramLabel = "NUMBER", arity = "1..*", description = "As \"learned list\" names them.") List<Long> numbers, @Mixin DataOptions options) {
        try (var stores = wiring.stores(options, true)) {
            return each(numbers, number -> {
                stores.ratings().review(number, Review.DROPPED);
                return "Put away: " + number;
            });
        }
    }

    /** What is done with one rating. */
    private interface Step {
        String with(long number);
    }

    /** One that fails does not keep the others back. */
    private int each(List<Long> numbers, Step step) {
        int failed = 0;
        for (var number : numbers) {
            try {
                spec.commandLine().getOut().println(step.with(number));
            } catch (UserError mistake) {
                spec.commandLine().getErr().println(number + ": " + mistake.message() + " " + mistake.hint());
                failed = 1;
            }
        }
        spec.commandLine().getOut().flush();
        return failed;
    }
}
