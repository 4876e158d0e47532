"""Questions over the sample company, second set, only scored: newest order 2025-12-12."""


def ask(q):
    english(q)
    english_crm(q)
    english_follow_ups(q)
    chinese(q)
    chinese_crm(q)
    chinese_follow_ups(q)
    beyond(q)


def english(q):
    q("what was turnover in september", "{rev} | m='2025-09'", "2025-09")
    q("revenue by channel in q1 2025", "channel, {rev} | qtr='2025-Q1' | channel", "2025-Q1")
    q("worst 3 reps last month by revenue", "rep, {rev} | m='2025-11' | rep | order by 2 limit 3", "2025-11")
    q("tableware revenue in 2023", "{rev} | category='Tableware' and y='2023'", "2023")
    q("margin rate last quarter", "{margin_rate} | qtr='2025-Q3'", "2025-Q3")
    q("top 3 categorys by gross margin in 2024", "category, {margin} | y='2024' and item='product' | category | order by 2 desc limit 3",
      "2024")
    q("orders by phone in june 2025", "{orders} | channel='Phone' and m='2025-06'", "2025-06")
    q("how many customers ordered in ireland last year", "{customers} | country='Ireland' and y='2024'", "2024")
    q("offices: average order value in 2024", "{aov} | type='Office' and y='2024'", "2024")
    q("top 5 customers of grace whitlock in 2024 by revenue",
      "customer_name, {rev} | y='2024' and rep='Grace Whitlock' | customer | order by 2 desc limit 5", "2024")
    q("revenue in leeds since july", "{rev} | city='Leeds' and day>='2025-07-01'", "2025-07-01..2025-12-12")
    q("units sold of hand soap in q2 2025", "{sold} | name='Hand Soap 5 l' and qtr='2025-Q2'", "2025-Q2")
    q("best 3 products by units sold in oct 2025", "name, {sold} | m='2025-10' and {products} | code | order by 2 desc limit 3", "2025-10")
    q("q3 2025 revenue against q3 2024", "{rev} | qtr in ('2024-Q3','2025-Q3') | qtr")
    q("revenue yesterday", "{rev} | day='2025-12-11'", "2025-12-11")
    q("return rate in nov 2025 by region", "region, {return_rate} | m='2025-11' | region", "2025-11")
    q("how much of 2023 revenue is from restaurants, in percent",
      "round(1.0*sum(case when type='Restaurant' then amount end)/sum(amount),6) | y='2023'", "2023")
    q("reps above 400k revenue in 2024", "rep, {rev} | y='2024' | rep | having sum(amount)>4000000000 order by 2 desc", "2024", rows=True)
    q("revenue between 5 may and 20 may 2025", "{rev} | day between '2025-05-05' and '2025-05-20'", "2025-05-05..2025-05-20")
    q("dicount rate in q1 2025", "{discount_rate} | qtr='2025-Q1'", "2025-Q1")
    q("average price of the french press in 2024", "{price} | name='French Press 8 Cup' and y='2024'", "2024")
    q("orders by weekday in 2024", "{orders} | y='2024' | wd", "2024")
    q("past 90 days revenue in the netherlands", "{rev} | country='Netherlands' and day between '2025-09-14' and '2025-12-12'",
      "2025-09-14..2025-12-12")


def english_crm(q):
    q("value of deals won by priya nair in 2025", "opp: {won} | rep='Priya Nair' and y='2025'")
    q("win rate last quarter", "opp: {win_rate} | qtr='2025-Q3'", "2025-Q3")
    q("whats in the open pipeline of owen sinclair", "made: {pipeline} | rep='Owen Sinclair' and outcome='open'")
    q("opportunities created per quarter in 2024", "made: {opps} | y='2024' | qtr", "2024")
    q("response rate of campaign Iced Summer 2024", "camp: {response_rate} | campaign='Iced Summer 2024'")
    q("avg rating for barista tools", "fb: {rating} | category='Barista Tools'")


