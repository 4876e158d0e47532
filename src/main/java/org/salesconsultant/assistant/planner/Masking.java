package org.salesconsultant.assistant.planner;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.TimeMention;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** Takes the names and dates out of a question, so that what is left says what kind of question it is. */
final class Masking {
    private final SemanticModel model;

    Masking(SemanticModel model) {
        this.model = model;
    }

    /** @param referent the dimension of what "they" or "it" stands for, or null */
    String mask(Reading reading, List<Mention> mentions, Language language, @Nullable String referent) {
        return mask(reading, mentions, language, referent, false);
    }

    /** The same for a question whose names are of no known company: codes after "customer" and the like are names too. */
    String maskExample(Reading reading, Language language) {
        return mask(reading, reading.mentions(), language, null, true);
    }

    private String mask(Reading reading, List<Mention> mentions, Language language, @Nullable String referent, boolean example) {
        var masked = new StringBuilder();
        int at = mentions.isEmpty() ? 0 : reading.tokens().get(mentions.getFirst().from()).start();
        for (int i = 0; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            var next = i + 1 < mentions.size() ? mentions.get(i + 1) : null;
            int start = reading.tokens().get(mention.from()).start();
            masked.append(reading.text(), at, Math.max(at, start));
            var label = label(mention);
            if (label != null && next != null && isName(reading, next, label, example)) {
                masked.append(named(label, language));
                mention = next;
                i++;
            } else {
                masked.append(words(reading, mention, language, referent));
            }
            at = reading.tokens().get(mention.to() - 1).end();
        }
        var text = masked.toString().replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? reading.text().strip() : text;
    }

    private static @Nullable String label(Mention mention) {
        return switch (mention) {
            case Mention.OfDimension dimension -> dimension.dimension();
            case Mention.OfEither either -> either.dimension();
            default -> null;
        };
    }

    private static boolean isName(Reading reading, Mention mention, String label, boolean example) {
        return mention instanceof Mention.OfMember member && member.members().getFirst().dimension().equals(label)
                || example && (mention instanceof Mention.Unknown || mention instanceof Mention.OfNumber)
                && reading.words(mention).chars().anyMatch(Character::isDigit);
    }

    private String words(Reading reading, Mention mention, Language language, @Nullable String referent) {
        return switch (mention) {
            case Mention.OfMember member -> named(member.members().getFirst().dimension(), language);
            case Mention.OfRole(var from, var to, var role) when role == Role.PRONOUN && referent != null -> named(referent, language);
            case Mention.OfTime time when !(time.time() instanceof TimeMention.Ahead) -> "";
            default -> reading.words(mention);
        };
    }

    /** What stands for a member of the dimension. */
    String named(String dimension, Language language) {
        if (!model.hasDimension(dimension)) {
            return dimension;
        }
        var label = model.dimension(dimension).label();
        return language == Language.CHINESE ? "这个" + label.zh() : "this " + label.en().toLowerCase(Locale.ROOT);
    }
}
