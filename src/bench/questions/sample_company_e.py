"""Questions over the sample company, fifth set, only scored, as sales people type them on an ordinary day: newest order 2025-12-12."""


def ask(q):
    field_rep(q)
    team_lead(q)
    key_accounts(q)
    category_desk(q)
    marketing(q)
    yewu(q)
    zhuguan(q)
    dakehu(q)
    pinlei(q)
    shichang(q)


def field_rep(q):
    q("leeds sales last month", "{rev} | city='Leeds' and m='2025-11'", "2025-11")
    q("how many ordrs did we get from dublin in october", "{orders} | city='Dublin' and m='2025-10'", "2025-10")
    q("top 5 customers in Spain this year by revenue", "customer_name, {rev} | country='Spain' and y='2025' | customer | order by 2 desc limit 5")
    q("how much did Foxglove Inn order last quarter, in pounds", "{rev} | customer='C1093' and qtr='2025-Q3'", "2025-Q3")
    q("tell me about Hotel Miel before i call them", tool="customer_profile")
    q("how many days does a customer have to send something back", tool="search_knowledge")
    q(["Edinburgh revenu in q3", "and glasgow"], "{rev} | city='Glasgow' and qtr='2025-Q3'", "2025-Q3")
    q(["sales to Grand Hotel Anker this year", "and last year?"], "{rev} | customer='C1161' and y='2024'", "2024")
    q(["what did Brasserie Anker spend in 2024", "top 3 products they bought, by revenue", "and this year"],
      "name, {rev} | customer='C1700' and y='2025' and {products} | code | order by 2 desc limit 3")
    q(["top 5 customers in november by revenue", "just leeds", "and manchester?", "how many orders did each of them make"],
      "customer_name, {orders} | m='2025-11' and city='Manchester' and customer in (select customer from l where m='2025-11' and "
      "city='Manchester' group by 1 order by sum(amount) desc limit 5) | customer", "2025-11", rows=True)
    q("book me a meeting with Hotel Fjord on tuesday", status="out_of_scope")


def team_lead(q):
    q("sales per rep in november", "rep, {rev} | m='2025-11' | rep", "2025-11")
    q("whos the best rep this year by orders", "rep, {orders} | y='2025' | rep | order by 2 desc limit 1", rows="any")
    q("Are we going to hit our target this quarter?", tool="quota_outlook")
    q("revenue oct vs nov by region", "region, {rev} | m in ('2025-10','2025-11') | region, m")
    q(["win rate last quater", "and the won value"], "opp: {won} | qtr='2025-Q3'", "2025-Q3")
    q("which rep has the most in open pipeline", "made: rep, {pipeline} | outcome='open' | rep | order by 2 desc limit 1", rows="any")
    q(["how did priya do in october, sales", "and november", "her orders too pls"], "{rev}, {orders} | rep='Priya Nair' and m='2025-11'", "2025-11")
    q(["UK South revenue last quarter", "vs the year before", "why is that"], tool="explain_change")
    q(["Sales last month", "by region", "only UK North", "split by rep", "and how was that in october"],
      "rep, {rev} | region='UK North' and m='2025-10' | rep", "2025-10")
    q(["Grace sales in q3", "and Daniel", "what about their margin rates"],
      "rep, {margin_rate} | rep in ('Grace Whitlock','Daniel Frost') and qtr='2025-Q3' | rep", "2025-Q3")
    q("how many sick days did the team have in november", status="out_of_scope")


def key_accounts(q):
    q("Which hotels bought for more than 10,000 last quarter?", "customer_name, {rev} | type='Hotel' and qtr='2025-Q3' | customer "
      "| having sum(amount)>100000000", "2025-Q3", rows=True)
    q("customers most likely to churn", tool="rank_customers")
    q("what should i offer Larkspur Inn next", tool="recommend_products")
    q("average order value hotels vs restaurants last month", "type, {aov} | type in ('Hotel','Restaurant') and m='2025-11' | type", "2025-11")
    q(["Hotel revenue by quarter in 2024", "cafes as well"], "type, {rev} | type in ('Hotel','Café') and y='2024' | type, qtr", "2024")
    q(["10 biggest customers last year", "without hotels", "just the first 5"],
      "customer_name, {rev} | type<>'Hotel' and y='2024' | customer | order by 2 desc limit 5", "2024")
    q("has Beacon House Hotel paid its november invoices", status="out_of_scope", note="no payments")


def category_desk(q):
    q("top 5 products last month by units sold", "name, {sold} | m='2025-11' and {products} | code | order by 2 desc limit 5", "2025-11")
    q("margin rate per category last quarter", "category, {margin_rate} | qtr='2025-Q3' and category is not null | category", "2025-Q3")
    q("how many caramel syrup did we sell in nov", "{sold} | code='SYR-302' and m='2025-11'", "2025-11",
      alike="{sold} | name like '%caramel syrup%' and m='2025-11'")
    q("forecast coffee sales for the next 3 months", tool="forecast")
    q("what do people buy with the French Press 8 Cup", tool="basket_rules")
    q(["coffee revenue in october", "tea & chocolate?"], "{rev} | category='Tea & Chocolate' and m='2025-10'", "2025-10")
    q("what price do our competitors take for paper cups", status="out_of_scope")


def marketing(q):
    q("response rate of Spring Roast 2025", "camp: {response_rate} | campaign='Spring Roast 2025'")
    q("Web shop orders in november", "{orders} | channel='Web shop' and m='2025-11'", "2025-11")
    q("new customers per quarter in 2024", "{new} | y='2024' | qtr", "2024")
    q(["average rating of tableware in 2024", "how much feedback is that based on"], "fb: {feedback} | category='Tableware' and y='2024'", "2024")


