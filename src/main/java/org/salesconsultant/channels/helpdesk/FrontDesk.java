package org.salesconsultant.channels.helpdesk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.access.Identities;
import org.salesconsultant.access.IdentityCodes;
import org.salesconsultant.access.IdentityCodes.Check;
import org.salesconsultant.assistant.helpdesk.CustomerMessage;
import org.salesconsultant.assistant.helpdesk.Decision;
import org.salesconsultant.assistant.helpdesk.Reason;
import org.salesconsultant.assistant.helpdesk.Reply;
import org.salesconsultant.channels.mail.Mailer;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.history.CustomerOrders;

/**
 * Answers customers in conversations: who asks for their own orders proves who they are by a code sent by mail, and is then told what they
 * asked. Whether an address is a customer's shows in nothing that is said. Safe for many threads.
 */
public final class FrontDesk {
    /** Nothing was read that could be misread. */
    private static final double CERTAIN = 0.99;
    /** So probable something grave has to be beside an address that was asked for. */
    private static final double SURE = 0.8;

    private final Function<CustomerMessage, Reply> helpdesk;
    private final Warehouses warehouses;
    private final IdentityCodes codes;
    private final Identities identities;
    private final CodeMail mail;
    private final Wording wording;

    /** @param helpdesk decides and writes @param state where codes and proofs are kept @param mailer empty where no mail is set up */
    public FrontDesk(Function<CustomerMessage, Reply> helpdesk, Warehouses warehouses, Database state, VerificationSettings settings, Optional<Mailer> mailer, InstantSource clock,
                     Home home) {
        this.helpdesk = helpdesk;
        this.warehouses = warehouses;
        this.codes = new IdentityCodes(state, settings.codes(), clock);
        this.identities = new Identities(state, settings.lasts(), clock);
        this.wording = IdentityPrompt.words(home);
        this.mail = new CodeMail(mailer, codes, settings.codes().lifetime(), warehouses, wording);
    }

    /** What a message gets outside conversations: somebody else answers for who wrote it. */
    Reply reply(CustomerMessage message) {
        return helpdesk.apply(message);
    }

    /** What an inquiry gets. */
    public Reply reply(Inquiry inquiry) {
        var customer = customer(inquiry);
        if (customer.isPresent()) {
            return helpdesk.apply(inquiry.by(customer.get()));
        }
        return mayBeCode(inquiry.conversation(), inquiry.text()) ? tried(inquiry) : unknown(inquiry);
    }

    /** Whether a message may hold a code, which then is kept nowhere. */
    public boolean mayBeCode(String conversation, String text) {
        return WrittenProof.code(text).isPresent() && codes.areKnown(conversation);
    }

    /** What a code gets whose message was lost before it was tried. */
    public Reply lostCode(Inquiry inquiry) {
        return customer(inquiry).map(customer -> answered(inquiry, customer)).orElseGet(() -> say(inquiry, Decision.SEND, "code_lost"));
    }

    /** Who has gone from the data since is nobody. */
    private Optional<String> customer(Inquiry inquiry) {
        return identities.customer(inquiry.conversation()).filter(code -> CustomerOrders.of(warehouses.current(), code).isPresent());
    }

    private Reply tried(Inquiry inquiry) {
        return switch (codes.check(inquiry.conversation(), WrittenProof.code(inquiry.text()).orElseThrow())) {
            case Check.Right(var customer) -> {
                identities.prove(inquiry.conversation(), customer);
                yield answered(inquiry, customer);
            }
            case Check.Wrong(int left) -> say(inquiry, Decision.SEND, "code_wrong", "left", left);
            case Check.Ended() -> say(inquiry, Decision.SEND, "code_ended");
            case Check.TooManyTries() -> say(inquiry, Decision.HANDOVER, "too_many_tries");
        };
    }

    /** The question from before the proof. */
    private Reply answered(Inquiry inquiry, String customer) {
        var question = identities.question(inquiry.conversation()).orElse(inquiry.text());
        var before = inquiry.earlier().stream().filter(earlier -> !earlier.equals(question)).toList();
        var reply = helpdesk.apply(new CustomerMessage(question, before, customer));
        return reply.decision() == Decision.SEND ? new Reply(reply.decision(), reply.reason(), reply.confidence(),
                wording.say(reply.language(), "proved") + "\n\n" + reply.text(), reply.language(), reply.citations(), reply.findings()) : reply;
    }

    private Reply unknown(Inquiry inquiry) {
        var question = identities.question(inquiry.conversation());
        var address = WrittenProof.address(inquiry.text());
        var said = new Inquiry(inquiry.conversation(), WrittenProof.withoutAddress(inquiry.text()), inquiry.earlier(), inquiry.mail());
        if (question.isPresent() && address.isPresent() && WrittenProof.isLittle(said.text())) {
            return coded(said, address.get(), "code_sent");
        }
        var reply = helpdesk.apply(said.by(null));
        boolean isOwn = reply.reason() == Reason.OWN_ORDER_NEEDS_VERIFICATION;
        if (isOwn) {
            identities.ask(said.conversation(), said.text());
        }
        return isOwn || question.isPresent() && address.isPresent() && !isForAPerson(reply) ? proof(said, address.orElse(null), reply) : reply;
    }

    /** Anger, law and the like come before any code; but what was asked for is an address, and words around one are soon misread. */
    private static boolean isForAPerson(Reply reply) {
        return reply.decision() == Decision.HANDOVER && reply.reason() != Reason.NOT_KNOWN && reply.reason() != Reason.OUT_OF_SCOPE && reply.confidence() >= SURE;
    }

    private Reply proof(Inquiry inquiry, @Nullable String address, Reply asking) {
        if (!mail.isSetUp()) {
            return say(inquiry, Decision.HANDOVER, "no_mail");
        }
        if (address != null) {
            return coded(inquiry, address, "code_sent");
        }
        if (!asking.citations().isEmpty()) {
            return asking; // what else was wanted has its answer there
        }
        if (codes.isAwaited(inquiry.conversation())) {
            return say(inquiry, Decision.SEND, "code_awaited");
        }
        return inquiry.mail() == null ? asking : coded(inquiry, inquiry.mail(), "code_sent_to_contact");
    }

    private Reply coded(Inquiry inquiry, String address, String key) {
        return switch (mail.send(inquiry.conversation(), address, language(inquiry))) {
            case SENT_IF_KNOWN -> say(inquiry, Decision.SEND, key);
            case TOO_MANY -> say(inquiry, Decision.HANDOVER, "too_many_codes");
            case NO_MAIL -> say(inquiry, Decision.HANDOVER, "no_mail");
        };
    }

    private Reply say(Inquiry inquiry, Decision decision, String key, Object... namesAndValues) {
        var language = language(inquiry);
        return new Reply(decision, Reason.OWN_ORDER_NEEDS_VERIFICATION, CERTAIN, wording.say(language, key, namesAndValues), language, List.of(), List.of());
    }

    /** Digits and addresses have none of their own. */
    private Language language(Inquiry inquiry) {
        return identities.question(inquiry.conversation()).map(Language::of).orElseGet(inquiry::language);
    }
}
