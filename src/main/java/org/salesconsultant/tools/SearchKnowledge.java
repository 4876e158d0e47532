package org.salesconsultant.tools;

import java.util.LinkedHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.knowledge.Hit;
import org.salesconsultant.knowledge.Knowledge;
import org.salesconsultant.knowledge.KnowledgeQuery;
import org.salesconsultant.knowledge.MiniLmEmbedder;
import org.salesconsultant.knowledge.Passage;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.DataState;

/**
 * What the company's documents say: passages word for word, with document and section. Looks at passages of the question's
 * language alone. A service key sees nothing that is for staff.
 */
public final class SearchKnowledge implements Tool<SearchKnowledge.Arguments> {
    private static final int USUAL_LIMIT = 3;
    private static final int HIGHEST_LIMIT = 10;
    private static final int TOPICS_OFFERED = 4;

    private final Knowledge knowledge;

    /** @param source name or title of a document @param limit 1 to 10, null for 3 */
    public record Arguments(String query, @Nullable String source, @Nullable Integer limit) {}

    public SearchKnowledge(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public String name() {
        return "search_knowledge";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public boolean hasMaterial(Viewer viewer, DataState state) {
        return Arrays.stream(Language.values()).anyMatch(language -> !knowledge.searched(query("", language, null, viewer, state)).isEmpty());
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        if (arguments.query().isBlank()) {
            throw new UserError(UserError.Category.BAD_INPUT, "The query is empty.", "Put the question into \"query\".");
        }
        var language = Language.of(arguments.query()) == Language.CHINESE ? Language.CHINESE : context.language();
        var query = query(arguments.query(), language, document(arguments.source()), context.viewer(), context.state());
        var searched = knowledge.searched(query);
        if (searched.isEmpty()) {
            return nothingToSearch(query, context);
        }
        context.steps().accept(context.say("step"));
        var hits = knowledge.search(query, limit(arguments.limit()));
        return hits.isEmpty() ? nothingNear(query, searched, context)
                : new Outcome.Found(finding(arguments, query, hits, searched.size(), context));
    }

    private static KnowledgeQuery query(String text, Language language, @Nullable String document, Viewer viewer, DataState state) {
        return new KnowledgeQuery(text, language, document, viewer.role() != Role.SERVICE, state.sample());
    }

    private @Nullable String document(@Nullable String source) {
        if (source == null || source.isBlank()) {
            return null;
        }
        return knowledge.document(source).orElseThrow(() -> new UserError(UserError.Category.BAD_INPUT,
                "There is no document \"" + source + "\".", "Leave \"source\" out to search them all."));
    }

    private static int limit(@Nullable Integer wanted) {
        return wanted == null ? USUAL_LIMIT : Math.clamp(wanted, 1, HIGHEST_LIMIT);
    }

    private Outcome nothingToSearch(KnowledgeQuery query, ToolContext context) {
        return knowledge.inOtherLanguagesOnly(query).isEmpty() ? new Outcome.OutOfScope(context.say("noDocuments"), List.of())
                : new Outcome.Empty(otherLanguage(query, context), List.of());
    }

    private Outcome nothingNear(KnowledgeQuery query, List<Passage> searched, ToolContext context) {
        var message = query.document() == null ? context.say("nothing")
                : context.say("nothingIn", "document", searched.getFirst().title());
        var elsewhere = otherLanguage(query, context);
        var topics = searched.stream().map(Passage::section).distinct().limit(TOPICS_OFFERED)
                .map(section -> context.say("topic", "section", section)).toList();
        return new Outcome.Empty(elsewhere.isEmpty() ? message : message + " " + elsewhere, topics);
    }

    /** Which documents the question's language lacks; empty where it lacks none. */
    private String otherLanguage(KnowledgeQuery query, ToolContext context) {
        var titles = knowledge.inOtherLanguagesOnly(query).stream().map(Passage::title).distinct().toList();
        return titles.isEmpty() ? ""
                : context.say("otherLanguage", "documents", context.spoken().list(titles), "count", titles.size());
    }

    private static Finding finding(Arguments arguments, KnowledgeQuery query, List<Hit> hits, int searched, ToolContext context) {
        var best = hits.getFirst().passage();
        var columns = List.of(Finding.Column.of(context.say("document"), Finding.Type.TEXT),
                Finding.Column.of(context.say("section"), Finding.Type.TEXT),
                Finding.Column.of(context.say("passage"), Finding.Type.TEXT),
                Finding.Column.of(context.say("score"), Finding.Type.NUMBER));
        var rows = hits.stream().map(hit -> List.<@Nullable Object>of(hit.passage().title(), hit.passage().section(),
                hit.passage().text(), hit.score())).toList();
        var part = best.isIntroduction() ? "introduction" : "section";
        return new Finding(Ids.next("f"), "search_knowledge", asRun(arguments),
                context.say("title", "part", part, "document", best.title(), "section", best.section()),
                context.say("summary", "passage", best.text(), "part", part, "document", best.title(), "section", best.section()),
                columns, rows, null, null, provenance(query, searched), List.of(), followUps(hits, context));
    }

    private static Map<String, Object> asRun(Arguments arguments) {
        var asRun = new LinkedHashMap<String, Object>();
        asRun.put("query", arguments.query());
        if (arguments.source() != null) {
            asRun.put("source", arguments.source());
        }
        asRun.put("limit", limit(arguments.limit()));
        return asRun;
    }

    private static Provenance provenance(KnowledgeQuery query, int searched) {
        var filters = query.document() == null ? List.<String>of() : List.of("document is " + query.document());
        var model = new Provenance.ModelUsed(MiniLmEmbedder.modelName(query.language()), "8-bit", null, null, null);
        return new Provenance(List.of(), null, filters, null, null, model, searched, null);
    }

    private static List<String> followUps(List<Hit> hits, ToolContext context) {
        return hits.stream().skip(1).map(hit -> context.say("topic", "section", hit.passage().section())).distinct().toList();
    }
}
