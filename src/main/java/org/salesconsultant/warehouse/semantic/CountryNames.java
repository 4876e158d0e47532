package org.salesconsultant.warehouse.semantic;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;

/** What a country is called: its English and Chinese names as the JDK has them, and the aliases of {@code config/metrics.yaml}. */
final class CountryNames {
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, Locale> places = new HashMap<>();

    /** @param aliases by ISO 3166 code */
    CountryNames(Map<String, List<String>> aliases) {
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            var names = Stream.concat(Stream.of(country.getDisplayCountry(Locale.ENGLISH), country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE)),
                    aliases.getOrDefault(code, List.of()).stream()).map(Names::fold).distinct().toList();
            names.forEach(name -> {
                byName.putIfAbsent(name, names);
                places.putIfAbsent(name, country);
            });
        }
    }

    /** The country's name in a language; as given where the country is not known or the language is English. */
    String in(String name, Language language) {
        var place = places.get(Names.fold(name));
        return place == null || language == Language.ENGLISH ? name : place.getDisplayCountry(language.locale());
    }

    /** All names of a country, folded, by one of them; only itself where the country is not known. */
    List<String> of(String folded) {
        return byName.getOrDefault(folded, List.of(folded));
    }
}
