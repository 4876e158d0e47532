package org.salesconsultant.warehouse.imports.recognition;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.salesconsultant.sales.Names;

/** Knows countries by their names in several languages and their ISO codes. */
final class Countries {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.ITALIAN);

    private final Set<String> names = new HashSet<>();

    /** @param more what else files call countries */
    Countries(Collection<String> more) {
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            names.add(Names.fold(code));
            names.add(Names.fold(country.getISO3Country()));
            LANGUAGES.forEach(language -> names.add(Names.fold(country.getDisplayCountry(language))));
        }
        more.forEach(name -> names.add(Names.fold(name)));
    }

    boolean isCountry(String text) {
        return names.contains(Names.fold(text));
    }
}
