package org.salesconsultant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;

/**
 * The members of one dimension that have a code and a name. A file may know a member by either; one that is known by its name
 * only has the name for its code until a file tells the code. What is put is in the table at once; what was put last is
 * remembered, so memory does not grow with the members.
 */
final class Dimension implements AutoCloseable {
    private static final int REMEMBERED = 150_000;
    private static final long CODED = 1;
    private static final long NAMED = 2;
    private static final int BIT_OF_COLUMNS = 2;
    private static final String CUSTOMER = "customer";
    private static final String FOLDED = "_folded";

    private final String table;
    private final List<Column> columns;
    private final Naming naming;
    private final UnaryOperator<String> writing;
    private final MemberChanges changes;
    private final PreparedStatement byKey;
    private final PreparedStatement byCode;
    private final PreparedStatement byName;
    private final PreparedStatement byAlias;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement addAlias;
    private final PreparedStatement told;
    private final Recent<String, Long> words = new Recent<>(REMEMBERED);
    private final Recent<Long, Member> members = new Recent<>(REMEMBERED);
    private final List<Link> links = new ArrayList<>();
    private final int bound;
    private final long newestBefore;
    private long newest;
    private boolean changed;

    /**
     * A column beside code and name.
     *
     * @param folded whether a second one holds its folded text
     * @param otherwise what stands where nothing is known
     */
    record Column(String name, boolean folded, @Nullable Object otherwise) {
        static Column of(String name) {
            return new Column(name, false, null);
        }

        static Column folded(String name) {
            return new Column(name, true, null);
        }
    }

    /** What a table asks of names. */
    enum Naming {
        /** Members may have none. */
        OPTIONAL,
        /** Who has none is called by its code. */
        NEEDED,
        /** As well, and the table holds each name once. */
        UNIQUE
    }

    /** A member that turned out to be another. */
    record Link(long from, long to) {}

    private static final class Member {
        private final long key;
        private String code;
        private String codeFolded;
        private @Nullable String name;
        private @Nullable String nameFolded;
        private long given;
        private final @Nullable Object[] values;

        private Member(long key, String code, String codeFolded, @Nullable String name, @Nullable String nameFolded, long given,
                       @Nullable Object[] values) {
            this.key = key;
            this.code = code;
            this.codeFolded = codeFolded;
            this.name = name;
            this.nameFolded = nameFolded;
            this.given = given;
            this.values = values;
        }

        private boolean coded() {
            return (given & CODED) != 0;
        }

        /** Folding takes longer than all else that is done with a member that is known. */
        private boolean hasAnotherCode(String word) {
            return coded() && !word.equals(code) && !Names.fold(word).equals(codeFolded);
        }

        private boolean knownByOneWord() {
            return name == null || codeFolded.equals(nameFolded);
        }
    }

