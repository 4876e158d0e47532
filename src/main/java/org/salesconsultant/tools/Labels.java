package org.salesconsultant.tools;

import org.salesconsultant.sales.Language;
import org.salesconsultant.warehouse.semantic.Text;

/** Labels of metrics and dimensions within sentences. */
final class Labels {
    private Labels() {}

    /** Without the capital that heads a column; abbreviations keep theirs: {@code revenue}, {@code CRM opportunities}. */
    static String inSentence(Text label, Language language) {
        var text = label.in(language);
        boolean abbreviation = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return abbreviation ? text : text.substring(0, 1).toLowerCase(language.locale()) + text.substring(1);
    }
}
