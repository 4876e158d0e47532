package org.salesconsultant.assistant.helpdesk;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the writer of a message says, without the mail that is quoted and the signature. */
final class Letter {
    private static final String QUOTE = "[>＞|].*|-{2,} ?(?:original|forwarded|begin forwarded|原始邮件|转发|转发的邮件).*|on .{6,80} wrote:|.{4,60}写道[:：]|(?:from|发件人)[:：].*@.*";
    private static final String SIGNATURE = "--|_{3,}|sent from my .*|发自我的.*|(?:(?:with )?(?:kind|best|warm|many)? ?(?:regards|wishes|thanks)|yours (?:sincerely|faithfully|truly)|sincerely|best|cheers|all the best.*|many thanks.*|thanks (?:ever so much|a lot|in advance)|此致|敬礼|祝好|顺祝商祺|顺颂商祺)[,.!，。！]?";
    private static final String DISCLAIMER = ".*(?:confidential|privileged|intended (?:recipient|only|solely)|保密|仅供收件人).*";
    private static final Pattern QUOTED = Pattern.compile("(?imu)^[ \\t]*(?:" + QUOTE + ")$");
    private static final Pattern SIGNED = Pattern.compile("(?imu)^[ \\t]*(?:" + SIGNATURE + "|" + DISCLAIMER + ")[ \\t]*$");
    private static final Pattern ASKS = Pattern.compile("[?？]");

    private Letter() {}

    /** The whole text where nothing else is left of it. */
    static String body(String text) {
        var said = QUOTED.matcher(text).replaceAll("").strip();
        var signed = SIGNED.matcher(said);
        var body = signed.find() && !ASKS.matcher(said.substring(signed.start())).find() ? said.substring(0, signed.start()).strip() : said;
        return body.isEmpty() ? text : body;
    }

    /** What {@link #body} leaves aside: it asks for nothing, but may hide something. */
    static String rest(String text) {
        var body = body(text);
        return text.lines().filter(line -> !line.isBlank() && !body.contains(line.strip())).collect(Collectors.joining("\n"));
    }
}
