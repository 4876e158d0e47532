package org.salesconsultant.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;
import org.salesconsultant.warehouse.Database;

/**
 * The store of codes that prove whose mail address somebody reads: six digits, for one conversation, once. A code for an address that is
 * nobody's is kept alike, so that it is told, tried and ends as any other, but never right. Only salted hashes are kept.
 */
public final class IdentityCodes {
    private static final int CODES = 1_000_000;
    /** PBKDF2's, so that a stolen file is not turned into codes while they live. */
    private static final int ITERATIONS = 20_000;
    private static final int HASH_BITS = 256;
    private static final Duration COUNTED = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Rules rules;
    private final InstantSource clock;

    /** @param lifetime of a code @param tries at one code @param perHour codes for a conversation, and for an address */
    public record Rules(Duration lifetime, int tries, int perHour) {}

    /** What became of a try. */
    public sealed interface Check {
        /** @param customer whose address the code went to */
        record Right(String customer) implements Check {}

        /** @param left tries */
        record Wrong(int left) implements Check {}

        /** There is no code any more: it was used, or its time is over. */
        record Ended() implements Check {}

        record TooManyTries() implements Check {}
    }

    private record Kept(long key, @Nullable String customer, String salt, String hash, int tries, Instant end) {}

    public IdentityCodes(Database database, Rules rules, InstantSource clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Makes a code; the one before in this conversation ends.
     *
     * @param address that was named, whoever's it is
     * @param customer code of the customer whose address it is, or null
     * @return the code, or empty when too many were asked for
     */
    public Optional<String> issue(String conversation, String address, @Nullable String customer) {
        var code = "%06d".formatted(RANDOM.nextInt(CODES));
        var salt = Secrets.next("salt");
        var hash = hash(code, salt);
        var folded = Secrets.hash(Names.fold(address));
        var now = now();
        return database.write(handle -> {
            handle.createUpdate("DELETE FROM identity_code WHERE issued_at < :before AND expires_at < :now")
                    .bind("before", now.minus(COUNTED).toString()).bind("now", now.toString()).execute();
            if (issued(handle, "conversation", conversation, now) >= rules.perHour() || issued(handle, "address", folded, now) >= rules.perHour()) {
                return Optional.empty();
            }
            end(handle, conversation);
            handle.createUpdate("""
                    INSERT INTO identity_code (conversation, address, customer, salt, hash, tries, issued_at, expires_at)
                    VALUES (:conversation, :address, :customer, :salt, :hash, :tries, :now, :expires)""")
                    .bind("conversation", conversation).bind("address", folded).bind("customer", customer).bind("salt", salt).bind("hash", hash)
                    .bind("tries", rules.tries()).bind("now", now.toString()).bind("expires", now.plus(rules.lifetime()).toString()).execute();
            return Optional.of(code);
        });
    }

    /** Whether a code was asked for here within the hour, so that six digits may be it. */
    public boolean areKnown(String conversation) {
        return newest(conversation).isPresent();
    }

    /** Whether one was, and can still be given. */
    public boolean isAwaited(String conversation) {
        return newest(conversation).filter(kept -> kept.tries() > 0 && kept.end().isAfter(clock.instant())).isPresent();
    }

    /** Tries a code; a right one is used up. */
    public Check check(String conversation, String code) {
        var kept = newest(conversation).filter(found -> found.end().isAfter(clock.instant()));
        if (kept.isEmpty()) {
            return new Check.Ended();
        }
        var found = kept.get();
        if (!changes("UPDATE identity_code SET tries = tries - 1 WHERE code_key = :key AND tries > 0", found.key())) {
            return new Check.TooManyTries();
        }
        boolean isRight = MessageDigest.isEqual(HexFormat.of().parseHex(hash(code, found.salt())), HexFormat.of().parseHex(found.hash()));
        if (isRight && found.customer() != null && changes("UPDATE identity_code SET customer = NULL, tries = 0 WHERE code_key = :key AND customer IS NOT NULL", found.key())) {
            return new Check.Right(found.customer());
        }
        return found.tries() > 1 ? new Check.Wrong(found.tries() - 1) : new Check.TooManyTries();
    }

    /** Ends the code of a conversation, when it could not be sent. */
    public void withdraw(String conversation) {
        database.write(handle -> {
            end(handle, conversation);
            return null;
        });
    }

    private static void end(Handle handle, String conversation) {
        handle.createUpdate("UPDATE identity_code SET customer = NULL, tries = 0 WHERE conversation = :conversation").bind("conversation", conversation).execute();
    }

    private boolean changes(String update, long key) {
        return database.write(handle -> handle.createUpdate(update).bind("key", key).execute()) == 1;
    }

    private Optional<Kept> newest(String conversation) {
        return database.read(handle -> handle.createQuery("""
                SELECT code_key, customer, salt, hash, tries, expires_at FROM identity_code WHERE conversation = :conversation AND issued_at >= :since
                ORDER BY code_key DESC LIMIT 1""").bind("conversation", conversation).bind("since", now().minus(COUNTED).toString())
                .map((row, context) -> new Kept(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5), Instant.parse(row.getString(6))))
                .findOne());
    }

    private static int issued(Handle handle, String column, String value, Instant now) {
        return handle.createQuery("SELECT COUNT(*) FROM identity_code WHERE " + column + " = :value AND issued_at >= :since")
                .bind("value", value).bind("since", now.minus(COUNTED).toString()).mapTo(Integer.class).one();
    }

    /** Whole seconds, so that texts of instants are in their order. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String hash(String code, String salt) {
        try {
            var key = new PBEKeySpec(code.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ITERATIONS, HASH_BITS);
            return HexFormat.of().formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2 with SHA-256", e);
        }
    }
}
