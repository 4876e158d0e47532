package org.salesconsultant.warehouse.imports.recognition;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.fields.Columns;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.fields.Formats;
import org.salesconsultant.warehouse.imports.files.TableFile;

/**
 * What was found out about a file: of which kind it is, what each column means, and how values are written.
 *
 * @param recognised the columns with a field, in the order of fields; a field with several columns comes several times
 * @param ignored headers of columns that are not read
 * @param currency the one that the file names, if any
 * @param mapping name of the written mapping it was read with, empty for none
 * @param source where a written mapping says that the file comes from
 * @param doubts what was decided though the file does not say it for sure, in sentences
 * @param questions those of the doubts that may as well be wrong
 */
public record Recognition(FileKind kind, List<Recognised> recognised, List<String> ignored, Columns columns, Formats formats, Optional<Currency> currency,
                          String mapping, Optional<String> source, List<String> doubts, List<String> questions) {
    private static final int EXAMPLES = 3;
    private static final double SURE = 0.7;

    /**
     * One column and the field it holds.
     *
     * @param confidence 0 to 1
     * @param examples values of the first rows
     */
    public record Recognised(Field field, String header, double confidence, List<String> examples) {
        /** Whether a person should be asked. */
        public boolean isQuestion() {
            return confidence < SURE;
        }
    }

    /**
     * Looks at a file by its words and cells alone.
     *
     * @param mapping name of a written mapping, null for the shipped one that the file's headers sign, or none
     * @param as the kind a person says it is, null where it is to be found out
     * @throws UserError when it is of no known kind, or columns that its kind needs are not found
     */
    public static Recognition of(Home home, TableFile file, @Nullable String mapping, @Nullable FileKind as) {
        return of(home, file, mapping, as, null);
    }

    /**
     * The same with the meaning of headers.
     *
     * @param embedder asked only where headers are not known; null: nobody is
     * @throws UserError as the other
     */
    public static Recognition of(Home home, TableFile file, @Nullable String mapping, @Nullable FileKind as, @Nullable Embedder embedder) {
        var vocabulary = Vocabulary.of(home);
        var words = CellWords.of(home);
        var look = Look.at(file, vocabulary, words, new Countries(words.countries()));
        if (look.sample().rows().isEmpty()) {
            throw new UserError(UserError.Category.BAD_FILE, file.name() + " has a header and no rows.", "Export it again with its rows.");
        }
        var named = mapping == null ? signed(home, file, as) : NamedMapping.of(home, mapping);
        var doubts = new Doubts(file.doubts());
        var reading = new KindChoice(file, look, vocabulary, embedder, named, doubts).choose(as);
        VoidRows.of(look, reading, words).ifPresent(doubts::note);
        return of(file, look, vocabulary, named, reading, doubts);
    }

    /** Of the shipped mappings whose signature the file has, the one that names most of its columns. */
    private static NamedMapping signed(Home home, TableFile file, @Nullable FileKind as) {
        return NamedMapping.signed(home).stream().filter(each -> each.isSignedBy(file.header()) && (as == null || each.kind().filter(kind -> kind == as).isPresent()))
                .max(java.util.Comparator.comparingInt(each -> each.columnsOf(file.header()).size())).orElse(NamedMapping.NONE);
    }

    private static Recognition of(TableFile file, Look look, Vocabulary vocabulary, NamedMapping named, Reading reading, Doubts doubts) {
        var formats = new FormatReader(file, look, reading, named, doubts);
        var settled = formats.formats();
        var currency = formats.currency();
        var carried = named.carried().isEmpty() ? CarriedFields.of(reading.kind(), look, reading.positions()) : named.carried();
        if (named.carried().isEmpty() && !carried.isEmpty()) {
            doubts.note("Orders are written on the first of their lines only; a blank below means the same order.");
        }
        var unread = IntStream.range(0, look.width()).filter(column -> !reading.reads(column)).boxed().toList();
        var attributes = new Attributes(look, vocabulary).of(reading.kind(), unread);
        var kept = Set.copyOf(attributes.stream().map(Columns.Attribute::position).toList());
        var recognised = reading.positions().entrySet().stream().flatMap(entry -> entry.getValue().stream().map(column -> new Recognised(entry.getKey(), header(look, column),
                reading.confidence().getOrDefault(entry.getKey(), 1.0), look.sample().cells(column).stream().distinct().limit(EXAMPLES).toList()))).toList();
        var ignored = unread.stream().filter(column -> !kept.contains(column)).map(column -> header(look, column)).toList();
        var columns = new Columns(reading.positions(), named.constants(), carried, attributes, look.width());
        return new Recognition(reading.kind(), recognised, ignored, columns, settled, currency, named.name(), named.source(), doubts.all(), doubts.questions());
    }

    /** What only a person can say, in sentences: unsure decisions, and columns whose headers are no proof. */
    public List<String> open() {
        return Stream.concat(questions.stream(), recognised.stream().filter(Recognised::isQuestion)
                .map(column -> "Column \"" + column.header() + "\" was read as " + column.field().label() + ", and nothing proves it.")).toList();
    }

    /** The same with more to say. */
    public Recognition withDoubts(List<String> more) {
        return new Recognition(kind, recognised, ignored, columns, formats, currency, mapping, source, Stream.concat(doubts.stream(), more.stream()).toList(), questions);
    }

    private static String header(Look look, int column) {
        var header = look.sample().header().get(column);
        return header.isEmpty() ? "column " + (column + 1) : header;
    }
}