    /** @param writing how the table writes codes */
    Dimension(Connection connection, MemberChanges changes, String table, Naming naming, UnaryOperator<String> writing, List<Column> columns)
            throws SQLException {
        this.table = table;
        this.columns = columns;
        this.naming = naming;
        this.writing = writing;
        this.changes = changes;
        var key = table + "_key";
        var names = columns.stream().flatMap(column -> column.folded() ? Stream.of(column.name(), column.name() + FOLDED)
                : Stream.of(column.name())).toList();
        bound = names.size() + 6;
        var all = "code, code_folded, name, name_folded, squashed, given, " + String.join(", ", names);
        var select = "SELECT " + key + ", code, code_folded, name, name_folded, given, "
                + columns.stream().map(this::asGiven).collect(Collectors.joining(", ")) + " FROM " + table + " WHERE ";
        byKey = connection.prepareStatement(select + key + " = ?");
        byCode = connection.prepareStatement(select + "code_folded = ?");
        byName = connection.prepareStatement(select + "name_folded = ? ORDER BY given & 1, code_folded LIMIT 1");
        byAlias = connection.prepareStatement(select + key + " = (SELECT member_key FROM alias WHERE of = '" + table + "' AND folded = ?)");
        insert = connection.prepareStatement("INSERT INTO " + table + " (" + key + ", " + all + ") VALUES ("
                + String.join(", ", Collections.nCopies(bound + 1, "?")) + ")");
        update = connection.prepareStatement("UPDATE " + table + " SET (" + all + ") = ("
                + String.join(", ", Collections.nCopies(bound, "?")) + ")" + (table.equals(CUSTOMER) ? ", from_orders = 0" : "") + " WHERE " + key + " = ?");
        addAlias = connection.prepareStatement("INSERT OR IGNORE INTO alias (of, folded, member_key, run_key) VALUES ('" + table + "', ?, ?, ?)");
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE IF NOT EXISTS told_" + table + " (" + key + " INTEGER PRIMARY KEY)");
            statement.execute("DELETE FROM told_" + table);
        }
        told = connection.prepareStatement("INSERT OR IGNORE INTO told_" + table + " VALUES (?)");
        newestBefore = Math.max(Rows.newestKey(connection, table, key), newestDeleted(connection, table));
        newest = newestBefore;
    }

    /** Members that went up in others may come back: their keys are not given away. */
    private static long newestDeleted(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT coalesce(max(member_key), 0) FROM member_change WHERE table_name = ? AND column_name = ?")) {
            Rows.bind(statement, 1, table, MemberChanges.DELETED);
            try (var row = statement.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    /** The newest key of before the first member was added. */
    long newestBefore() {
        return newestBefore;
    }

    /** Whether members were added or got other codes or names. */
    boolean changed() {
        return changed;
    }

    /** A query of the keys of members that were there before and were told more. */
    String told() {
        return "SELECT " + table + "_key FROM told_" + table;
    }

    /** Members that turned out to be others when these got their names. */
    List<Link> links() {
        return links;
    }

    /** The member a word means, be it a code, a name or an alias; names are remembered no longer than they are used. */
    Optional<Long> find(String word) throws SQLException {
        var known = words.get(word);
        return known != null ? Optional.of(known) : byWord(Names.fold(word)).map(member -> member.key);
    }

    /**
     * The key of a member, which is added where it is not known.
     *
     * @param code null where the file has names only; either must be there
     * @param values in the order of the columns; null where unknown
     */
    long put(@Nullable String code, @Nullable String name, Authority authority, @Nullable Object... values) throws SQLException {
        var word = Objects.requireNonNull(code == null ? name : code, "a member needs a code or a name");
        var member = remembered(word);
        if (member == null) {
            member = code == null ? byWord(Names.fold(word)).orElse(null) : byCodeOrName(Names.fold(code), name);
            if (member == null) {
                member = add(writing.apply(word), code, name, authority, values);
            }
            words.put(word, member.key);
            members.put(member.key, member);
        }
        boolean added = member.key > newestBefore;
        learn(member, code, name, code != null && member.hasAnotherCode(code) ? Authority.PASSING : authority, values);
        if (authority == Authority.MASTER) {
            changes.changed(table, member.key, MemberChanges.LISTED, null, added ? 1 : 0);
        }
        return member.key;
    }

    /** From now on a word means this member, unless it means another already. */
    void alias(String folded, long key) throws SQLException {
        Rows.bind(addAlias, 1, folded, key, changes.run());
        addAlias.executeUpdate();
    }

    private @Nullable Member remembered(String word) throws SQLException {
        var key = words.get(word);
        if (key == null) {
            return null;
        }
        var member = members.get(key);
        if (member == null) {
            byKey.setLong(1, key);
            member = read(byKey).orElseThrow();
            members.put(key, member);
        }
        return member;
    }

    private Optional<Member> byWord(String folded) throws SQLException {
        for (var statement : new PreparedStatement[] {byCode, byName, byAlias}) {
            statement.setString(1, folded);
            var found = read(statement);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A name alone is no proof where both have codes: two customers may be called John Smith. */
    private @Nullable Member byCodeOrName(String codeFolded, @Nullable String name) throws SQLException {
        for (var statement : new PreparedStatement[] {byCode, byAlias}) {
            statement.setString(1, codeFolded);
            var found = read(statement);
            if (found.isPresent()) {
                return found.get();
            }
        }
        if (name == null) {
            return null;
        }
        byName.setString(1, Names.fold(name));
        return read(byName).filter(found -> !found.coded()).orElse(null);
    }

    private Member add(String word, @Nullable String code, @Nullable String name, Authority authority, @Nullable Object[] values) throws SQLException {
        var known = new @Nullable Object[values.length];
        long given = code == null ? 0 : CODED;
        for (int i = 0; i < values.length; i++) {
            known[i] = values[i] == null ? columns.get(i).otherwise() : values[i];
            given |= values[i] != null && authority == Authority.MASTER ? bit(i) : 0;
        }
        given |= name != null && authority == Authority.MASTER ? NAMED : 0;
        var member = new Member(++newest, word, Names.fold(word), null, null, given, known);
        name(member, name);
        insert.setLong(1, member.key);
        bind(insert, 2, member);
        insert.executeUpdate();
        changed = true;
        return member;
    }

    private void learn(Member member, @Nullable String code, @Nullable String name, Authority authority, @Nullable Object[] values)
            throws SQLException {
        boolean master = authority == Authority.MASTER;
        long given = member.given;
        boolean other = false;
        if (code != null && !member.coded()) {
            given |= CODED;
            other = recode(member, writing.apply(code));
        }
        if (name != null && !name.equals(member.name) && (master || code != null && (given & NAMED) == 0 && member.knownByOneWord())) {
            other |= rename(member, name, master);
        }
        given |= master && name != null ? NAMED : 0;
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            if (value == null) {
                continue;
            }
            given |= master ? bit(i) : 0;
            if (member.values[i] == null || master && !value.equals(member.values[i])) {
                recordValue(member, columns.get(i), member.values[i], value);
                member.values[i] = value;
                other = true;
            }
        }
        if (given != member.given) {
            record(member, "given", member.given, given);
            member.given = given;
            other = true;
        }
        if (other) {
            bind(update, 1, member);
            update.setLong(bound + 1, member.key);
            update.executeUpdate();
            if (member.key <= newestBefore) {
                told.setLong(1, member.key);
                told.executeUpdate();
            }
        }
    }

    private boolean recode(Member member, String code) throws SQLException {
        record(member, "code", member.code, code);
        record(member, "code_folded", member.codeFolded, Names.fold(code));
        member.code = code;
        member.codeFolded = Names.fold(code);
        changed = true;
        return true;
    }

    /** A name that a list replaces goes on to be understood. */
    private boolean rename(Member member, String name, boolean master) throws SQLException {
        var before = member.name;
        var beforeFolded = member.nameFolded;
        boolean known = !member.knownByOneWord();
        name(member, name);
        if (Objects.equals(before, member.name)) {
            return false;
        }
        record(member, "name", before, member.name);
        record(member, "name_folded", beforeFolded, member.nameFolded);
        record(member, "squashed", Squashed.of(before), Squashed.of(member.name));
        if (master && known && beforeFolded != null && !beforeFolded.equals(member.nameFolded)) {
            alias(beforeFolded, member.key);
        }
        changed = true;
        return true;
    }

    /** Where the table holds each name once, who is only known by it is the same; who has a code of its own is another. */
    private void name(Member member, @Nullable String name) throws SQLException {
        var given = name == null && naming != Naming.OPTIONAL ? member.code : name;
        member.name = given;
        member.nameFolded = given == null ? null : Names.fold(given);
        if (naming != Naming.UNIQUE || given == null) {
            return;
        }
        byName.setString(1, Names.fold(given));
        var same = read(byName).filter(each -> each.key != member.key);
        if (same.isPresent() && !same.get().coded()) {
            var only = same.get();
            links.add(new Link(only.key, member.key));
            var another = given + " (" + only.key + ")";
            record(only, "name_folded", only.nameFolded, another);
            only.nameFolded = another;
            bind(update, 1, only);
            update.setLong(bound + 1, only.key);
            update.executeUpdate();
            members.remove(only.key);
        } else if (same.isPresent()) {
            member.name = given + " (" + member.code + ")";
            member.nameFolded = Names.fold(member.name);
        }
    }

    private void record(Member member, String column, @Nullable Object before, @Nullable Object after) throws SQLException {
        if (member.key <= newestBefore) {
            changes.changed(table, member.key, column, before, after);
        }
    }

    private void recordValue(Member member, Column column, @Nullable Object before, Object after) throws SQLException {
        record(member, column.name(), before, after);
        if (column.folded()) {
            record(member, column.name() + FOLDED, before == null ? null : Names.fold(before.toString()), Names.fold(after.toString()));
        }
    }

    /** What a customer has from its orders was never given: it gives way to what is, and is found out anew at the end. */
    private String asGiven(Column column) {
        int place = table.equals(CUSTOMER) ? StarDerived.OF_ORDER_OR_CUSTOMER.indexOf(column.name()) : -1;
        return place < 0 ? column.name() : "CASE WHEN from_orders & " + (1 << place) + " = 0 THEN " + column.name() + " END";
    }

    private static long bit(int column) {
        return 1L << BIT_OF_COLUMNS + column;
    }

    private void bind(PreparedStatement statement, int from, Member member) throws SQLException {
        int at = from;
        Rows.bind(statement, at, member.code, member.codeFolded, member.name, member.nameFolded, Squashed.of(member.name), member.given);
        at += 6;
        for (int i = 0; i < member.values.length; i++) {
            var value = member.values[i];
            statement.setObject(at++, value);
            if (columns.get(i).folded()) {
                statement.setObject(at++, value == null ? null : Names.fold(value.toString()));
            }
        }
    }

    private Optional<Member> read(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            var values = new @Nullable Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                var value = row.getObject(i + 7);
                values[i] = value instanceof Integer number ? (Object) number.longValue() : value;
            }
            var key = row.getLong(1);
            var remembered = members.get(key);
            return Optional.of(remembered != null ? remembered : new Member(key, row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getLong(6), values));
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : new PreparedStatement[] {byKey, byCode, byName, byAlias, insert, update, addAlias, told}) {
            statement.close();
        }
    }
}