def english_follow_ups(q):
    q(["revenue of hugo lefèvre in q3", "and mikkel holm?"], "{rev} | rep='Mikkel Holm' and qtr='2025-Q3'", "2025-Q3")
    q(["ten best customers in 2024 by revenue", "top 4 is enough"],
      "customer_name, {rev} | y='2024' | customer | order by 2 desc limit 4", "2024")
    q(["orders in uk south in 2024", "by quarter"], "{orders} | region='UK South' and y='2024' | qtr", "2024")
    q(["revenue in belgium in october", "compare to the year before"], "{rev} | country='Belgium' and m in ('2024-10','2025-10') | m")
    q(["revenue for cleaning & care last month", "no wait, cups & packaging"],
      "{rev} | category='Cups & Packaging' and m='2025-11'", "2025-11")
    q(["margin by region in 2023", "as a rate"], "region, {margin_rate} | y='2023' | region", "2023")
    q(["revenue of café customers in q2 2025", "restaurants?", "order count"],
      "{orders} | type='Restaurant' and qtr='2025-Q2'", "2025-Q2")
    q(["aov in 2023", "2024?"], "{aov} | y='2024'", "2024")
    q(["top 5 products in spain by revenue in 2024", "and in denmark?"],
      "name, {rev} | country='Denmark' and y='2024' and {products} | code | order by 2 desc limit 5", "2024")
    q(["revenue by country last quarter", "drop the uk"],
      "country, {rev} | qtr='2025-Q3' and country<>'United Kingdom' | country", "2025-Q3")
    q(["won value by rep in 2024", "only the best 3"], "opp: rep, {won} | y='2024' | rep | order by 2 desc limit 3", "2024")
    q(["feedback count in 2025", "what about the average rating"], "fb: {rating} | y='2025'")
    q(["how many orders last week", "and the week before that"], "{orders} | week='2025-11-24'", "2025-11-24..2025-11-30")


def chinese(q):
    q("9月份业绩怎么样,看销售额", "{rev} | m='2025-09'", "2025-09")
    q("2025年第一季度各区域销售额", "region, {rev} | qtr='2025-Q1' | region", "2025-Q1")
    q("上个月销售额倒数三名的销售代表", "rep, {rev} | m='2025-11' | rep | order by 2 limit 3", "2025-11")
    q("2023年法国的销售额", "{rev} | country='France' and y='2023'", "2023")
    q("Coffee品类上季度的毛利率", "{margin_rate} | category='Coffee' and qtr='2025-Q3'", "2025-Q3")
    q("2024年毛利最高的三个品类", "category, {margin} | y='2024' and item='product' | category | order by 2 desc limit 3", "2024")
    q("爱尔兰去年有多少客户下单", "{customers} | country='Ireland' and y='2024'", "2024")
    q("10月Field sales渠道的订单数", "{orders} | channel='Field sales' and m='2025-10'", "2025-10")
    q("2025年第三季度销售额同比如何", "{rev} | qtr in ('2024-Q3','2025-Q3') | qtr")
    q("10月订单数环比", "{orders} | m in ('2025-09','2025-10') | m")
    q("2024年销售额超过40万的销售代表有哪些", "rep, {rev} | y='2024' | rep | having sum(amount)>4000000000 order by 2 desc", "2024", rows=True)
    q("2025年9月销售额最高的五个产品", "name, {rev} | m='2025-09' and {products} | code | order by 2 desc limit 5", "2025-09")
    q("产品CLE-805去年卖了多少件", "{sold} | code='CLE-805' and y='2024'", "2024")
    q("昨天的订单数", "{orders} | day='2025-12-11'", "2025-12-11")
    q("最近90天德国的销售额", "{rev} | country='Germany' and day between '2025-09-14' and '2025-12-12'", "2025-09-14..2025-12-12")
    q("8月以来的销售额,按月", "{rev} | day>='2025-08-01' | m", "2025-08-01..2025-12-12")
    q("2024年3月5日到3月25日的销售额", "{rev} | day between '2024-03-05' and '2024-03-25'", "2024-03-05..2024-03-25")
    q("2024年第四季度折扣率", "{discount_rate} | qtr='2024-Q4'", "2024-Q4")
    q("Manchester客户今年的订单数", "{orders} | city='Manchester' and y='2025'")
    q("2024年每个月的新客户", "{new} | y='2024' | m", "2024")
    q("Web shop占2025年第三季度销售额的比重", "round(1.0*sum(case when channel='Web shop' then amount end)/sum(amount),6) | qtr='2025-Q3'",
      "2025-Q3")
    q("去年星期一到星期天各有多少订单", "{orders} | y='2024' | wd", "2024")
    q("Samuel Adeyemi去年最大的三个客户,按销售额", "customer_name, {rev} | y='2024' and rep='Samuel Adeyemi' | customer "
      "| order by 2 desc limit 3", "2024")
    q("客户Foxglove Inn今年的销售额", "{rev} | customer_name='Foxglove Inn' and y='2025'")


