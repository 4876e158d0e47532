"""Questions over the sample company, first set: newest order 2025-12-12."""


def ask(q):
    english(q)
    english_crm(q)
    english_follow_ups(q)
    chinese(q)
    chinese_crm(q)
    chinese_follow_ups(q)
    beyond(q)


def english(q):
    q("rev last month", "{rev} | m='2025-11'", "2025-11")
    q("sales by rep last quarter", "rep, {rev} | qtr='2025-Q3' | rep", "2025-Q3")
    q("top 3 reps by revenue in 2024", "rep, {rev} | y='2024' | rep | order by 2 desc limit 3", "2024")
    q("coffee revenue in nov 2025", "{rev} | m='2025-11' and category='Coffee'", "2025-11")
    q("gross margin in q2 2025", "{margin} | qtr='2025-Q2'", "2025-Q2")
    q("margin rate by category 2024", "category, {margin_rate} | y='2024' and item='product' | category", "2024")
    q("avg discount rate last year", "{discount_rate} | y='2024'", "2024")
    q("how many orders thru the web shop in october", "{orders} | channel='Web shop' and m='2025-10'", "2025-10")
    q("which region sold the most in 2024", "region, {rev} | y='2024' | region | order by 2 desc limit 1", "2024", rows="any")
    q("bottom 5 products by revenue in q3 2025",
      "name, {rev} | qtr='2025-Q3' and {products} | code | order by 2 limit 5", "2025-Q3")
    q("customers with more than 65 orders in 2025", "customer_name, {orders} | y='2025' | customer | having {orders}>65 order by 2 desc",
      rows=True)
    q("avrage order value for hotels last month", "{aov} | type='Hotel' and m='2025-11'", "2025-11")
    q("revenue in london in q1 2025", "{rev} | city='London' and qtr='2025-Q1'", "2025-Q1")
    q("units sold of COF-101 last month", "{sold} | code='COF-101' and m='2025-11'", "2025-11")
    q("how much descaler did we sell in 2024, revenue", "{rev} | name='Descaler 5 l' and y='2024'", "2024")
    q("Nov 2025 revenue vs Nov 2024", "{rev} | m in ('2024-11','2025-11') | m")
    q("return rate of tableware last quarter", "{return_rate} | category='Tableware' and qtr='2025-Q3'", "2025-Q3")
    q("reveneu in denmark year to date", "{rev} | country='Denmark' and y='2025'", "2025-01-01..2025-12-12")
    q("share of revenue from the web shop in 2024",
      "round(1.0*sum(case when channel='Web shop' then amount end)/sum(amount),6) | y='2024'", "2024")
    q("countries with less than 40k revenue last quarter", "country, {rev} | qtr='2025-Q3' | country | having sum(amount)<400000000 order by 2",
      "2025-Q3", rows=True)
    q("revenue last 4 weeks by week", "{rev} | day between '2025-11-10' and '2025-12-07' | week", "2025-11-10..2025-12-07")
    q("average price of latte mug in 2025", "{price} | name like 'Latte Mug%' and y='2025'")


def english_crm(q):
    q("won value in 2024", "opp: {won} | y='2024'", "2024")
    q("win rate by rep, all time, top 3", "opp: rep, {win_rate} | outcome<>'open' | rep | order by 2 desc limit 3")
    q("open pipeline by region", "made: region, {pipeline} | outcome='open' | region")
    q("how many opportunities were created in september", "made: {opps} | m='2025-09'", "2025-09")
    q("campaign responses by campaign", "camp: campaign, {responses} | | campaign")
    q("avg rating in 2025", "fb: {rating} | y='2025'")


