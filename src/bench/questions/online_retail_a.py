"""Questions over UCI Online Retail, first set: newest order 2011-12-09."""


def ask(q):
    english(q)
    english_follow_ups(q)
    chinese(q)
    chinese_follow_ups(q)
    beyond(q)


def english(q):
    q("rev last month", "{rev} | m='2011-11'", "2011-11")
    q("how'd we do in Q3", "{rev} | qtr='2011-Q3'", "2011-Q3")
    q("what's our total revenue so far", "{rev}")
    q("top 3 skus by units in Nov", "name, {units} | m='2011-11' and {products} | code | order by 2 desc limit 3", "2011-11")
    q("how many orders came in in march", "{orders} | m='2011-03'", "2011-03")
    q("avg order value in the netherlands this year", "{aov} | country='Netherlands' and y='2011'")
    q("retrun rate q2 2011", "{return_rate} | qtr='2011-Q2'", "2011-Q2")
    q("revenue by quarter this year", "{rev} | y='2011' | qtr")
    q("top 5 countries outside the UK by revenue", "country, {rev} | country<>'United Kingdom' | country | order by 2 desc limit 5")
    q("customers with more than 50 orders", "customer, {orders} | customer is not null | customer | having {orders}>50 order by 2 desc",
      rows=True)
    q("wat was revenue in germany last quater", "{rev} | country='Germany' and qtr='2011-Q3'", "2011-Q3")
    q("new custmers in september", "{new} | m='2011-09'", "2011-09")
    q("revenue since september", "{rev} | day>='2011-09-01'", "2011-09-01..2011-12-09")
    q("units sold of 22423 in q1 2011", "{sold} | code='22423' and qtr='2011-Q1'", "2011-Q1")
    q("how much did customer 14911 spend in october", "{rev} | customer='14911' and m='2011-10'", "2011-10")
    q("revenue yesterday", "{rev} | day='2011-12-08'", "2011-12-08")
    q("revenue on 14 nov 2011", "{rev} | day='2011-11-14'", "2011-11-14")
    q("orders by weekday in october 2011", "{orders} | m='2011-10' | wd", "2011-10")
    q("past 30 days revenue", "{rev} | day between '2011-11-10' and '2011-12-09'", "2011-11-10..2011-12-09")
    q("bottom 3 countries by revenue in 2011", "country, {rev} | y='2011' | country | order by 2 limit 3")
    q("compare revenue october vs november", "{rev} | m in ('2011-10','2011-11') | m")
    q("what share of 2011 revenue came from the netherlands",
      "round(1.0*sum(case when country='Netherlands' then amount end)/sum(amount),6) | y='2011'")
    q("top 5 customers in germany by revenue", "customer, {rev} | country='Germany' and customer is not null | customer "
      "| order by 2 desc limit 5")
    q("montly revenue 2011 without the uk", "{rev} | y='2011' and country<>'United Kingdom' | m")
    q("revenue between 1 march and 15 april 2011", "{rev} | day between '2011-03-01' and '2011-04-15'", "2011-03-01..2011-04-15")
    q("orders for regency cakestand in october", "{orders} | code='22423' and m='2011-10'", "2011-10",
      alike="{orders} | description like '%regency cakestand%' and m='2011-10'")


def english_follow_ups(q):
    q(["revenue by month 2011", "just france"], "{rev} | y='2011' and country='France' | m")
    q(["top 3 customers by revenue in 2011", "by orders instead"],
      "customer, {orders} | y='2011' and customer is not null | customer | order by 2 desc limit 3")
    q(["revenue in france last month", "and in spain?"], "{rev} | country='Spain' and m='2011-11'", "2011-11")
    q(["top 5 products by revenue in october", "only the top 3"],
      "name, {rev} | m='2011-10' and {products} | code | order by 2 desc limit 3", "2011-10")
    q(["revenue in q1 2011", "what about orders"], "{orders} | qtr='2011-Q1'", "2011-Q1")
    q(["revenue in belgium in q3", "no, i meant switzerland"], "{rev} | country='Switzerland' and qtr='2011-Q3'", "2011-Q3")
    q(["revenue in november", "compare with the month before"], "{rev} | m in ('2011-10','2011-11') | m")
    q(["orders last week", "and the week before?"], "{orders} | day between '2011-11-21' and '2011-11-27'", "2011-11-21..2011-11-27")
    q(["revenue in q3 2011", "by month instead"], "{rev} | qtr='2011-Q3' | m", "2011-Q3")
    q(["rev last quarter", "in the uk only", "what about orders"], "{orders} | country='United Kingdom' and qtr='2011-Q3'", "2011-Q3")
    q(["average order value in october", "and november?"], "{aov} | m='2011-11'", "2011-11")
    q(["top 3 countries by revenue in may 2011", "without the uk"],
      "country, {rev} | m='2011-05' and country<>'United Kingdom' | country | order by 2 desc limit 3", "2011-05")
    q(["revenue of rabbit night light in november", "units sold?"], "{sold} | code='23084' and m='2011-11'", "2011-11")


