package org.salesconsultant.assistant.planner.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.TimeMention;
import org.salesconsultant.warehouse.semantic.AmbiguousWords;
import org.salesconsultant.warehouse.semantic.Phrase;

/** Something a text mentions. {@code from} and {@code to} count tokens, {@code to} exclusive. */
public sealed interface Mention {
    int from();

    int to();

    static boolean isRole(@Nullable Mention mention, Role wanted) {
        return mention instanceof OfRole(var from, var to, var role) && role == wanted;
    }

    /** Whether it names what things of the data are: customers, countries. */
    static boolean isThing(@Nullable Mention mention) {
        return mention instanceof OfDimension || mention instanceof OfEither;
    }

    /** Whether it names a number of the data, exactly or vaguely. */
    static boolean isMetric(@Nullable Mention mention) {
        return mention instanceof OfMetric || mention instanceof OfEither || mention instanceof OfVague;
    }

    record OfMetric(int from, int to, String metric) implements Mention {}

    record OfDimension(int from, int to, String dimension) implements Mention {}

    /** A word for a metric and for a dimension: "customers". */
    record OfEither(int from, int to, String metric, String dimension) implements Mention {}

    record OfVague(int from, int to, AmbiguousWords words) implements Mention {}

    record OfRanking(int from, int to, Phrase phrase) implements Mention {}

    /** @param members what it can be: usually one, several where a name is shared */
    record OfMember(int from, int to, List<MemberOf> members) implements Mention {}

    record OfTime(int from, int to, TimeMention time) implements Mention {}

    record OfNumber(int from, int to, int value) implements Mention {}

    record OfRole(int from, int to, Role role) implements Mention {}

    /** A sign that ends a sentence ({@code hard}) or a part of one. */
    record OfSign(int from, int to, String sign, boolean hard) implements Mention {}

    /** A word nobody knows. */
    record Unknown(int from, int to) implements Mention {}

    /** A member of a dimension. @param value what a filter names it by: its name, or its code where names are shared */
    record MemberOf(String dimension, String value) {}
}
