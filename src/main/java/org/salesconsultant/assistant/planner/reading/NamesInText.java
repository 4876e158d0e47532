package org.salesconsultant.assistant.planner.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.salesconsultant.assistant.MemberNames;
import org.salesconsultant.sales.Periods;

/**
 * Finds the members of a {@link MemberIndex} where a text spells them out; nothing is mended or guessed from parts of names.
 * Takes as long among ten names as among a hundred thousand. Safe for many threads.
 */
public final class NamesInText implements MemberNames {
    private final Lexicon lexicon;
    private final MemberIndex members;
    private final Periods periods;

    public NamesInText(Lexicon lexicon, MemberIndex members, Periods periods) {
        this.lexicon = lexicon;
        this.members = members;
        this.periods = periods;
    }

    @Override
    public List<Named> in(String text) {
        var tokens = Tokens.of(text);
        List<Named> named = new ArrayList<>();
        for (int from = 0; from < tokens.size(); ) {
            var mention = longest(tokens, from);
            if (mention instanceof Mention.OfMember member) {
                int start = tokens.get(from).start();
                var words = text.substring(start, tokens.get(mention.to() - 1).end());
                if (!isTime(words)) {
                    named.add(new Named(words, start, member.members().stream().map(NamesInText::toldApart).collect(Collectors.toUnmodifiableSet())));
                }
            }
            from = mention.to();
        }
        return named;
    }

    private static String toldApart(Mention.MemberOf member) {
        return member.dimension() + ' ' + member.value();
    }

    /** "May", also where somebody is called so. */
    private boolean isTime(String words) {
        return words.indexOf(' ') < 0 && periods.find(words).stream().anyMatch(time -> time.end() - time.start() == words.length());
    }

    /** Of a word of the lexicon and a name that are equally long, the word. */
    private Mention longest(List<Token> tokens, int from) {
        if (!tokens.get(from).isSign()) {
            for (int to = Math.min(lineEnd(tokens, from), from + Math.max(lexicon.longest(), members.longest())); to > from; to--) {
                if (tokens.get(to - 1).isSign()) {
                    continue;
                }
                var run = tokens.subList(from, to);
                var key = Tokens.key(run);
                var word = lexicon.find(key, from, to);
                if (word != null) {
                    return word;
                }
                var exact = members.find(key);
                var called = exact.isEmpty() ? Tokens.singular(key).map(members::find).orElse(exact) : exact;
                if (!called.isEmpty() && run.stream().anyMatch(token -> !token.isSign() && token.kind() != Token.Kind.NUMBER)) {
                    return new Mention.OfMember(from, to, called);
                }
            }
        }
        return new Mention.Unknown(from, from + 1);
    }

    private static int lineEnd(List<Token> tokens, int from) {
        int to = from;
        while (to < tokens.size() && !tokens.get(to).folded().isEmpty()) {
            to++;
        }
        return to;
    }
}
