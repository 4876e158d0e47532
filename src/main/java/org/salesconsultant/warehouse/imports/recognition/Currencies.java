package org.salesconsultant.warehouse.imports.recognition;

import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the currency of amounts: by ISO code, or by a sign that is one currency's alone. */
final class Currencies {
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());
    /** {@code $} and {@code ¥} are several currencies' signs. */
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "元", "CNY", "₹", "INR", "₽", "RUB", "₩", "KRW", "zł", "PLN", "RMB", "CNY");
    private static final Pattern CODE = Pattern.compile("(?<!\\p{L})\\p{Lu}{3}(?!\\p{L})");

    private Currencies() {}

    static boolean isCode(String text) {
        return CODES.contains(text);
    }

    /** The currency that all of these texts name which name any. */
    static Optional<Currency> of(Collection<String> texts) {
        var seen = texts.stream().flatMap(Currencies::named).collect(Collectors.toSet());
        return seen.size() == 1 ? Optional.of(Currency.getInstance(seen.iterator().next())) : Optional.empty();
    }

    private static Stream<String> named(String text) {
        var found = new HashSet<String>();
        CODE.matcher(text).results().map(result -> result.group()).filter(CODES::contains).forEach(found::add);
        SIGNS.forEach((sign, code) -> {
            if (text.contains(sign)) {
                found.add(code);
            }
        });
        return List.copyOf(found).stream();
    }
}
