package org.salesconsultant.warehouse.imports.fields;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salesconsultant.sales.Names;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;

/** The words that cells use for "nothing", "yes", "no", "return", "won", "lost", "void" and countries, from {@code config/import-words.yaml}; folded. */
public final class CellWords {
    private static final String FILE = "config/import-words.yaml";
    private static final int LONGEST_BLANK = 8;

    private final Set<String> blanks;
    private final Set<String> yes;
    private final Set<String> no;
    private final Set<String> returns;
    private final Set<String> won;
    private final Set<String> lost;
    private final Set<String> countries;
    private final Set<String> voids;

    private record Text(List<String> blanks, List<String> yes, List<String> no, List<String> returns, List<String> won, List<String> lost,
                        List<String> countries, @JsonProperty("void") List<String> voids) {}

    private CellWords(Text text) {
        blanks = folded(text.blanks());
        yes = folded(text.yes());
        no = folded(text.no());
        returns = folded(text.returns());
        won = folded(text.won());
        lost = folded(text.lost());
        countries = folded(text.countries());
        voids = folded(text.voids());
    }

    /** @throws org.salesconsultant.sales.UserError with file and line when it is missing or broken */
    public static CellWords of(Home home) {
        return new CellWords(Yaml.read(home, FILE, Text.class));
    }

    public boolean isBlank(String cell) {
        return cell.isEmpty() || !Character.isDigit(cell.charAt(0)) && cell.length() <= LONGEST_BLANK
                && blanks.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** Whether a line's mark says that it is a return, whatever the sign of its quantity. */
    public boolean marksReturn(String cell) {
        return returns.contains(Names.fold(cell));
    }

    /** Empty where the cell is neither yes nor no. */
    public Optional<Boolean> flag(String cell) {
        var folded = Names.fold(cell);
        return yes.contains(folded) ? Optional.of(true) : no.contains(folded) ? Optional.of(false) : Optional.empty();
    }

    /** Whether a stage says that the opportunity was won: {@code Closed Won}. */
    public boolean saysWon(String stage) {
        return won.contains(Names.fold(stage));
    }

    public boolean saysLost(String stage) {
        return lost.contains(Names.fold(stage));
    }

    /** Whether an order's status says that it does not count. */
    public boolean saysVoid(String status) {
        return voids.contains(Names.fold(status));
    }

    /** What files call countries beside their names and ISO codes. */
    public Set<String> countries() {
        return countries;
    }

    private static Set<String> folded(List<String> words) {
        return words.stream().map(Names::fold).collect(Collectors.toUnmodifiableSet());
    }
}
