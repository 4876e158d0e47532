"""Questions over UCI Online Retail, second set, only scored: newest order 2011-12-09."""


def ask(q):
    english(q)
    english_follow_ups(q)
    chinese(q)
    chinese_follow_ups(q)
    beyond(q)


def english(q):
    q("how were sales in october", "{rev} | m='2011-10'", "2011-10")
    q("sales in the first quarter of 2011", "{rev} | qtr='2011-Q1'", "2011-Q1")
    q("order count for july 2011", "{orders} | m='2011-07'", "2011-07")
    q("5 best products by revenue in Q3 2011", "name, {rev} | qtr='2011-Q3' and {products} | code | order by 2 desc limit 5", "2011-Q3")
    q("aov last quarter", "{aov} | qtr='2011-Q3'", "2011-Q3")
    q("how many ppl bought from us in november", "{customers} | m='2011-11'", "2011-11")
    q("return rate by quarter 2011", "{return_rate} | y='2011' | qtr")
    q("revenue since june", "{rev} | day>='2011-06-01'", "2011-06-01..2011-12-09")
    q("revenue in the last 2 quarters", "{rev} | qtr in ('2011-Q2','2011-Q3')", "2011-04-01..2011-09-30")
    q("last 3 months revenue, month by month", "{rev} | m in ('2011-09','2011-10','2011-11') | m", "2011-09-01..2011-11-30")
    q("orders in the past 14 days", "{orders} | day between '2011-11-26' and '2011-12-09'", "2011-11-26..2011-12-09")
    q("revenue from 10 to 20 november 2011", "{rev} | day between '2011-11-10' and '2011-11-20'", "2011-11-10..2011-11-20")
    q("revenue on 2011-09-20", "{rev} | day='2011-09-20'", "2011-09-20")
    q("top 4 contries by number of orders in 2011", "country, {orders} | y='2011' | country | order by 2 desc limit 4")
    q("revenue in australia this year", "{rev} | country='Australia' and y='2011'")
    q("which customers have revenue above 100,000", "customer, {rev} | customer is not null | customer "
      "| having sum(amount)>1000000000 order by 2 desc", rows=True)
    q("months with more than 1 million revenue", "{rev} | | m | having sum(amount)>10000000000", rows=True)
    q("germany vs spain orders in q2 2011", "{orders} | qtr='2011-Q2' and country in ('Germany','Spain') | country")
    q("gross revenue august 2011", "{gross} | m='2011-08'", "2011-08")
    q("value of returns in september", "{returns} | m='2011-09'", "2011-09")
    q("avg price of jumbo bag red retrospot in 2011", "{price} | code='85099B' and y='2011'")
    q("how many units of popcorn holder were sold in october", "{sold} | code='22197' and m='2011-10'", "2011-10")
    q("3 weakest countries by revenue in october", "country, {rev} | m='2011-10' | country | order by 2 limit 3", "2011-10")
    q("what % of orders in 2011 came from germany",
      "round(1.0*count(distinct case when kind='sale' and country='Germany' then invoice end)/{orders},6) | y='2011'")
    q("revenue by weekday in q2 2011", "{rev} | qtr='2011-Q2' | wd", "2011-Q2")
    q("did septembr beat august? revenue", "{rev} | m in ('2011-08','2011-09') | m")
    q("new customers in q3 by month", "{new} | qtr='2011-Q3' | m", "2011-Q3")
    q("weekly revenue in october 2011", "{rev} | m='2011-10' | week", "2011-10")


def english_follow_ups(q):
    q(["rev in belgium in q2", "how about portugal"], "{rev} | country='Portugal' and qtr='2011-Q2'", "2011-Q2")
    q(["10 biggest customers by revenue in 2011", "just the top 4"],
      "customer, {rev} | y='2011' and customer is not null | customer | order by 2 desc limit 4")
    q(["how many orders in june", "and revenue?"], "{rev} | m='2011-06'", "2011-06")
    q(["revenue in sweden last month", "sorry, i meant norway"], "{rev} | country='Norway' and m='2011-11'", "2011-11")
    q(["revenue in july", "vs the month before"], "{rev} | m in ('2011-06','2011-07') | m")
    q(["revenue last week", "by day please"], "{rev} | week='2011-11-28' | day", "2011-11-28..2011-12-04")
    q(["orders in q2 2011", "split by month"], "{orders} | qtr='2011-Q2' | m", "2011-Q2")
    q(["return rate in may", "june?", "and july?"], "{return_rate} | m='2011-07'", "2011-07")
    q(["top 5 products by units in august 2011", "same for september"],
      "name, {units} | m='2011-09' and {products} | code | order by 2 desc limit 5", "2011-09")
    q(["revenue of customer 14646 by quarter 2011", "and customer 14156"], "{rev} | customer='14156' and y='2011' | qtr")
    q(["revenue in germany last quarter", "average order value instead"], "{aov} | country='Germany' and qtr='2011-Q3'", "2011-Q3")
    q(["top 5 countries by revenue in september 2011", "leave out the uk and germany"],
      "country, {rev} | m='2011-09' and country not in ('United Kingdom','Germany') | country | order by 2 desc limit 5", "2011-09")
    q(["sales in eire in march", "what about the netherlands", "number of orders"],
      "{orders} | country='Netherlands' and m='2011-03'", "2011-03")
    q(["units sold of 85123A in october", "and 22423?"], "{sold} | code='22423' and m='2011-10'", "2011-10")


