package org.salesconsultant.sales;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.TimeAtom.Ahead;
import org.salesconsultant.sales.TimeAtom.DaysOfMonth;
import org.salesconsultant.sales.TimeAtom.Either;
import org.salesconsultant.sales.TimeAtom.Elapsed;
import org.salesconsultant.sales.TimeAtom.Feast;
import org.salesconsultant.sales.TimeAtom.Fixed;
import org.salesconsultant.sales.TimeAtom.Piece;
import org.salesconsultant.sales.TimeAtom.Relative;
import org.salesconsultant.sales.TimeAtom.Unit;
import org.salesconsultant.sales.TimeAtom.Vague;
import org.salesconsultant.sales.TimeMention.Shift;

/** The ways time is written in Chinese. */
final class ChineseTime {
    private static final String YEAR = "((?:19|20)\\d{2})";
    private static final String COUNT = "(" + NumberWords.PATTERN + ")";
    private static final String MONTH_NUMBER = "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
    private static final String MONTH = MONTH_NUMBER + "月(?!个)(?:份)?";
    private static final String DAY_NUMBER = "(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])";
    private static final String GRAIN = "个?(天|日|周|星期|礼拜|月|季度|季|年)";
    private static final String LAST = "(?:最近|过去|近|刚过去)(?:的)?";
    private static final String NEXT = "(?:未来|接下来|今后|往后|后续|(?<![名手旗线一看查拉算报列说讲问核导调取出汇统给发瞧写做来要])下)(?:的)?";
    private static final String WITHIN = "(?:之内|以内|内|以来|来|里)?";
    private static final String TO = "(?:到|至|-|~|—|–)";
    /** A year stands just before, so that "the first months" are its first. */
    private static final String OF_YEAR = "(?<=今年|去年|前年|明年|年度|\\d年|\\d{4}|年的|年里)";
    private static final String THE_DAY = "(?:当天|当日|那天|那一天|这天|这一天)";
    /** 双十一期间, 双11大促: longer than the day, nobody knows how much. */
    private static final String DAY_ITSELF = "(?:" + THE_DAY + "|(?!期间|前后|假期|大促|活动|促销|购物节|季|档|套装|礼盒|版|款|周|礼|特))";

