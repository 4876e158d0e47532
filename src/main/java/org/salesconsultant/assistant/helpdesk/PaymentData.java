package org.salesconsultant.assistant.helpdesk;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds card and account numbers by their check digits (ISO/IEC 7812 and ISO 13616), so that no order number is taken for one, and British sort codes with an account. */
final class PaymentData {
    private static final Pattern CARD = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)");
    private static final Pattern IBAN = Pattern.compile("(?i)(?<![a-z0-9])[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![a-z0-9])");
    /** A British account: six digits in pairs, and eight. Either alone may be a date or an order. */
    private static final Pattern SORT_CODE = Pattern.compile("(?<!\\d)\\d{2}-\\d{2}-\\d{2}(?!\\d)");
    private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d{8}(?!\\d)");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int CHECKED_FIRST = 4;

    private PaymentData() {}

    static boolean isIn(String text) {
        return CARD.matcher(text).results().anyMatch(found -> isCard(found.group().replaceAll("\\D", "")))
                || IBAN.matcher(text).results().anyMatch(found -> isIban(found.group().replace(" ", "").toUpperCase(Locale.ROOT)))
                || SORT_CODE.matcher(text).find() && ACCOUNT.matcher(text).find();
    }

    /** Luhn's sum. */
    private static boolean isCard(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted / 10 + counted % 10;
        }
        return sum % 10 == 0;
    }

    private static boolean isIban(String iban) {
        var digits = new StringBuilder();
        (iban.substring(CHECKED_FIRST) + iban.substring(0, CHECKED_FIRST)).chars().forEach(character -> digits.append(Character.digit(character, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }
}
