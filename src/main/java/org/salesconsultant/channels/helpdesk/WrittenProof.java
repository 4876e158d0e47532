package org.salesconsultant.channels.helpdesk;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in a message what proves who wrote it: a mail address, or the code that was sent there. */
final class WrittenProof {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)*\\.[A-Za-z]{2,}");
    /** Six digits and little else, with a blank or dash between them or none. */
    private static final Pattern CODE = Pattern.compile("\\D{0,24}(?<!\\d)(\\d{3})[ -]?(\\d{3})(?!\\d)\\D{0,12}");
    /** As in "sure, it is". */
    private static final int FEW_LETTERS = 12;

    private WrittenProof() {}

    static Optional<String> address(String text) {
        return ADDRESS.matcher(folded(text)).results().map(found -> found.group().replaceFirst("^[.'-]+", "")).findFirst();
    }

    static String withoutAddress(String text) {
        return address(text).isEmpty() ? text : ADDRESS.matcher(folded(text)).replaceAll("").strip();
    }

    /** Whether a text says hardly anything. */
    static boolean isLittle(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count() <= FEW_LETTERS;
    }

    /** What may be a code, as its six digits. */
    static Optional<String> code(String text) {
        var found = CODE.matcher(folded(text).strip());
        return found.matches() ? Optional.of(found.group(1) + found.group(2)) : Optional.empty();
    }

    /** Digits and signs as wide as a Chinese keyboard writes them become narrow. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