def english_follow_ups(q):
    q(["revenue of amelia hart last month", "and priya nair?"], "{rev} | rep='Priya Nair' and m='2025-11'", "2025-11")
    q(["top 5 products by revenue in 2025", "only the top 3"],
      "name, {rev} | y='2025' and {products} | code | order by 2 desc limit 3")
    q(["revenue in germany in q3", "by month instead"], "{rev} | country='Germany' and qtr='2025-Q3' | m", "2025-Q3")
    q(["coffee revenue last month", "compare with last year"], "{rev} | category='Coffee' and m in ('2024-11','2025-11') | m")
    q(["orders in november", "no, i meant october"], "{orders} | m='2025-10'", "2025-10")
    q(["revenue by region last quarter", "what about orders"], "region, {orders} | qtr='2025-Q3' | region", "2025-Q3")
    q(["revenue in france in 2024", "and in spain?", "margin rate too"], "{margin_rate} | country='Spain' and y='2024'", "2024")
    q(["how many new customers in 2024", "and in 2025?"], "{new} | y='2025'")
    q(["revenue by channel in october", "without the web shop"],
      "channel, {rev} | m='2025-10' and channel<>'Web shop' | channel", "2025-10")
    q(["win rate in 2024", "for niamh byrne"], "opp: {win_rate} | y='2024' and rep='Niamh Byrne'", "2024")
    q(["average rating last year", "by category"], "fb: category, {rating} | y='2024' | category", "2024")
    q(["top 3 customers last quarter by revenue", "and the bottom 3 reps?"],
      "rep, {rev} | qtr='2025-Q3' | rep | order by 2 limit 3", "2025-Q3")
    q(["hotel revenue in q2 2025", "q3?"], "{rev} | type='Hotel' and qtr='2025-Q3'", "2025-Q3")


def chinese(q):
    q("上个月卖了多少钱", "{rev} | m='2025-11'", "2025-11")
    q("上季度各销售代表的销售额", "rep, {rev} | qtr='2025-Q3' | rep", "2025-Q3")
    q("2024年业绩前三的销售代表,按销售额", "rep, {rev} | y='2024' | rep | order by 2 desc limit 3", "2024")
    q("咖啡品类10月份的销售额", "{rev} | category='Coffee' and m='2025-10'", "2025-10")
    q("去年的毛利率是多少", "{margin_rate} | y='2024'", "2024")
    q("2025年第二季度各品类的毛利", "category, {margin} | qtr='2025-Q2' and item='product' | category", "2025-Q2")
    q("德国上个月的订单数", "{orders} | country='Germany' and m='2025-11'", "2025-11")
    q("2025年11月销售额同比", "{rev} | m in ('2024-11','2025-11') | m")
    q("第三季度销售额环比第二季度", "{rev} | qtr in ('2025-Q2','2025-Q3') | qtr")
    q("前五大客户是谁,2024年的销售额", "customer_name, {rev} | y='2024' | customer | order by 2 desc limit 5", "2024")
    q("今年订单数超过65的客户", "customer_name, {orders} | y='2025' | customer | having {orders}>65 order by 2 desc", rows=True)
    q("上个月Web shop渠道的平均订单金额", "{aov} | channel='Web shop' and m='2025-11'", "2025-11")
    q("上季度的折扣率", "{discount_rate} | qtr='2025-Q3'", "2025-Q3")
    q("2024年退货率最高的品类", "category, {return_rate} | y='2024' and item='product' | category | order by 2 desc limit 1", "2024", rows="any")
    q("产品TEA-209在2025年第三季度的销量", "{sold} | code='TEA-209' and qtr='2025-Q3'", "2025-Q3")
    q("过去30天的销售额", "{rev} | day between '2025-11-13' and '2025-12-12'", "2025-11-13..2025-12-12")
    q("2025年6月1日到6月15日有多少订单", "{orders} | day between '2025-06-01' and '2025-06-15'", "2025-06-01..2025-06-15")
    q("伦敦客户2024年的销售额", "{rev} | city='London' and y='2024'", "2024")
    q("2023年每个季度的新客户数", "{new} | y='2023' | qtr", "2023")
    q("2025年12月5日的销售额", "{rev} | day='2025-12-05'", "2025-12-05")
    q("上周各渠道的订单数", "channel, {orders} | week='2025-12-01' | channel", "2025-12-01..2025-12-07")
    q("酒店客户占2024年销售额的比例", "round(1.0*sum(case when type='Hotel' then amount end)/sum(amount),6) | y='2024'", "2024")
    q("年初至今Benelux区域的销售额", "{rev} | region='Benelux' and y='2025'", "2025-01-01..2025-12-12")