def chinese(q):
    q("上个月法国卖了多少钱", "{rev} | country='France' and m='2011-11'", "2011-11")
    q("今年销售额多少", "{rev} | y='2011'")
    q("前五大客户是谁,按销售额", "customer, {rev} | customer is not null | customer | order by 2 desc limit 5")
    q("2011年10月有多少订单", "{orders} | m='2011-10'", "2011-10")
    q("11月销售额环比怎么样", "{rev} | m in ('2011-10','2011-11') | m")
    q("上季度退货率", "{return_rate} | qtr='2011-Q3'", "2011-Q3")
    q("最近7天的销售额", "{rev} | day between '2011-12-03' and '2011-12-09'", "2011-12-03..2011-12-09")
    q("德国2011年每个季度的订单数", "{orders} | country='Germany' and y='2011' | qtr")
    q("9月份卖得最好的三个产品,按销售额排", "name, {rev} | m='2011-09' and {products} | code | order by 2 desc limit 3", "2011-09")
    q("除了英国,哪五个国家销售额最高?2011年", "country, {rev} | y='2011' and country<>'United Kingdom' | country | order by 2 desc limit 5")
    q("第二季度有多少客户下过单", "{customers} | qtr='2011-Q2'", "2011-Q2")
    q("8月新客户有几个", "{new} | m='2011-08'", "2011-08")
    q("平均订单金额,按月,2011年", "{aov} | y='2011' | m")
    q("荷兰的销售额占总销售额的比例", "round(1.0*sum(case when country='Netherlands' then amount end)/sum(amount),6)")
    q("7月以来的订单数", "{orders} | day>='2011-07-01'", "2011-07-01..2011-12-09")
    q("2011年3月1日到3月15日的销售额", "{rev} | day between '2011-03-01' and '2011-03-15'", "2011-03-01..2011-03-15")
    q("上周卖了多少钱", "{rev} | week='2011-11-28'", "2011-11-28..2011-12-04")
    q("客户14646在第三季度买了多少钱", "{rev} | customer='14646' and qtr='2011-Q3'", "2011-Q3")
    q("销售额超过10万的国家有哪些", "country, {rev} | | country | having sum(amount)>1000000000 order by 2 desc", rows=True)
    q("2011年11月退货金额", "{returns} | m='2011-11'", "2011-11")
    q("产品85123A今年的销量", "{sold} | code='85123A' and y='2011'")
    q("每个星期几的销售额,2011年11月", "{rev} | m='2011-11' | wd", "2011-11")
    q("对比法国和德国2011年的销售额", "{rev} | y='2011' and country in ('France','Germany') | country")
    q("昨天有多少单", "{orders} | day='2011-12-08'", "2011-12-08")


def chinese_follow_ups(q):
    q(["德国上个月销售额", "那西班牙呢"], "{rev} | country='Spain' and m='2011-11'", "2011-11")
    q(["2011年第三季度销售额", "按月看"], "{rev} | qtr='2011-Q3' | m", "2011-Q3")
    q(["10月销售额前五的产品", "只看前三"], "name, {rev} | m='2011-10' and {products} | code | order by 2 desc limit 3", "2011-10")
    q(["法国第二季度的销售额", "换成订单数"], "{orders} | country='France' and qtr='2011-Q2'", "2011-Q2")
    q(["9月的平均订单金额", "10月呢"], "{aov} | m='2011-10'", "2011-10")
    q(["上个月英国的销售额", "订单数呢", "换成爱尔兰"], "{orders} | country='EIRE' and m='2011-11'", "2011-11")
    q(["2011年各国销售额前五", "不要英国"], "country, {rev} | y='2011' and country<>'United Kingdom' | country | order by 2 desc limit 5")
    q(["11月的退货率", "跟前一个月比呢"], "{return_rate} | m in ('2011-10','2011-11') | m")
    q(["挪威2011年的销售额", "不对,我是说瑞典"], "{rev} | country='Sweden' and y='2011'")
    q(["上周的订单数", "按天看"], "{orders} | week='2011-11-28' | day", "2011-11-28..2011-12-04")
    q(["客户12415今年的销售额", "他下了几单"], "{orders} | customer='12415' and y='2011'")
    q(["6月新客户有多少", "7月呢", "8月呢"], "{new} | m='2011-08'", "2011-08")
    q(["2011年10月按国家的销售额前三", "11月呢"], "country, {rev} | m='2011-11' | country | order by 2 desc limit 3", "2011-11")


def beyond(q):
    q("whats the weather in london tomorrow", status="out_of_scope")
    q("revenue from customer 99999", status="empty")
    q("margin rate in november", status="out_of_scope", note="no costs")
    q(["revenue in october", "by sales rep"], status="out_of_scope", note="no reps")
    q("竞争对手的价格是多少", status="out_of_scope")
    q("墨西哥的销售额", status="empty|out_of_scope")
    q(["上个月销售额", "那2009年3月呢"], status="empty")
    q("sales rep salaries", status="out_of_scope")
    q("forecast revenue for the next 4 weeks", tool="forecast")
    q("why was november so much better than october?", tool="explain_change")
    q("哪些客户快流失了", tool="rank_customers")
    q("买了22423的人还会买什么", tool="basket_rules")
