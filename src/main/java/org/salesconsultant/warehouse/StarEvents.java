package org.salesconsultant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;
import org.salesconsultant.warehouse.StarWriter.NewContact;
import org.salesconsultant.warehouse.StarWriter.NewFeedback;
import org.salesconsultant.warehouse.StarWriter.NewOpportunity;

/** What happens beside orders, as one load writes it: opportunities, campaigns' contacts and costs, talks, opinions, targets, consents. */
public final class StarEvents implements AutoCloseable {
    private static final int MOST = 5;
    private static final int TEN = 10;

    private final CalendarDays calendar;
    private final Upserts opportunities;
    private final Upserts contacts;
    private final Upserts responses;
    private final Upserts spends;
    private final Upserts feedback;
    private final Upserts interactions;
    private final Upserts quotas;
    private final Upserts consents;
    private final PreparedStatement firstDay;
    private final Connection connection;
    private int highestRating;

    /** @param channel a key; null where the campaign's own is all that is known */
    public record NewSpend(long campaign, @Nullable LocalDate date, @Nullable Long channel, long spend, @Nullable Long impressions,
                           @Nullable Long clicks) {}

    /** @param kind call, mail, visit … @param minute of the day @param duration in minutes */
    public record NewInteraction(@Nullable String code, LocalDate date, @Nullable Integer minute, @Nullable Long customer, @Nullable Long rep,
                                 String kind, @Nullable String direction, @Nullable String status, @Nullable String subject,
                                 @Nullable String text, @Nullable Long duration) {}

    public record NewResponse(long campaign, long customer, LocalDate date, @Nullable Long value) {}

    /** Rep and region null: the company's. */
    public record NewQuota(@Nullable Long rep, @Nullable Long region, LocalDate first, LocalDate lastDay, long amount) {}

    /** @param purpose what for, or by which channel */
    public record NewConsent(long customer, String purpose, boolean granted, @Nullable LocalDate date) {}

    StarEvents(Connection connection, MemberChanges changes, CalendarDays calendar) throws SQLException {
        this.calendar = calendar;
        this.connection = connection;
        opportunities = new Upserts(connection, changes, "opportunity", "opportunity_key", false, List.of("code_folded"),
                List.of("code", "name", "customer_key", "account", "product_key", "product", "rep_key", "region_key", "stage", "outcome",
                        "created_day", "closed_day", "value", "close_value"));
        contacts = new Upserts(connection, changes, "campaign_contact", "contact_key", true, List.of("customer_key", "campaign_key", "day"),
                List.of("arm", "responded", "value", "converted", "response_day"), Map.of("responded", 0L));
        responses = new Upserts(connection, changes, "campaign_response", "response_key", true, List.of("customer_key", "campaign_key", "day"),
                List.of("value"));
        spends = new Upserts(connection, changes, "campaign_spend", "spend_key", true, List.of("campaign_key", "day", "channel_key"),
                List.of("spend", "impressions", "clicks"));
        feedback = new Upserts(connection, changes, "feedback", "feedback_key", true, List.of("code", "source"),
                List.of("day", "customer_key", "product_key", "rating", "language", "title", "text"));
        interactions = new Upserts(connection, changes, "interaction", "interaction_key", true, List.of("code"),
                List.of("day", "minute", "customer_key", "rep_key", "kind", "direction", "status", "subject", "text", "duration"));
        quotas = new Upserts(connection, changes, "quota", "quota_key", true, List.of("rep_key", "region_key", "first_day", "last_day"),
                List.of("amount"));
        consents = new Upserts(connection, changes, "consent", "consent_key", true, List.of("customer_key", "purpose", "day"), List.of("granted"));
        firstDay = connection.prepareStatement("SELECT start_day FROM campaign WHERE campaign_key = ?");
    }