def chinese(q):
    q("2011年5月的销售额是多少", "{rev} | m='2011-05'", "2011-05")
    q("上季度一共多少订单", "{orders} | qtr='2011-Q3'", "2011-Q3")
    q("第一季度荷兰的销售额", "{rev} | country='Netherlands' and qtr='2011-Q1'", "2011-Q1")
    q("销售额最高的四个国家,2011年第二季度", "country, {rev} | qtr='2011-Q2' | country | order by 2 desc limit 4", "2011-Q2")
    q("销售额最低的3个国家", "country, {rev} | | country | order by 2 limit 3")
    q("8月销量前五的产品", "name, {sold} | m='2011-08' and {products} | code | order by 2 desc limit 5", "2011-08")
    q("近三个月的销售额,逐月列出", "{rev} | m in ('2011-09','2011-10','2011-11') | m", "2011-09-01..2011-11-30")
    q("过去14天有多少订单", "{orders} | day between '2011-11-26' and '2011-12-09'", "2011-11-26..2011-12-09")
    q("上周每天的销售额", "{rev} | week='2011-11-28' | day", "2011-11-28..2011-12-04")
    q("2011年9月20日那天卖了多少钱", "{rev} | day='2011-09-20'", "2011-09-20")
    q("4月以来法国的销售额", "{rev} | country='France' and day>='2011-04-01'", "2011-04-01..2011-12-09")
    q("今年英国以外的订单数", "{orders} | country<>'United Kingdom' and y='2011'")
    q("6月份的退货率多高", "{return_rate} | m='2011-06'", "2011-06")
    q("哪些客户下单超过60次", "customer, {orders} | customer is not null | customer | having {orders}>60 order by 2 desc", rows=True)
    q("4月有多少个新客户", "{new} | m='2011-04'", "2011-04")
    q("2011年各季度的客户数", "{customers} | y='2011' | qtr")
    q("瑞士和比利时2011年的销售额对比一下", "{rev} | y='2011' and country in ('Switzerland','Belgium') | country")
    q("9月销售额环比", "{rev} | m in ('2011-08','2011-09') | m")
    q("2011年德国的销售额占比", "round(1.0*sum(case when country='Germany' then amount end)/sum(amount),6) | y='2011'")
    q("上个月每笔订单平均金额", "{aov} | m='2011-11'", "2011-11")
    q("产品84879第三季度销量多少", "{sold} | code='84879' and qtr='2011-Q3'", "2011-Q3")
    q("10月毛销售额", "{gross} | m='2011-10'", "2011-10")
    q("客户12748在11月下了多少单", "{orders} | customer='12748' and m='2011-11'", "2011-11")
    q("2011年8月按星期几看订单数", "{orders} | m='2011-08' | wd", "2011-08")
    q("从2011年7月10日到7月25日的订单数", "{orders} | day between '2011-07-10' and '2011-07-25'", "2011-07-10..2011-07-25")
    q("西班牙今年买得最多的三个客户,按销售额", "customer, {rev} | country='Spain' and y='2011' and customer is not null | customer "
      "| order by 2 desc limit 3")


def chinese_follow_ups(q):
    q(["意大利第三季度卖了多少钱", "葡萄牙呢"], "{rev} | country='Portugal' and qtr='2011-Q3'", "2011-Q3")
    q(["2011年第二季度销售额", "按月拆开"], "{rev} | qtr='2011-Q2' | m", "2011-Q2")
    q(["2011年前十大客户,按销售额", "只要前四个"],
      "customer, {rev} | y='2011' and customer is not null | customer | order by 2 desc limit 4")
    q(["7月的销售额", "改成订单数"], "{orders} | m='2011-07'", "2011-07")
    q(["日本今年的销售额", "说错了,是澳大利亚"], "{rev} | country='Australia' and y='2011'")
    q(["第二季度的退货率", "第三季度呢"], "{return_rate} | qtr='2011-Q3'", "2011-Q3")
    q(["10月德国的订单数", "法国呢", "销售额呢"], "{rev} | country='France' and m='2011-10'", "2011-10")
    q(["8月的销售额", "跟7月比一下"], "{rev} | m in ('2011-07','2011-08') | m")
    q(["9月销售额前五的国家", "去掉英国"], "country, {rev} | m='2011-09' and country<>'United Kingdom' | country | order by 2 desc limit 5",
      "2011-09")
    q(["5月客户数", "新客户呢"], "{new} | m='2011-05'", "2011-05")
    q(["产品22423上个月的销量", "那85099B呢"], "{sold} | code='85099B' and m='2011-11'", "2011-11")
    q(["上个月的销售额", "按周看"], "{rev} | m='2011-11' | week", "2011-11")


def beyond(q):
    q("what will the pound be worth next year", status="out_of_scope")
    q("discount rate last month", status="out_of_scope", note="no discounts")
    q("win rate in q3", status="out_of_scope", note="no opportunities")
    q(["revenue last quarter", "split it by sales region"], status="out_of_scope|clarify", note="no regions")
    q("sales to customer 88888 in 2011", status="empty")
    q("明天会下雨吗", status="out_of_scope")
    q("11月的毛利率", status="out_of_scope", note="no costs")
    q(["上季度销售额", "秘鲁呢"], status="empty|out_of_scope")
    q("which customers are likely to churn", tool="rank_customers")
    q("unusual days in october revenue?", tool="detect_anomalies")
    q("预测下个月的销售额", tool="forecast")
    q("把客户分成几类", tool="segment_customers")