    static final List<TimeRule> RULES = List.of(
            TimeRule.of("(?:" + YEAR + "年)?" + MONTH + DAY_NUMBER + "[日号]",
                    (words, dates) -> NumericTime.day(NumberWords.read(words.group(2)), NumberWords.read(words.group(3)), year(words.group(1)))),
            TimeRule.of("(?:" + YEAR + "年)?" + MONTH + DAY_NUMBER + "[日号]?" + TO + DAY_NUMBER + "[日号]",
                    (words, dates) -> EnglishTime.days(NumberWords.read(words.group(2)), NumberWords.read(words.group(3)), NumberWords.read(words.group(4)), year(words.group(1)))),
            TimeRule.of("(?<!\\d)" + YEAR + "年(?!前(?![\\d一二三四五六七八九十百几两])|内|来)(?:度|全年)?", (words, dates) -> new Piece(Unit.YEAR, 0, 0, year(words.group(1)))),
            TimeRule.of("(?<![\\d.近前后去满了])(\\d{2})年(?!前(?![\\d一二三四五六七八九十百几两])|内|来|后|以|之)(?:度|全年)?", ChineseTime::shortYear),
            TimeRule.of("(?:(?<![\\d十个])(?=\\d)|(?<![十个])(?!\\d))" + MONTH, (words, dates) -> new Piece(Unit.MONTH, NumberWords.read(words.group(1)), 0, null)),
            TimeRule.of("(?<![\\d.十个-])" + MONTH_NUMBER + TO + MONTH_NUMBER + "月(?!个|\\d)(?:份)?(?:累计)?",
                    (words, dates) -> EnglishTime.span(Unit.MONTH, NumberWords.read(words.group(1)), NumberWords.read(words.group(2)), null)),
            TimeRule.of("(?<![\\d.十个-])" + MONTH_NUMBER + "(?:[、,]" + MONTH_NUMBER + ")+月(?!个|\\d)(?:份)?", (words, dates) -> neighbours(words.group())),
            TimeRule.of("(?<![十个])([一二三四五六七八九])([二三四五六七八九十])月(?:份)?", (words, dates) -> neighbours(words.group(1) + "、" + words.group(2))),
            TimeRule.of("(?:第|(?<![\\d前第个近去后头上下过]))([1-4一二三四])季度?(?!后)",
                    (words, dates) -> new Piece(Unit.QUARTER, NumberWords.read(words.group(1)), 0, null)),
            TimeRule.of("第?([1-4一二三])(?:" + TO + "|[、和]|(?<=[一二三]))第?([2-4二三四])个?季度?",
                    (words, dates) -> EnglishTime.span(Unit.QUARTER, NumberWords.read(words.group(1)), NumberWords.read(words.group(2)), null)),
            TimeRule.of("Q([1-4])季度?", (words, dates) -> new Piece(Unit.QUARTER, NumericTime.number(words.group(1)), 0, null)),
            TimeRule.of("首季度?(?!度?节)", (words, dates) -> Unit.QUARTER.first(1)),
            TimeRule.of("(?:前(?![一1]季)|头)" + COUNT + "季度?", (words, dates) -> firsts(Unit.QUARTER, words.group(1))),
            TimeRule.of("头" + COUNT + "个?(月|季度|季)", (words, dates) -> firsts(unit(words.group(2)), words.group(1))),
            TimeRule.of(OF_YEAR + "的?(?:前|头)" + COUNT + "个?(月|季度|季)", (words, dates) -> firsts(unit(words.group(2)), words.group(1))),
            TimeRule.of("前([2-9]|1[0-2]|两|[二三四五六七八九]|十[一二]?)个(月|季度|季)(?!后)", ChineseTime::firstsOrLast),
            TimeRule.of("(上|下)半年度?", (words, dates) -> new Piece(Unit.HALF, "上".equals(words.group(1)) ? 1 : 2, 0, null)),
            TimeRule.of(OF_YEAR + "的?前半年", (words, dates) -> Unit.HALF.first(1)),
            TimeRule.of("前半年", (words, dates) -> alternatives(Unit.HALF.first(1), dates.last(Grain.MONTH, 6), dates)),
            TimeRule.of("后半年", (words, dates) -> new Piece(Unit.HALF, 2, 0, null)),
            TimeRule.of("上一?个半年", (words, dates) -> dates.lastHalf()),
            TimeRule.of("(?:本|这个)半年", (words, dates) -> dates.runningHalf()),
            TimeRule.of("第" + COUNT + "周", (words, dates) -> new Piece(Unit.WEEK, NumberWords.read(words.group(1)), 0, null)),
            TimeRule.of("第?(\\d{1,2})周?" + TO + "第?(\\d{1,2})周",
                    (words, dates) -> EnglishTime.span(Unit.WEEK, NumericTime.number(words.group(1)), NumericTime.number(words.group(2)), null)),

            TimeRule.of("([上中下])旬", (words, dates) -> switch (words.group(1)) {
                case "上" -> new DaysOfMonth(1, 10);
                case "中" -> new DaysOfMonth(11, 20);
                case String last -> new DaysOfMonth(21, 31);
            }),
            TimeRule.of("(上|下)半个?月", (words, dates) -> "上".equals(words.group(1)) ? new DaysOfMonth(1, 15) : new DaysOfMonth(16, 31)),
            TimeRule.of("(?<![\\d.十A-Za-z第-])" + DAY_NUMBER + "[日号]?" + TO + DAY_NUMBER + "[日号](?![店仓线楼机柜门产客])",
                    (words, dates) -> new DaysOfMonth(NumberWords.read(words.group(1)), NumberWords.read(words.group(2)))),
            TimeRule.of("(?<=月|月的)" + DAY_NUMBER + "[日号]" + THE_DAY + "?(?![店仓线楼机柜门产客])|(?<![\\d月.十A-Za-z第-])" + DAY_NUMBER + "号(?=那天|当天|当日|以来|至今|到现在|到今天|开始)",
                    (words, dates) -> {
                        int day = NumberWords.read(words.group(1) == null ? words.group(2) : words.group(1));
                        return new DaysOfMonth(day, day);
                    }),

            TimeRule.of(LAST + COUNT + GRAIN + WITHIN, (words, dates) -> lastSteps(grain(words.group(2)), NumberWords.read(words.group(1)), dates)),
            TimeRule.of("(?<![以如之马晚早])上([2-9]|两|[二三四五六七八九十])" + GRAIN, (words, dates) -> dates.last(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of(LAST + "半年" + WITHIN, (words, dates) -> dates.last(Grain.MONTH, 6)),
            TimeRule.of("上(?:一)?" + GRAIN + "(?!末)(?:度)?", (words, dates) -> dates.last(grain(words.group(1)), 1)),
            TimeRule.of("(?<!上)上上个?(?:一个?)?" + GRAIN + "|大上" + GRAIN, (words, dates) -> dates.ago(grain(words.group(words.group(1) == null ? 2 : 1)), 2)),
            TimeRule.of("(上上|上|这|本|下)个?(?:周|星期|礼拜)([一二三四五六日天末])(?!(?<=一)[共起直样]|(?<=日)均)(?:" + TO + "(?:上|这|本|下)?个?(?:周|星期|礼拜)?([一二三四五六日天]))?", ChineseTime::weekdays),
            TimeRule.of("(?:这一?|本|当前)" + GRAIN + "(?:度)?(?!以来|至今|末)|当月|当季度?|当年", (words, dates) -> dates.running(words.group(1) == null ? current(words.group()) : grain(words.group(1)))),
            TimeRule.of("(今年|年初|本年度?|本月|本季度?|本周|月初|季初|这个月|这个季度|这周|当月)(?:以来|至今|到现在|到目前为止|截至目前|迄今|累计)", (words, dates) -> dates.toDate(current(words.group(1)))),
            TimeRule.of("今年到目前为止|今年截[至止]目前|今年目前|(?:从|自)?(?:今年)?年初(?:以来|至今|到现在|到今天|到目前)|截[至止]目前今年", (words, dates) -> dates.toDate(Grain.YEAR)),
            TimeRule.of("(今年|去年|前年|" + YEAR + "年)?年?初(?=" + TO + "|以来|至今|开始|起)|(?<=从|自)年初", ChineseTime::yearBegins),
            TimeRule.of("(?:今年|本年)度?(?!年?[初底末](?!级|价|部|座|次))", (words, dates) -> dates.running(Grain.YEAR)),
            TimeRule.of("全年(?!龄)", (words, dates) -> dates.running(Grain.YEAR)),
            TimeRule.of("去年度?", (words, dates) -> dates.last(Grain.YEAR, 1)),
            TimeRule.of("(?<!大)前年(?!的?同期)", (words, dates) -> dates.ago(Grain.YEAR, 2)),
            TimeRule.of("大前年(?!的?同期)", (words, dates) -> dates.ago(Grain.YEAR, 3)),
            TimeRule.of("去年的?今[天日]", (words, dates) -> dates.inYear(dates.running(Grain.DAY), dates.now().getYear() - 1)),
            TimeRule.of("今[天日](?!上午|下午|早上|晚上|凌晨)", (words, dates) -> dates.running(Grain.DAY).dates()),
            TimeRule.of("昨[天日](?!上午|下午|早上|晚上|凌晨)", (words, dates) -> dates.ago(Grain.DAY, 1)),
            TimeRule.of("(?<!大)前[天日](?!数)", (words, dates) -> dates.ago(Grain.DAY, 2)),
            TimeRule.of("大前天", (words, dates) -> dates.ago(Grain.DAY, 3)),
            TimeRule.of("(?<![近去前后未来第\\d])" + COUNT + GRAIN + "(?:之|以)?前(?![\\d一二三四五六七八九十百几名的])", (words, dates) -> dates.ago(grain(words.group(2)), NumberWords.read(words.group(1)))),

            TimeRule.of(NEXT + COUNT + GRAIN + "(?:内|里|之内)?", (words, dates) -> new Ahead(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("(?:未来|接下来|今后)半年", (words, dates) -> new Ahead(Grain.MONTH, 6)),
            TimeRule.of("(?<![看查拉算报列说讲问核导调取出汇统给发瞧写做])下(?:一)?" + GRAIN, (words, dates) -> new Ahead(grain(words.group(1)), 1)),
            TimeRule.of("(?<!下)下下个?(?:一个?)?" + GRAIN, (words, dates) -> dates.ago(grain(words.group(1)), -2)),
            TimeRule.of("明年", (words, dates) -> new Ahead(Grain.YEAR, 1)),
            TimeRule.of("明天", (words, dates) -> new Ahead(Grain.DAY, 1)),

            TimeRule.of("再(?:上|往前|前)(?:一)?" + GRAIN, (words, dates) -> new Relative(new Shift(false, grain(words.group(1))))),
            TimeRule.of("(?:与|和|跟|比)?(?:去年|上年|前一年)的?(?:同期|这个?时候|此时)|(?:去年|上年)同[月季周]|同比", (words, dates) -> new Relative(new Shift(true, null))),
            TimeRule.of("(?:与|和|跟|比)?(?:上个?|上一个?|前一个?)(月|季度|季|周|星期)的?同期", (words, dates) -> new Elapsed(grain(words.group(1)))),
            TimeRule.of("前一个?(?:时期|周期|阶段)|上一?期|环比", (words, dates) -> new Relative(new Shift(false, null))),
            TimeRule.of("前一" + GRAIN, (words, dates) -> new Relative(new Shift(false, grain(words.group(1))))),

            TimeRule.of("(?:双|雙)(?:11|十一)" + DAY_ITSELF + "|光棍节" + DAY_ITSELF, (words, dates) -> NumericTime.day(11, 11, null)),
            TimeRule.of("双(?:12|十二)" + DAY_ITSELF, (words, dates) -> NumericTime.day(12, 12, null)),
            TimeRule.of("(?<![\\dA-Za-z-])(?:618|六一八)" + THE_DAY, (words, dates) -> NumericTime.day(6, 18, null)),
            TimeRule.of("元旦节?" + DAY_ITSELF, (words, dates) -> NumericTime.day(1, 1, null)),
            TimeRule.of("圣诞节" + DAY_ITSELF + "|圣诞" + THE_DAY, (words, dates) -> NumericTime.day(12, 25, null)),
            TimeRule.of("平安夜" + DAY_ITSELF, (words, dates) -> NumericTime.day(12, 24, null)),
            TimeRule.of("跨年夜", (words, dates) -> NumericTime.day(12, 31, null)),
            TimeRule.of("情人节" + THE_DAY, (words, dates) -> NumericTime.day(2, 14, null)),
            TimeRule.of("(?:五一|劳动节|五一劳动节)" + THE_DAY, (words, dates) -> NumericTime.day(5, 1, null)),
            TimeRule.of("(?:六一|儿童节|六一儿童节)" + THE_DAY, (words, dates) -> NumericTime.day(6, 1, null)),
            TimeRule.of("(?:三八|妇女节|三八妇女节)" + THE_DAY, (words, dates) -> NumericTime.day(3, 8, null)),
            TimeRule.of("(?:国庆|国庆节|十一)" + THE_DAY, (words, dates) -> NumericTime.day(10, 1, null)),
            TimeRule.of("(?:国庆节?|十一)(?:期间|假期|黄金周|长假)(?:期间)?", (words, dates) -> EnglishTime.days(10, 1, 7, null)),
            TimeRule.of("黑色?(?:星期)?五" + DAY_ITSELF, (words, dates) -> words.group().startsWith("黑五") || words.group().startsWith("黑色星期五") ? new Feast(Holiday.BLACK_FRIDAY, null) : null),
            TimeRule.of("网络星期一|网购星期一", (words, dates) -> new Feast(Holiday.CYBER_MONDAY, null)),
            TimeRule.of("(?:大年|正月)初一|春节" + THE_DAY, (words, dates) -> new Feast(Holiday.LUNAR_NEW_YEAR, null)),
            TimeRule.of("除夕夜?|大年三十|年三十", (words, dates) -> new Feast(Holiday.LUNAR_NEW_YEARS_EVE, null)),
            TimeRule.of("元宵节?" + THE_DAY, (words, dates) -> new Feast(Holiday.LANTERN, null)),
            TimeRule.of("端午节?" + THE_DAY, (words, dates) -> new Feast(Holiday.DRAGON_BOAT, null)),
            TimeRule.of("七夕节?" + THE_DAY, (words, dates) -> new Feast(Holiday.QIXI, null)),
            TimeRule.of("中秋节?" + THE_DAY, (words, dates) -> new Feast(Holiday.MID_AUTUMN, null)));

    private ChineseTime() {}

    private static @Nullable Integer year(@Nullable String figures) {
        return figures == null ? null : Integer.valueOf(figures);
    }

    /** 24年; 10年 far from the data's years is a length of time. */
    private static @Nullable TimeAtom shortYear(MatchResult words, RelativeDates dates) {
        int year = 2000 + NumericTime.number(words.group(1));
        return Math.abs(year - dates.now().getYear()) > 5 ? null : new Piece(Unit.YEAR, 0, 0, year);
    }

    static Grain grain(String word) {
        return switch (word) {
            case "天", "日" -> Grain.DAY;
            case "周", "星期", "礼拜" -> Grain.WEEK;
            case "月" -> Grain.MONTH;
            case "季度", "季" -> Grain.QUARTER;
            case String year -> Grain.YEAR;
        };
    }

    private static Unit unit(String word) {
        return "月".equals(word) ? Unit.MONTH : Unit.QUARTER;
    }

    private static @Nullable Piece firsts(Unit unit, String count) {
        int steps = NumberWords.read(count);
        return steps < 1 || unit.plus(LocalDate.EPOCH, steps).getYear() > LocalDate.EPOCH.getYear() + 1 ? null : unit.first(steps);
    }

    /** 前三个月: the year's first, as statistics say it, or the last ones; from four months on only the former is said. */
    private static @Nullable TimeAtom firstsOrLast(MatchResult words, RelativeDates dates) {
        int steps = NumberWords.read(words.group(1));
        var first = firsts(unit(words.group(2)), words.group(1));
        return first == null || first.unit() == Unit.MONTH && steps > 3 ? first : alternatives(first, dates.last(grain(words.group(2)), steps), dates);
    }

    private static TimeAtom alternatives(Piece piece, Fixed other, RelativeDates dates) {
        var newest = NumericTime.newest(piece, dates);
        return newest == null ? other : Either.of(newest, other);
    }

    /** "The past year" may be the calendar's or twelve months. */
    private static TimeAtom lastSteps(Grain grain, int count, RelativeDates dates) {
        var steps = dates.last(grain, count);
        return grain == Grain.YEAR && count == 1 ? Either.of(steps, dates.last(Grain.MONTH, 12)) : steps;
    }

    /** 一、二、三月, 七八月: months in a row; others together are no one period. */
    private static TimeAtom neighbours(String list) {
        var months = Arrays.stream(list.replaceAll("月.*$", "").split("[、,]")).map(NumberWords::read).toList();
        boolean inRow = months.getLast() - months.getFirst() == months.size() - 1 && months.equals(months.stream().sorted().toList());
        return inRow ? new Piece(Unit.MONTH, months.getFirst(), 0, months.size(), null) : new Vague();
    }

    private static @Nullable TimeAtom weekdays(MatchResult words, RelativeDates dates) {
        int weeksAgo = switch (words.group(1)) {
            case "上上" -> 2;
            case "上" -> 1;
            case "下" -> -1;
            case String running -> 0;
        };
        if ("末".equals(words.group(2))) {
            return dates.weekdays(weeksAgo, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
        return dates.weekdays(weeksAgo, weekday(words.group(2)), weekday(words.group(words.group(3) == null ? 2 : 3)));
    }

    private static DayOfWeek weekday(String word) {
        return DayOfWeek.of(1 + "一二三四五六日".indexOf(word.replace('天', '日')));
    }

    /** 年初, before the word that says how far it goes. */
    private static @Nullable TimeAtom yearBegins(MatchResult words, RelativeDates dates) {
        var named = words.group(1);
        int running = dates.now().getYear();
        if (named == null && !words.group().startsWith("年")) {
            return null;
        }
        var year = words.group(2) != null ? Integer.valueOf(words.group(2)) : Integer.valueOf("去年".equals(named) ? running - 1 : "前年".equals(named) ? running - 2 : running);
        return new Piece(Unit.MONTH, 1, 0, year);
    }

    /** 今年, 年初, 本月, 当季 …: the step that the word holds. */
    private static Grain current(String words) {
        var text = words.toLowerCase(Locale.ROOT);
        return text.contains("月") ? Grain.MONTH : text.contains("季") ? Grain.QUARTER : text.contains("周") ? Grain.WEEK : Grain.YEAR;
    }
}
