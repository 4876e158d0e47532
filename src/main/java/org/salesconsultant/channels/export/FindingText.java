package org.salesconsultant.channels.export;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.settings.Yaml;

/** What channels say of a finding in words besides its table. */
public final class FindingText {
    private static final String FILE = "prompts/findings.yaml";

    private final Wording wording;

    /** @throws org.salesconsultant.sales.UserError with file and line when {@code prompts/findings.yaml} is broken */
    public FindingText(Home home) {
        this.wording = new Wording(FILE, Yaml.read(home, FILE, Prompt.class).wording());
    }

    private record Prompt(Map<String, Map<String, String>> wording) {}

    /** The cell of a finding's only row, with how much it has changed, where that is known. */
    public static String figure(Finding finding, int column) {
        var cell = finding.rows().getFirst().get(column);
        var text = TextTable.cell(cell, finding.columns().get(column).type());
        var comparison = finding.comparison();
        return comparison == null || comparison.change() == null || cell == null || !cell.equals(comparison.value()) ? text
                : text + "  (" + (comparison.change() > 0 ? "+" : "") + percent(comparison.change()) + ")";
    }

    /** How it was made, in a line; empty where nothing is known of that. */
    public String made(Finding finding, Language language) {
        var provenance = finding.provenance();
        List<String> parts = new ArrayList<>();
        if (provenance.period() != null) {
            parts.add(wording.say(language, "period", "from", provenance.period().from().toString(), "to", provenance.period().lastDay().toString()));
        }
        parts.addAll(provenance.filters());
        if (provenance.model() != null) {
            parts.add(provenance.model().name());
        }
        if (provenance.dataAsOf() != null) {
            parts.add(wording.say(language, "data_as_of", "day", provenance.dataAsOf().toString()));
        }
        return String.join(" · ", parts);
    }

    private static String percent(double fraction) {
        var format = NumberFormat.getPercentInstance(Language.ENGLISH.locale());
        format.setMaximumFractionDigits(1);
        return format.format(fraction);
    }
}
