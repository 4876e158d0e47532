package org.salesconsultant.sales;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.TimeAtom.Ahead;
import org.salesconsultant.sales.TimeAtom.Piece;
import org.salesconsultant.sales.TimeAtom.Relative;
import org.salesconsultant.sales.TimeAtom.Unit;
import org.salesconsultant.sales.TimeMention.Shift;

/** The ways time is written in Chinese. */
final class ChineseTime {
    private static final String YEAR = "((?:19|20)\\d{2})";
    private static final String COUNT = "(" + NumberWords.PATTERN + ")";
    private static final String MONTH = "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!个)(?:份)?";
    private static final String GRAIN = "个?(天|日|周|星期|礼拜|月|季度|季|年)";
    private static final String LAST = "(?:最近|过去|近)(?:的)?";
    private static final String NEXT = "(?:未来|接下来|今后|往后|后续|(?<![名手旗线])下)(?:的)?";

    static final List<TimeRule> RULES = List.of(
            TimeRule.of("(?:" + YEAR + "年)?" + MONTH + "(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]",
                    (words, dates) -> NumericTime.day(NumberWords.read(words.group(2)), NumberWords.read(words.group(3)), year(words.group(1)))),
            TimeRule.of("(?:" + YEAR + "年)?" + MONTH + "(\\d{1,2})[日号]?(?:到|至|-|~|—)(\\d{1,2})[日号]",
                    (words, dates) -> EnglishTime.days(NumberWords.read(words.group(2)), NumericTime.number(words.group(3)), NumericTime.number(words.group(4)),
                            year(words.group(1)), dates)),
            TimeRule.of("(?<!\\d)" + YEAR + "年(?!前(?![\\d一二三四五六七八九十百几]+(?!个?[年月周天日季]))|内|来)(?:度|全年)?", (words, dates) -> new Piece(Unit.YEAR, 0, 0, year(words.group(1)))),
            TimeRule.of("(?<![\\d十个])" + MONTH, (words, dates) -> new Piece(Unit.MONTH, NumberWords.read(words.group(1)), 0, null)),
            TimeRule.of("(?:第|(?<![\\d前第个近去后]))([1-4一二三四])季度?(?!后)",
                    (words, dates) -> new Piece(Unit.QUARTER, NumberWords.read(words.group(1)), 0, null)),
            TimeRule.of("(上|下)半年", (words, dates) -> new Piece(Unit.HALF, "上".equals(words.group(1)) ? 1 : 2, 0, null)),
            TimeRule.of("第" + COUNT + "周", (words, dates) -> new Piece(Unit.WEEK, NumberWords.read(words.group(1)), 0, null)),

            TimeRule.of(LAST + COUNT + GRAIN, (words, dates) -> dates.last(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("(?:最近|过去|近)半年", (words, dates) -> dates.last(Grain.MONTH, 6)),
            TimeRule.of("上(?:一)?" + GRAIN, (words, dates) -> dates.last(grain(words.group(1)), 1)),
            TimeRule.of("上上" + GRAIN, (words, dates) -> dates.ago(grain(words.group(1)), 2)),
            TimeRule.of("(?:这一?|本|当前)" + GRAIN + "(?:度)?(?!以来|至今)|当月|当季度?|当年", (words, dates) -> dates.running(words.group(1) == null ? current(words.group()) : grain(words.group(1)))),
            TimeRule.of("(今年|年初|本年度?|本月|本季度?|本周|月初|季初)(?:以来|至今|到现在|到目前为止|迄今)", (words, dates) -> dates.toDate(current(words.group(1)))),
            TimeRule.of("今年到目前为止|今年截至目前|今年目前", (words, dates) -> dates.toDate(Grain.YEAR)),
            TimeRule.of("今年度?", (words, dates) -> dates.running(Grain.YEAR)),
            TimeRule.of("去年度?", (words, dates) -> dates.last(Grain.YEAR, 1)),
            TimeRule.of("前年", (words, dates) -> dates.ago(Grain.YEAR, 2)),
            TimeRule.of("今[天日]", (words, dates) -> dates.running(Grain.DAY)),
            TimeRule.of("昨[天日]", (words, dates) -> dates.ago(Grain.DAY, 1)),
            TimeRule.of("前天", (words, dates) -> dates.ago(Grain.DAY, 2)),

            TimeRule.of(NEXT + COUNT + GRAIN, (words, dates) -> new Ahead(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("(?:未来|接下来|今后)半年", (words, dates) -> new Ahead(Grain.MONTH, 6)),
            TimeRule.of("下(?:一)?" + GRAIN, (words, dates) -> new Ahead(grain(words.group(1)), 1)),
            TimeRule.of("明年", (words, dates) -> new Ahead(Grain.YEAR, 1)),
            TimeRule.of("明天", (words, dates) -> new Ahead(Grain.DAY, 1)),

            TimeRule.of("(?:与|和|跟|比)?(?:去年|上年|前一年)的?同期|(?:去年|上年)同[月季周]|同比", (words, dates) -> new Relative(new Shift(true, null))),
            TimeRule.of("前一个?(?:时期|周期|阶段)|上一?期|环比", (words, dates) -> new Relative(new Shift(false, null))),
            TimeRule.of("前一" + GRAIN, (words, dates) -> new Relative(new Shift(false, grain(words.group(1))))));

    private ChineseTime() {}

    private static @Nullable Integer year(@Nullable String figures) {
        return figures == null ? null : Integer.valueOf(figures);
    }

    private static Grain grain(String word) {
        return switch (word) {
            case "天", "日" -> Grain.DAY;
            case "周", "星期", "礼拜" -> Grain.WEEK;
            case "月" -> Grain.MONTH;
            case "季度", "季" -> Grain.QUARTER;
            case String year -> Grain.YEAR;
        };
    }

    /** 今年, 年初, 本月, 当季 …: the step that the word holds. */
    private static Grain current(String words) {
        var text = words.toLowerCase(Locale.ROOT);
        return text.contains("月") ? Grain.MONTH : text.contains("季") ? Grain.QUARTER : text.contains("周") ? Grain.WEEK : Grain.YEAR;
    }
}