def yewu(q):
    q("曼彻斯特上个月销售额多少", "{rev} | city='Manchester' and m='2025-11'", "2025-11")
    q("这个月到现在一共多少单", "{orders} | m='2025-12'")
    q("荷兰今年买得最多的5个客户,看金额", "customer_name, {rev} | country='Netherlands' and y='2025' | customer | order by 2 desc limit 5")
    q("C1322上季度下了几次单", "{orders} | customer='C1322' and qtr='2025-Q3'", "2025-Q3")
    q("明天拜访Grand Hotel Anker,先介绍下这个客户", tool="customer_profile")
    q("客户想退货,一般几天内可以退", tool="search_knowledge")
    q(["都柏林10月的销售额", "那11月呢"], "{rev} | city='Dublin' and m='2025-11'", "2025-11")
    q(["伦敦第三季度有多少客户下单", "利兹呢", "销售额分别是多少"], "city, {rev} | city in ('London','Leeds') and qtr='2025-Q3' | city", "2025-Q3")
    q(["Hotel Fjord今年的销售额", "去年呢", "他们去年买了哪些东西,按金额前五", "第一个一共卖给他们多少件"],
      "{sold} | customer='C1401' and y='2024' and code=(select code from l where customer='C1401' and y='2024' and {products} group by 1 "
      "order by sum(amount) desc limit 1)", "2024")
    q("帮我约一下Brasserie Anker的采购经理吃饭", status="out_of_scope")


def zhuguan(q):
    q("三季度每个业务员的销售额", "rep, {rev} | qtr='2025-Q3' | rep", "2025-Q3")
    q("这个季度目标能完成吗", tool="quota_outlook")
    q("上个月各区域的订单数", "region, {orders} | m='2025-11' | region", "2025-11")
    q("第二季度赢单金额是多少", "opp: {won} | qtr='2025-Q2'", "2025-Q2")
    q("现在还有多少未结商机金额", "made: {pipeline} | outcome='open'")
    q("预测一下未来两个月的销售额", tool="forecast")
    q(["Owen上个月业绩怎么样,看销售额", "跟10月比呢"], "{rev} | rep='Owen Sinclair' and m in ('2025-10','2025-11') | m")
    q(["UK South三季度销售额", "UK North呢", "两个区哪个毛利率高"],
      "region, {margin_rate} | region in ('UK North','UK South') and qtr='2025-Q3' | region", "2025-Q3")
    q(["10月份的销售额", "11月呢", "为什么降了"], tool="explain_change")
    q(["今年上半年的销售额", "按月看", "只看Benelux", "去年同期也列出来"],
      "{rev} | region='Benelux' and substr(m,6) between '01' and '06' and y in ('2024','2025') | m")
    q(["上个月订单数", "每个业务员的", "只要前三名", "他们的销售额也加上", "10月份也这么看一下"],
      "rep, {orders}, {rev} | m='2025-10' | rep | order by 2 desc limit 3", "2025-10")
    q("我们部门12月的差旅预算还剩多少", status="out_of_scope")


def dakehu(q):
    q("去年销售额最高的10个客户", "customer_name, {rev} | y='2024' | customer | order by 2 desc limit 10", "2024")
    q("餐厅类客户上个月的客单价", "{aov} | type='Restaurant' and m='2025-11'", "2025-11")
    q("哪些客户有流失风险", tool="rank_customers")
    q("给Hotel Miel推荐点产品", tool="recommend_products")
    q("Hotel客户占三季度销售额的比例", "round(1.0*sum(case when type='Hotel' then amount end)/sum(amount),6) | qtr='2025-Q3'", "2025-Q3")
    q(["酒店客户11月销售额", "咖啡馆呢"], "{rev} | type='Café' and m='2025-11'", "2025-11")
    q("Larkspur Inn的欠款什么时候到期", status="out_of_scope", note="no payments")


def pinlei(q):
    q("上个月哪个品类销售额最高", "category, {rev} | m='2025-11' and category is not null | category | order by 2 desc limit 1", "2025-11", rows="any")
    q("10月卖得最好的5个产品,按销售额", "name, {rev} | m='2025-10' and {products} | code | order by 2 desc limit 5", "2025-10")
    q(["SYR-301上个月卖了多少瓶", "那SYR-303呢"], "{sold} | code='SYR-303' and m='2025-11'", "2025-11")
    q("今年三季度的折扣率", "{discount_rate} | qtr='2025-Q3'", "2025-Q3")
    q(["Machines & Grinders三季度毛利率", "Barista Tools呢"], "{margin_rate} | category='Barista Tools' and qtr='2025-Q3'", "2025-Q3")
    q(["三季度退货率最高的3个品类", "二季度呢"], "category, {return_rate} | qtr='2025-Q2' and category is not null | category "
      "| order by 2 desc limit 3", "2025-Q2")


def shichang(q):
    q("Iced Summer 2025的响应率多少", "camp: {response_rate} | campaign='Iced Summer 2025'")
    q("网店和电话渠道11月各有多少订单", "channel, {orders} | channel in ('Web shop','Phone') and m='2025-11' | channel", "2025-11")
    q(["今年三季度新客户数", "去年三季度呢"], "{new} | qtr='2024-Q3'", "2024-Q3")
    q(["上个月各渠道的销售额", "只看德国"], "channel, {rev} | country='Germany' and m='2025-11' | channel", "2025-11")
    q("毛利", status="clarify", note="a bare metric word")
