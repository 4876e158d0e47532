package org.salesconsultant.assistant.planner.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.salesconsultant.sales.Names;

/** Cuts texts into tokens, and makes the keys by which phrases and names are looked up. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\p{IsHan}|\\d++(?:[.,]\\d++)*+(?![\\p{L}&&[^\\p{IsHan}]])|\\p{L}+n['’]t\\b|['’]s\\b|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]+|\\n|\\S");

    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(new Token(Names.fold(matcher.group()), matcher.start(), matcher.end(), kind(matcher.group())));
        }
        return tokens;
    }

    private static Token.Kind kind(String token) {
        int first = token.codePointAt(0);
        if (Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN) {
            return Token.Kind.HAN;
        }
        if (Character.isDigit(first) && token.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',')) {
            return Token.Kind.NUMBER;
        }
        return Character.isLetterOrDigit(first) || token.length() > 1 ? Token.Kind.WORD : Token.Kind.SIGN;
    }

    /** Words and numbers joined by one blank, Han characters by none; signs count for nothing. */
    static String key(List<Token> tokens) {
        var key = new StringBuilder();
        boolean wasHan = true;
        for (var token : tokens) {
            if (token.isSign()) {
                continue;
            }
            boolean isHan = token.kind() == Token.Kind.HAN;
            if (!key.isEmpty() && !(isHan && wasHan)) {
                key.append(' ');
            }
            key.append(token.folded());
            wasHan = isHan;
        }
        return key.toString();
    }

    static String key(String phrase) {
        return key(of(phrase));
    }

    /** The key with its last English word made singular, where that word looks like a plural. */
    static Optional<String> singular(String key) {
        int length = key.length();
        if (key.endsWith("ies") && length > 4) {
            return Optional.of(key.substring(0, length - 3) + "y");
        }
        if (key.endsWith("s") && !key.endsWith("ss") && !key.endsWith("'s") && length > 3) {
            return Optional.of(key.substring(0, length - 1));
        }
        return Optional.empty();
    }
}
