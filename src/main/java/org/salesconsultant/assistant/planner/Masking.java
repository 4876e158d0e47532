package org.salesconsultant.assistant.planner;

import java.util.List;
import java.util.Locale;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.TimeMention;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** Takes the names and dates out of a question, so that what is left says what kind of question it is. */
final class Masking {
    private final SemanticModel model;

    Masking(SemanticModel model) {
        this.model = model;
    }

    String mask(Reading reading, List<Mention> mentions, Language language) {
        var masked = new StringBuilder();
        int at = mentions.isEmpty() ? 0 : reading.tokens().get(mentions.getFirst().from()).start();
        for (var mention : mentions) {
            int start = reading.tokens().get(mention.from()).start();
            masked.append(reading.text(), at, Math.max(at, start));
            masked.append(words(reading, mention, language));
            at = reading.tokens().get(mention.to() - 1).end();
        }
        var text = masked.toString().replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? reading.text().strip() : text;
    }

    private String words(Reading reading, Mention mention, Language language) {
        return switch (mention) {
            case Mention.OfMember member -> {
                var label = model.dimension(member.members().getFirst().dimension()).label();
                yield language == Language.CHINESE ? "这个" + label.zh() : "this " + label.en().toLowerCase(Locale.ROOT);
            }
            case Mention.OfTime time when !(time.time() instanceof TimeMention.Ahead) -> "";
            default -> reading.words(mention);
        };
    }
}
