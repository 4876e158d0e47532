package org.salesconsultant.warehouse.imports.recognition;

import java.util.List;
import java.util.Set;
import org.salesconsultant.warehouse.imports.fields.Columns;
import org.salesconsultant.warehouse.imports.fields.FileKind;

/** Chooses the columns of master data that are kept though no field holds them: groups and figures, neither texts nor codes of one member alone. */
final class Attributes {
    private static final Set<FileKind> OF = Set.of(FileKind.CUSTOMERS, FileKind.PRODUCTS, FileKind.REPS, FileKind.CAMPAIGNS);
    private static final int LONGEST = 40;
    private static final int MOST_WORDS = 6;
    private static final double ONE_EACH = 0.95;
    private static final int ROWS_THAT_TELL = 8;

    private final Look look;
    private final Vocabulary vocabulary;

    Attributes(Look look, Vocabulary vocabulary) {
        this.look = look;
        this.vocabulary = vocabulary;
    }

    /** @param columns that are not read as fields */
    List<Columns.Attribute> of(FileKind kind, List<Integer> columns) {
        return OF.contains(kind) ? columns.stream().filter(this::isAttribute).map(column -> new Columns.Attribute(look.sample().header().get(column), column)).toList() : List.of();
    }

    private boolean isAttribute(int column) {
        var profile = look.profiles().get(column);
        var header = look.sample().header().get(column);
        if (header.isBlank() || profile.isEmpty() || profile.length() > LONGEST || profile.words() > MOST_WORDS || profile.emails() > 0 || profile.dates() > 0.5
                || vocabulary.isPersonal(header)) {
            return false;
        }
        boolean oneEach = profile.cells() >= ROWS_THAT_TELL && profile.unique() >= ONE_EACH;
        boolean figure = profile.numeric() > 0.9 && !(vocabulary.normal().of(header) + " ").contains("no ");
        return !oneEach || figure;
    }
}
