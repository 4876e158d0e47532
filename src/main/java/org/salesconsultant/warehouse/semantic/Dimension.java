package org.salesconsultant.warehouse.semantic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;

/**
 * Something a metric can be split or narrowed by, as {@code config/metrics.yaml} names it, or an attribute that files give to
 * members.
 *
 * @param name what tools and brains call it, e.g. {@code customer_type}
 * @param label as a table heads it
 * @param synonyms what people call it, besides its label, plurals included
 * @param members where its members come from
 * @param attribute which attribute of the members it is, as the file's header has it; null for all but attributes
 */
public record Dimension(String name, Text label, Words synonyms, Source members, @Nullable String attribute) {
    /** As YAML has it: {@code members} is a source, or {@code {of: customer, attribute: income}}. */
    @JsonCreator
    static Dimension of(@JsonProperty("name") String name, @JsonProperty("label") Text label, @JsonProperty("synonyms") Words synonyms,
                        @JsonProperty("members") Members members) {
        return new Dimension(name, label, synonyms, members.source(), members.attribute());
    }

    /** Where members come from, as YAML has it. */
    record Members(Source source, @Nullable String attribute) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Members named(String source) {
            return Arrays.stream(Source.values()).filter(one -> one.word().equals(source) && !one.isAttribute()).findFirst().map(one -> new Members(one, null))
                    .orElseThrow(() -> new IllegalArgumentException("\"" + source + "\" is not one of the values accepted for members: "
                            + Arrays.stream(Source.values()).filter(one -> !one.isAttribute()).map(Source::word).toList() + ", or {of: customer, attribute: …}"));
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static Members attribute(@JsonProperty("of") String of, @JsonProperty("attribute") String attribute) {
            return new Members(Source.attribute(of), Names.fold(attribute));
        }
    }

    public boolean isTime() {
        return members.isTime();
    }

    /** What to group a fact's rows by. @param bindings takes in the values that the SQL names */
    Source.Path path(Fact fact, Bindings bindings) {
        var path = members.path(fact);
        if (attribute == null) {
            return path;
        }
        var name = bindings.add(attribute);
        var alias = "a" + name.substring(1);
        return path.with(alias + ".value", new Join("(SELECT member_key, value FROM attribute WHERE of = '" + members.holder().word() + "' AND name = " + name + ")",
                alias, "member_key", path.expression()));
    }

    /** The rows of a fact whose member is among some. @param ids as {@link Member#id} has them */
    String rowsAmong(Fact fact, List<String> ids, Bindings bindings) {
        if (members.isComputed()) {
            return members.rowsAmong(bindings.list(ids));
        }
        List<String> tests = new ArrayList<>();
        if (attribute != null) {
            tests.add("of = '" + members.holder().word() + "' AND name = " + bindings.add(attribute));
        }
        tests.add(members.id() + " IN " + bindings.list(ids));
        return members.rowsWhere(fact, String.join(" AND ", tests));
    }
}
