package org.salesconsultant.sales;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, dates and lists as people say them in sentences. Tables have the exact figures.
 *
 * @param currency ISO 4217, or null where it is unknown: then no symbol is printed
 */
public record Spoken(Language language, @Nullable String currency) {
    private static final Pattern QUARTER = Pattern.compile("Q([1-4]) (\\d{4})");
    private static final Pattern HALF = Pattern.compile("H([12]) (\\d{4})");
    private static final Pattern YEAR_AFTER_MONTH = Pattern.compile("(?<=[a-z]) (?=\\d{4}$)");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** {@code £500.80}, {@code £52,466}, {@code £2.38 million}; Chinese {@code 5.247万英镑}. */
    public String money(Number amount) {
        if (currency == null) {
            return scaled(amount, 2);
        }
        if (language == Language.CHINESE) {
            return scaled(amount, 2) + Currency.getInstance(currency).getDisplayName(Locale.SIMPLIFIED_CHINESE);
        }
        var symbol = symbol();
        var text = scaled(abs(amount), 2);
        return (decimal(amount).signum() < 0 ? "-" : "") + symbol + (symbol.length() > 1 && Character.isLetter(symbol.charAt(symbol.length() - 1)) ? " " : "") + text;
    }

    /** Money as an invoice has it, whatever its size: {@code £2,608.73}; Chinese {@code 2,608.73英镑}. */
    public String toTheCent(Number amount) {
        var exact = decimal(amount);
        if (currency == null) {
            return cents(exact);
        }
        return language == Language.CHINESE ? cents(exact) + Currency.getInstance(currency).getDisplayName(Locale.SIMPLIFIED_CHINESE)
                : (exact.signum() < 0 ? "-" : "") + symbol() + cents(exact.abs());
    }

    /** A count or measure: {@code 14,883}, {@code 2.38 million}, {@code 0.83}. */
    public String number(Number value) {
        var exact = decimal(value);
        return exact.stripTrailingZeros().scale() <= 0 ? scaled(value, 0) : scaled(value, 2);
    }

    /** A fraction as a percentage: {@code 25%}, {@code 3.2%}, {@code 0.04%}. */
    public String percent(double fraction) {
        double size = Math.abs(fraction);
        var format = NumberFormat.getPercentInstance(language.locale());
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(size >= 0.1 || size == 0 ? 0 : size >= 0.001 ? 1 : 2);
        return format.format(fraction);
    }

    /** {@code 9 December 2011}; {@code 2011年12月9日}. */
    public String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(language == Language.CHINESE ? "yyyy年M月d日" : "d MMMM yyyy", language.locale()));
    }

    /** {@code 1 July to 30 September 2011}. */
    public String dates(Period period) {
        if (period.from().equals(period.lastDay())) {
            return date(period.from());
        }
        if (language == Language.CHINESE) {
            return date(period.from()) + "至" + date(period.lastDay());
        }
        var pattern = period.from().getYear() == period.lastDay().getYear()
                ? period.from().getMonth() == period.lastDay().getMonth() ? "d" : "d MMMM" : "d MMMM yyyy";
        return period.from().format(DateTimeFormatter.ofPattern(pattern, language.locale())) + " to " + date(period.lastDay());
    }

    /** The period's name, in the reader's language where it is one of the usual ones; a month does not part from its year. */
    public String period(Period period) {
        if (language == Language.ENGLISH) {
            return YEAR_AFTER_MONTH.matcher(period.name()).replaceAll("\u00a0");
        }
        var quarter = QUARTER.matcher(period.name());
        if (quarter.matches()) {
            return quarter.group(2) + "年第" + "一二三四".charAt(Integer.parseInt(quarter.group(1)) - 1) + "季度";
        }
        var half = HALF.matcher(period.name());
        if (half.matches()) {
            return half.group(2) + "年" + ("1".equals(half.group(1)) ? "上" : "下") + "半年";
        }
        if (YEAR.matcher(period.name()).matches()) {
            return period.name() + "年";
        }
        var month = new Period("", period.from().withDayOfMonth(1), period.from().withDayOfMonth(1).plusMonths(1), false);
        if (month.from().equals(period.from()) && month.end().equals(period.end())) {
            return period.from().getYear() + "年" + period.from().getMonthValue() + "月";
        }
        return dates(period);
    }

    /** {@code a, b and c}. */
    public String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        var head = items.subList(0, items.size() - 1);
        return language == Language.CHINESE ? String.join("、", head) + "和" + items.getLast()
                : String.join(", ", head) + " and " + items.getLast();
    }

    /** {@code £} for GBP, whatever country the language is of; the code where a currency has no sign. */
    private String symbol() {
        return switch (String.valueOf(currency)) {
            case "GBP" -> "£";
            case "EUR" -> "€";
            case "USD" -> "$";
            case "CNY" -> "¥";
            case "JPY" -> "JP¥";
            case String code -> code;
        };
    }

    private String scaled(Number amount, int decimals) {
        var exact = decimal(amount);
        var size = exact.abs();
        if (language == Language.CHINESE) {
            if (size.compareTo(BigDecimal.valueOf(100_000_000)) >= 0) {
                return significant(exact.movePointLeft(8)) + "亿";
            }
            if (size.compareTo(BigDecimal.valueOf(10_000)) >= 0) {
                return significant(exact.movePointLeft(4)) + "万";
            }
        } else if (size.compareTo(BigDecimal.valueOf(999_995_000)) >= 0) {
            return plain(exact.movePointLeft(9), 2) + " billion";
        } else if (size.compareTo(BigDecimal.valueOf(999_995)) >= 0 && decimals > 0 || size.compareTo(BigDecimal.valueOf(9_999_950)) >= 0) {
            return plain(exact.movePointLeft(6), 2) + " million";
        }
        if (decimals > 0 && size.compareTo(BigDecimal.valueOf(1_000)) < 0) {
            return cents(exact);
        }
        return plain(exact, 0);
    }

    private String significant(BigDecimal value) {
        return plain(value.round(new MathContext(4, RoundingMode.HALF_UP)), 3);
    }

    private String plain(BigDecimal value, int maximumDecimals) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(maximumDecimals);
        return format.format(value);
    }

    private String cents(BigDecimal value) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    private static BigDecimal abs(Number number) {
        return decimal(number).abs();
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal exact ? exact : number instanceof Long || number instanceof Integer
                ? BigDecimal.valueOf(number.longValue()) : BigDecimal.valueOf(number.doubleValue());
    }
}
