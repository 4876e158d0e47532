package org.salesconsultant.warehouse.semantic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Warehouse;

/**
 * The members of dimensions that a viewer may know of, kept in memory as long as the data stands: for linking the words of a
 * question to them, and for near names. Safe for many threads.
 */
public final class Members {
    private static final int LISTS_KEPT = 200;
    private static final int NEAR_NAMES = 5;

    /** What people call members that a rule makes. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "new", List.of("first-time", "first time", "新客户", "新客", "首次购买"), "repeat", List.of("returning", "existing", "老客户", "回头客", "复购"),
            "fee", List.of("fees", "费用"), "product", List.of("products", "产品", "商品"));

    /** What people call segments, and nothing else by it: of "loyal" or "at risk" much can be said. */
    private static final Map<String, List<String>> SEGMENT_WORDS = Map.of(
            "champions", List.of("champions", "champion customers", "核心客户"), "loyal", List.of("loyal customers", "loyal segment", "忠诚客户"),
            "promising", List.of("promising customers", "promising segment", "潜力客户"), "steady", List.of("steady customers", "steady segment", "平稳客户"),
            "at_risk", List.of("at-risk segment", "at risk segment", "流失风险客户"),
            "occasional", List.of("occasional customers", "occasional buyers", "occasional segment", "偶购客户"),
            "dormant", List.of("dormant customers", "dormant segment", "沉睡客户"),
            "one_time", List.of("one-time customers", "one time customers", "one-time buyers", "one-time segment", "一次性客户"));

    private final SemanticModel model;
    private volatile Segments segments = Segments.NONE;
    private final Cache<Version, SemanticModel> models = Caffeine.newBuilder().maximumSize(LISTS_KEPT).build();
    private final Cache<Key, List<Member>> lists = Caffeine.newBuilder().maximumSize(LISTS_KEPT).build();

    private final Cache<Key, Set<String>> sharedNames = Caffeine.newBuilder().maximumSize(LISTS_KEPT).build();

    private record Key(Path warehouse, long version, Source source, @Nullable String attribute, RowScope scope) {}

    private record Version(Path warehouse, long version) {}

    private record Likeness(Member member, double score) {
        /** Jaro-Winkler similarity from which a name is worth offering: one slip in a short word, a few in a long one. */
        private static final double ENOUGH = 0.87;

        /** Of a name of several words also by one of them, as people are called by their first names. */
        static double of(String name, String asked) {
            var similarity = new JaroWinklerSimilarity();
            return name.contains(asked) ? 1 : Stream.concat(Stream.of(name), Stream.of(name.split(" "))).mapToDouble(part -> similarity.apply(part, asked)).max().orElse(0);
        }
    }

    public Members(SemanticModel model) {
        this.model = model;
    }

    /** From now on customers are told apart by these segments. */
    public void segmentBy(Segments made) {
        segments = made;
    }

    /** What a query over some dimensions needs of segments: nothing where it names none. */
    Optional<String> segments(Warehouse warehouse, Stream<String> dimensions, RowScope scope) {
        var names = dimensions.toList();
        return model.segments().filter(ours -> names.stream().anyMatch(name -> model.isCalled(ours, name))).isEmpty() ? Optional.empty() : segments.of(warehouse, scope);
    }

    /** What people call a segment that means nothing else. */
    public static List<String> unmistakable(Member segment) {
        return SEGMENT_WORDS.getOrDefault(segment.id(), List.of());
    }

    /** What can be asked of one warehouse: the model, and the attributes that its files give to members. */
    public SemanticModel model(Warehouse warehouse) {
        return warehouse.database().read(handle -> model(handle, warehouse));
    }

    SemanticModel model(Handle handle, Warehouse warehouse) {
        var key = new Version(warehouse.database().file(), warehouse.state(handle).version());
        var known = models.getIfPresent(key);
        if (known == null) {
            var own = OwnSegments.in(handle, model);
            known = own.with(Attributes.of(handle, own));
            models.put(key, known);
        }
        return known;
    }

    /**
     * All members of a dimension that the scope lets a viewer know of: a rep's own customers only, everybody's products.
     * Days, weeks, months, quarters and years have no members.
     */
    public List<Member> of(Warehouse warehouse, Dimension dimension, RowScope scope) {
        return warehouse.database().read(handle -> of(handle, warehouse, dimension, scope));
    }

    List<Member> of(Handle handle, Warehouse warehouse, Dimension dimension, RowScope scope) {
        var key = new Key(warehouse.database().file(), warehouse.state(handle).version(), dimension.members(), dimension.attribute(), scope);
        var known = lists.getIfPresent(key);
        if (known == null) {
            known = read(handle, dimension, scope);
            lists.put(key, known);
        }
        return known;
    }

