package org.salesconsultant.tools;

import java.util.List;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.warehouse.semantic.Member;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.UnknownMember;

/** Finds customers and products by code or exact name, among those the viewer may know of. */
final class Lookup {
    private static final int OPTIONS = 4;

    private Lookup() {}

    /**
     * Those called so: usually one; several products or customers can share a name.
     *
     * @param dimension {@code customer} or {@code product}
     * @throws UnknownMember with near names when there is none
     */
    static List<Member> find(MetricQueries queries, ToolContext context, String dimension, String called) {
        var known = queries.model().dimension(dimension);
        var visible = queries.members().of(context.warehouse(), known, context.viewer().scope());
        var folded = Names.fold(called);
        var found = visible.stream().filter(member -> member.words().contains(folded)).toList();
        if (found.isEmpty()) {
            throw new UnknownMember(known, called, Members.near(visible, called));
        }
        return found;
    }

    /** Asks which of several of one name is meant. @param key the wording of a whole question about one {@code customer} */
    static Outcome which(ToolContext context, List<Member> found, String key) {
        return new Outcome.Clarify(context.say("which_customer", "name", found.getFirst().name()),
                found.stream().limit(OPTIONS).map(member -> context.say(key, "customer", member.code())).toList());
    }
}