def chinese_crm(q):
    q("2025年Amelia Hart赢单金额", "opp: {won} | rep='Amelia Hart' and y='2025'")
    q("上季度赢单率", "opp: {win_rate} | qtr='2025-Q3'", "2025-Q3")
    q("各区域的在途商机金额", "made: region, {pipeline} | outcome='open' | region")
    q("去年新建了多少商机", "made: {opps} | y='2024'", "2024")
    q("Warm Drinks 2024活动的响应率", "camp: {response_rate} | campaign='Warm Drinks 2024'")
    q("各品类的平均评分", "fb: category, {rating} | | category")


def chinese_follow_ups(q):
    q(["Lena Brandt第三季度的销售额", "Bram Peeters呢"], "{rev} | rep='Bram Peeters' and qtr='2025-Q3'", "2025-Q3")
    q(["2024年的订单数", "分季度看"], "{orders} | y='2024' | qtr", "2024")
    q(["今年10月销售额前十的产品", "前四就行"], "name, {rev} | m='2025-10' and {products} | code | order by 2 desc limit 4", "2025-10")
    q(["丹麦去年的销售额", "改看毛利率"], "{margin_rate} | country='Denmark' and y='2024'", "2024")
    q(["2025年第三季度的订单数", "去年同期呢"], "{orders} | qtr='2024-Q3'")
    q(["Tableware品类9月的销售额", "不是,我要Barista Tools"], "{rev} | category='Barista Tools' and m='2025-09'", "2025-09")
    q(["上个月各渠道的销售额", "订单数呢"], "channel, {orders} | m='2025-11' | channel", "2025-11")
    q(["UK North去年的销售额", "UK South呢", "按季度"], "{rev} | region='UK South' and y='2024' | qtr", "2024")
    q(["5月的折扣率", "6月呢"], "{discount_rate} | m='2025-06'", "2025-06")
    q(["2024年各国的销售额", "不含英国,只看前三"],
      "country, {rev} | y='2024' and country<>'United Kingdom' | country | order by 2 desc limit 3", "2024")
    q(["2023年赢单率", "2024年呢"], "opp: {win_rate} | y='2024'", "2024")
    q(["上季度Hotel客户的平均订单金额", "Office呢"], "{aov} | type='Office' and qtr='2025-Q3'", "2025-Q3")
    q(["Spring Roast 2024的触达数", "响应数呢"], "camp: {responses} | campaign='Spring Roast 2024'")


def beyond(q):
    q("who is going to win the world cup", status="out_of_scope")
    q("average salary of our reps", status="out_of_scope")
    q(["revenue last month", "and in argentina?"], status="empty|out_of_scope")
    q("units sold of product XYZ-999", status="empty")
    q("how many visitors did our website have last month", status="out_of_scope")
    q("明年要招几个人", status="out_of_scope")
    q("销售目标完成率是多少", tool="query_metrics", note="quotas")
    q("客户「蓝鲸星际公司」今年的销售额", status="empty|clarify|out_of_scope")
    q("why did revenue fall from october to november 2025", tool="explain_change")
    q("what goes well with COF-101", tool="basket_rules")
    q("which customers might stop buying", tool="rank_customers")
    q("预测未来8周的销售额", tool="forecast")
    q("介绍一下客户C1093", tool="customer_profile")
    q("数据质量怎么样", tool="data_quality")