    /** The names that several members of a dimension have: a table tells these apart by their codes. */
    Set<String> sharedNames(Handle handle, Warehouse warehouse, Dimension dimension) {
        var everything = new RowScope.All();
        var key = new Key(warehouse.database().file(), warehouse.state(handle).version(), dimension.members(), dimension.attribute(), everything);
        var known = sharedNames.getIfPresent(key);
        if (known == null) {
            Set<String> seen = new HashSet<>();
            known = of(handle, warehouse, dimension, everything).stream().map(Member::name).filter(name -> !seen.add(name)).collect(Collectors.toSet());
            sharedNames.put(key, known);
        }
        return known;
    }

    /** The members called so: usually one; several products can share a name. Empty when there is none. */
    static List<Member> called(List<Member> members, String value) {
        var folded = Names.fold(value);
        return members.stream().filter(member -> member.words().contains(folded)).toList();
    }

    /**
     * Names like the value, most alike first, at most five; a name that has the value in it comes before a misspelt one. Empty
     * where none is like it: a name that has little in common with what was asked for is no help.
     */
    public static List<String> near(List<Member> members, String value) {
        return members.stream().map(member -> new Likeness(member, member.words().stream().mapToDouble(word -> Likeness.of(word, Names.fold(value))).max().orElse(0)))
                .filter(likeness -> likeness.score() >= Likeness.ENOUGH)
                .sorted(Comparator.comparingDouble(Likeness::score).reversed().thenComparing(likeness -> likeness.member().name()))
                .map(likeness -> likeness.member().name()).distinct().limit(NEAR_NAMES).toList();
    }

    private List<Member> read(Handle handle, Dimension dimension, RowScope scope) {
        var source = dimension.members();
        if (dimension.attribute() != null) {
            return Attributes.members(handle, dimension);
        }
        if (source.isComputed()) {
            return source.outcomes().stream().map(Members::computed).toList();
        }
        if (source == Source.WEEKDAY) {
            return Arrays.stream(DayOfWeek.values()).map(Members::weekday).toList();
        }
        if (source.isTime()) {
            return List.of();
        }
        var code = source.hasCode() ? "m.code" : "m." + source.column();
        var sql = "SELECT DISTINCT m." + source.id() + ", m." + source.column() + ", " + code + " FROM " + source.table() + " m"
                + " WHERE m." + source.id() + " IS NOT NULL AND " + visible(source, scope) + " ORDER BY 1 NULLS LAST, 2 NULLS LAST";
        return handle.createQuery(sql).bindMap(boundBy(source, scope)).map((row, context) -> {
            var written = Optional.ofNullable(row.getString(2)).orElse(row.getString(3));
            return member(source, row.getString(1), written, row.getString(3));
        }).list();
    }

    private Member member(Source source, String id, String name, String code) {
        var folded = Names.fold(name);
        var words = source == Source.COUNTRY ? Stream.concat(Stream.of(folded), model.countries().of(folded).stream())
                : Stream.concat(Stream.of(folded, Names.fold(code)), model.otherNames(folded).stream());
        return new Member(id, name, code, words.distinct().toList());
    }

    private static Member computed(String value) {
        return new Member(value, value.replace('_', ' '), value, Stream.of(Stream.of(value, value.replace('_', ' '), value.replace('_', '-')), WORDS.getOrDefault(value, List.of()).stream(), SEGMENT_WORDS.getOrDefault(value, List.of()).stream()).flatMap(words -> words).map(Names::fold).distinct().toList());
    }

    private static Member weekday(DayOfWeek day) {
        var names = Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                .flatMap(locale -> Stream.of(day.getDisplayName(TextStyle.FULL, locale), day.getDisplayName(TextStyle.SHORT, locale)));
        var every = Stream.of("每", "逢", "每逢").map(word -> word + day.getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE)); // else 每周一 is weeks and one
        var name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        var id = String.valueOf(day.getValue());
        return new Member(id, name, id, Stream.of(names, every, Stream.of(id)).flatMap(words -> words).map(Names::fold).distinct().toList());
    }

    private static String visible(Source source, RowScope scope) {
        return switch (source) {
            case CUSTOMER -> Scopes.customers("m", scope);
            case REP -> scope instanceof RowScope.OfRep ? "m.name_folded = :" + Scopes.VALUE : Scopes.customers("m", scope);
            default -> scope instanceof RowScope.Nothing ? Scopes.customers("m", scope) : "1 = 1";
        };
    }

    private static Map<String, Object> boundBy(Source source, RowScope scope) {
        return source == Source.CUSTOMER || source == Source.REP ? Scopes.values(scope) : Map.of();
    }
}