    void opportunity(NewOpportunity given) throws SQLException {
        opportunities.put(true, new Object[] {Names.fold(given.code())}, given.code(), given.name(), given.customer(), given.account(),
                given.productKey(), given.product(), given.rep(), given.region(), given.stage(), given.outcome(), day(given.created()),
                day(given.closed()), given.value(), given.closeValue());
    }

    /** Who is on the list of a campaign without a date was contacted on its first day. */
    void contact(NewContact given) throws SQLException {
        contacts.put(given.customer() != null, new @Nullable Object[] {given.customer(), given.campaign(), contactDay(given)}, given.arm(),
                given.responded() ? 1L : null, given.value(), given.converted() == null ? null : given.converted() ? 1L : 0L,
                day(given.responseDay()));
    }

    private @Nullable Long contactDay(NewContact given) throws SQLException {
        if (given.date() != null) {
            return calendar.put(given.date());
        }
        firstDay.setLong(1, given.campaign());
        try (var row = firstDay.executeQuery()) {
            return row.next() && row.getObject(1) != null ? (Long) row.getLong(1) : null;
        }
    }

    public void response(NewResponse given) throws SQLException {
        responses.put(true, new Object[] {given.customer(), given.campaign(), calendar.put(given.date())}, given.value());
    }

    public void spend(NewSpend given) throws SQLException {
        spends.put(true, new @Nullable Object[] {given.campaign(), day(given.date()), given.channel()}, given.spend(), given.impressions(), given.clicks());
    }

    /** A rating above 5 tells that the load has another scale, see {@link #flush}. */
    void feedback(NewFeedback given) throws SQLException {
        highestRating = Math.max(highestRating, given.rating() == null ? 0 : given.rating());
        feedback.put(given.code() != null, new @Nullable Object[] {given.code(), given.source()}, day(given.date()), given.customer(), given.product(),
                given.rating() == null ? null : (Long) given.rating().longValue(), given.language(), given.title(), given.text());
    }

    public void interaction(NewInteraction given) throws SQLException {
        interactions.put(given.code() != null, new @Nullable Object[] {given.code()}, calendar.put(given.date()),
                given.minute() == null ? null : (Long) given.minute().longValue(), given.customer(), given.rep(), Names.fold(given.kind()),
                given.direction() == null ? null : given.direction().toLowerCase(Locale.ROOT), given.status(), given.subject(), given.text(),
                given.duration());
    }

    public void quota(NewQuota given) throws SQLException {
        quotas.put(true, new @Nullable Object[] {given.rep(), given.region(), calendar.put(given.first()), calendar.put(given.lastDay())},
                given.amount());
    }

    public void consent(NewConsent given) throws SQLException {
        consents.put(true, new @Nullable Object[] {given.customer(), Names.fold(given.purpose()), day(given.date())}, given.granted() ? 1L : 0L);
    }

    /** Ratings of a load with any above 5 are of 1 to 10 or of 0 to 100: they are brought to 1 to 5. */
    void flush() throws SQLException {
        for (var each : all()) {
            each.flush();
        }
        if (highestRating > MOST) {
            var scaled = highestRating > TEN ? "1 + round(rating * 4 / 100.0)" : "1 + round((rating - 1) * 4 / 9.0)";
            try (var statement = connection.prepareStatement("UPDATE feedback SET rating = CAST(max(1, " + scaled + ") AS INTEGER)"
                    + " WHERE feedback_key > ? AND rating IS NOT NULL")) {
                statement.setLong(1, feedback.newestBefore());
                statement.executeUpdate();
            }
        }
    }

    void record(StarChanges star) {
        for (var each : all()) {
            each.record(star);
        }
    }

    private List<Upserts> all() {
        return List.of(opportunities, contacts, responses, spends, feedback, interactions, quotas, consents);
    }

    private @Nullable Long day(@Nullable LocalDate date) throws SQLException {
        return date == null ? null : (Long) calendar.put(date);
    }

    @Override
    public void close() throws SQLException {
        for (var each : all()) {
            each.close();
        }
        firstDay.close();
    }
}