def chinese_crm(q):
    q("去年赢单金额是多少", "opp: {won} | y='2024'", "2024")
    q("各销售代表的赢单率", "opp: rep, {win_rate} | outcome<>'open' | rep")
    q("现在在途商机金额有多少", "made: {pipeline} | outcome='open'")
    q("Spring Roast 2025活动有多少响应", "camp: {responses} | campaign='Spring Roast 2025'")
    q("各活动的响应率", "camp: campaign, {response_rate} | | campaign")
    q("2024年客户反馈的平均评分", "fb: {rating} | y='2024'", "2024")


def chinese_follow_ups(q):
    q(["Grace Whitlock上个月的销售额", "那Daniel Frost呢"], "{rev} | rep='Daniel Frost' and m='2025-11'", "2025-11")
    q(["上季度销售额", "按月看"], "{rev} | qtr='2025-Q3' | m", "2025-Q3")
    q(["2024年销售额前五的产品", "只看前三"], "name, {rev} | y='2024' and {products} | code | order by 2 desc limit 3", "2024")
    q(["荷兰第三季度的销售额", "换成订单数"], "{orders} | country='Netherlands' and qtr='2025-Q3'", "2025-Q3")
    q(["2025年10月的销售额", "去年同期呢"], "{rev} | m='2024-10'")
    q(["上个月Tableware的销售额", "不对,我是说Syrups & Sauces", "按国家看"],
      "country, {rev} | category='Syrups & Sauces' and m='2025-11' | country", "2025-11")
    q(["2024年各区域的销售额", "看毛利率"], "region, {margin_rate} | y='2024' | region", "2024")
    q(["第二季度的订单数", "只看Phone渠道"], "{orders} | channel='Phone' and qtr='2025-Q2'", "2025-Q2")
    q(["10月退货率", "11月呢"], "{return_rate} | m='2025-11'", "2025-11")
    q(["Restaurant客户上个月的销售额", "Café呢"], "{rev} | type='Café' and m='2025-11'", "2025-11")
    q(["2024年赢单金额", "按区域"], "opp: region, {won} | y='2024' and outcome='won' | region", "2024")
    q(["2024年的反馈数", "2023年呢"], "fb: {feedback} | y='2023'", "2023")
    q(["上个月销售额前三的国家", "除了英国"],
      "country, {rev} | m='2025-11' and country<>'United Kingdom' | country | order by 2 desc limit 3", "2025-11")


def beyond(q):
    q("who will win the election", status="out_of_scope")
    q("how many people will we hire next year", status="out_of_scope")
    q("quota attainment by rep", tool="query_metrics")
    q("revenue from customer Bluebottle Starship Ltd", status="empty|clarify")
    q("Amelia Hart的工资是多少", status="out_of_scope")
    q("竞争对手的咖啡豆卖多少钱", status="out_of_scope")
    q(["德国上个月的销售额", "那巴西呢"], status="empty|out_of_scope")
    q("2019年的销售额", status="empty")
    q("what's our returns policy?", tool="search_knowledge")
    q("segment our customers", tool="segment_customers")
    q("forecast coffee revenue for next quarter", tool="forecast")
    q("给客户C1326推荐什么产品", tool="recommend_products")
    q("你有哪些数据", tool="describe_data")
    q("最近有没有哪天的销售额不正常", tool="detect_anomalies")
