"""Questions over the sample company, eighth set, only scored, what reps and managers type most days: newest order 2025-12-12."""


def ask(q):
    field_rep(q)
    key_accounts(q)
    team_leader(q)
    order_desk(q)
    range_manager(q)
    waiqin(q)
    xiaoshou_jingli(q)
    kefu(q)
    shichang(q)


def field_rep(q):
    q("Exeter revenue in November?", "{rev} | city='Exeter' and m='2025-11'", "2025-11")
    q("On my way to Hotel Miel. What revenue have we done with them since July?", "{rev} | customer='C1543' and day>='2025-07-01'")
    q("how many orders did Thistle Café Manchester place last quarter", "{orders} | customer='C1697' and qtr='2025-Q3'", "2025-Q3",
      alike="{orders} | customer_name='Thistle Café Manchester' and qtr='2025-Q3'")
    q("half an hour to kill in Cardiff before my next visit, how many customers there ordered from us in october",
      "{customers} | city='Cardiff' and m='2025-10'", "2025-10")
    q(["Newcastle sales q3", "and Liverpool"], "{rev} | city='Liverpool' and qtr='2025-Q3'", "2025-Q3")
    q(["top 3 hotels in London this year by revenue", "what about Amsterdam"], "customer_name, {rev} | city='Amsterdam' and type='Hotel' and y='2025' "
      "| customer | order by 2 desc limit 3")
    q("meeting Bistro Rosa Hamburg tomorrow morning, what could i offer them", tool="recommend_products")
    q("who is the head chef at The Riverside Kitchen now", status="clarify|out_of_scope|empty", note="no contact persons")


def key_accounts(q):
    q("revenue with Foxglove Inn in September", "{rev} | customer='C1093' and m='2025-09'", "2025-09")
    q("average order value for hotels last month", "{aov} | type='Hotel' and m='2025-11'", "2025-11")
    q("Could you give me a short overview of The Marigold Hotel? I'm calling them at eleven.", tool="customer_profile")
    q(["revenue and orders of Grand Hotel Anker this year", "same two figures for Beacon House Hotel please"],
      "{rev}, {orders} | customer='C1362' and y='2025'")
    q("which accounts are we likely to lose", tool="rank_customers")


def team_leader(q):
    q("revenue by rep in october", "rep, {rev} | m='2025-10' | rep", "2025-10")
    q("I've got the Monday call in ten minutes - revenue, orders and average order value for last week please",
      "{rev}, {orders}, {aov} | week='2025-12-01'", "2025-12-01..2025-12-07")
    q(["win rate for Grace this year", "and Daniel"], "opp: {win_rate} | rep='Daniel Frost' and y='2025'")
    q("Which 3 reps have the highest won value this year?", "opp: rep, {won} | y='2025' | rep | order by 2 desc limit 3")
    q(["UK South orders last week", "UK North too", "and revenue for both"],
      "region, {rev} | region in ('UK South','UK North') and week='2025-12-01' | region", "2025-12-01..2025-12-07")
    q(["revenue october", "november?", "why is it down"], tool="explain_change")
    q("are we on track for the target this quarter", tool="quota_outlook")
    q("how much commission does Niamh get for November", status="clarify|out_of_scope|empty", note="no commission")


def order_desk(q):
    q("web shop orders on monday", "{orders} | channel='Web shop' and day='2025-12-08'", "2025-12-08")
    q("customer on the line wants to send back a grinder, what's our returns policy", tool="search_knowledge")
    q(["how many COF-103 did we sell in november", "and COF-104", "october for the two of them"],
      "{sold} | code in ('COF-103','COF-104') and m='2025-10' | code", "2025-10")
    q("has Café Alba paid the invoice from november", status="clarify|out_of_scope|empty", note="no payments")


def range_manager(q):
    q("3 best selling syrups and sauces last quarter, by units", "name, {sold} | category='Syrups & Sauces' and qtr='2025-Q3' and {products} | code "
      "| order by 2 desc limit 3", "2025-Q3")
    q(["average rating of Tableware this year", "last year?"], "fb: {rating} | category='Tableware' and y='2024'", "2024")


def waiqin(q):
    q("利兹上个月销售额多少", "{rev} | city='Leeds' and m='2025-11'", "2025-11")
    q("我在去Bistro Alba的路上,他们今年下了几单", "{orders} | customer='C1028' and y='2025'",
      alike="{orders} | customer_name='Bistro Alba' and y='2025'")
    q(["Cork十月销售额", "都柏林呢"], "{rev} | city='Dublin' and m='2025-10'", "2025-10")
    q(["曼彻斯特三季度销售额前三的客户", "格拉斯哥的呢"], "customer_name, {rev} | city='Glasgow' and qtr='2025-Q3' | customer "
      "| order by 2 desc limit 3", "2025-Q3")
    q("明天第一次去拜访C1161,先给我讲讲这个客户的情况", tool="customer_profile")
    q("The Wren Bakery Café还可以给他们推荐什么", tool="recommend_products")
    q("Hotel Fjord的老板喜欢喝什么酒", status="clarify|out_of_scope|empty")


def xiaoshou_jingli(q):
    q("上周一共多少单,销售额多少", "{orders}, {rev} | week='2025-12-01'", "2025-12-01..2025-12-07")
    q("Bram和Sanne十月份各做了多少销售额", "rep, {rev} | rep in ('Bram Peeters','Sanne de Wit') and m='2025-10' | rep", "2025-10")
    q("三季度毛利率按区域看一下", "region, {margin_rate} | qtr='2025-Q3' | region", "2025-Q3")
    q(["UK South三季度销售额", "跟去年三季度比呢"], "{rev} | region='UK South' and qtr in ('2025-Q3','2024-Q3') | qtr")
    q(["11月各渠道订单数", "换成销售额"], "channel, {rev} | m='2025-11' | channel", "2025-11")
    q(["Benelux 9月销售额", "10月的", "怎么变化这么大,什么原因"], tool="explain_change")
    q("老板在问,接下来两个月销售额预计能有多少", tool="forecast")
    q("下周的团队会议订在哪个会议室", status="clarify|out_of_scope|empty")


def kefu(q):
    q("前天有多少订单", "{orders} | day='2025-12-10'", "2025-12-10")
    q("荷兰和比利时三季度各有多少客户下过单", "country, {customers} | country in ('Netherlands','Belgium') and qtr='2025-Q3' | country", "2025-Q3")
    q(["酒店客户11月销售额", "占总销售额的多少"], "round(1.0*sum(case when type='Hotel' then amount end)/sum(amount),6) | m='2025-11'", "2025-11")
    q(["TEA-201上个月卖了多少盒", "TEA-202呢", "这两个的销售额也给我"], "{rev} | code in ('TEA-201','TEA-202') and m='2025-11' | code", "2025-11")


def shichang(q):
    q(["三季度毛利最高的三个品类", "二季度呢"], "category, {margin} | qtr='2025-Q2' | category | order by 2 desc limit 3", "2025-Q2")
    q("Iced Summer 2025的响应率是多少", "camp: {response_rate} | campaign='Iced Summer 2025'")
    q(["机器和磨豆机这类今年每个月的销售额", "只看三季度"], "{rev} | category='Machines & Grinders' and qtr='2025-Q3' | m", "2025-Q3")
    q("买COF-101的客户一般还会一起买什么", tool="basket_rules")
