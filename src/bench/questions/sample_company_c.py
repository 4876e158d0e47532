"""Questions over the sample company, third set, only scored, in the voices of twelve people: newest order 2025-12-12."""


def ask(q):
    field_rep(q)
    finance_controller(q)
    sales_director(q)
    marketing_assistant(q)
    new_hire(q)
    service_agent(q)
    regional_manager(q)
    shop_operator(q)
    intern(q)
    accountant(q)
    account_manager(q)
    marketer(q)


def field_rep(q):
    q("owen sinclair rev last 6 months", "{rev} | rep='Owen Sinclair' and m between '2025-06' and '2025-11'", "2025-06-01..2025-11-30")
    q("biggest buyer in cork since sept, by revenue", "customer_name, {rev} | city='Cork' and day>='2025-09-01' | customer "
      "| order by 2 desc limit 1", "2025-09-01..2025-12-12", rows="any")
    q("top 4 custs of niamh byrne this year, revenue", "customer_name, {rev} | rep='Niamh Byrne' and y='2025' | customer "
      "| order by 2 desc limit 4")
    q("brasserie anker orders q3", "{orders} | customer_name='Brasserie Anker' and qtr='2025-Q3'", "2025-Q3")
    q("how many customers bought in newcastle last quater", "{customers} | city='Newcastle' and qtr='2025-Q3'", "2025-Q3")
    q("mikkel holm orders + revenue, aug", "{orders}, {rev} | rep='Mikkel Holm' and m='2025-08'", "2025-08")
    q(["rev glasgow nov", "cardiff?", "newcastle?"], "{rev} | city='Newcastle' and m='2025-11'", "2025-11")
    q(["sanne de wit rev q2", "per month pls"], "{rev} | rep='Sanne de Wit' and qtr='2025-Q2' | m", "2025-Q2")
    q(["avg order value exeter 2024", "oxford"], "{aov} | city='Oxford' and y='2024'", "2024")
    q(["descaler unts sold oct", "nov?"], "{sold} | name='Descaler 5 l' and m='2025-11'", "2025-11")
    q("will priya nair make her quota this quarter", tool="quota_outlook")
    q("how much parking did i claim last week", status="out_of_scope")


def finance_controller(q):
    q("Gross revenue and returns value for October 2025", "{gross}, {returns} | m='2025-10'", "2025-10")
    q("Revenue for the first half of 2025", "{rev} | m between '2025-01' and '2025-06'", "2025-01-01..2025-06-30")
    q("Gross margin and margin rate by quarter, 2024", "{margin}, {margin_rate} | y='2024' | qtr", "2024")
    q("Discount rate per channel, Q3 2025", "channel, {discount_rate} | qtr='2025-Q3' | channel", "2025-Q3")
    q("Return rate by customer type, calendar year 2023", "type, {return_rate} | y='2023' | type", "2023")
    q("Monthly revenue from July 2024 to June 2025", "{rev} | m between '2024-07' and '2025-06' | m", "2024-07-01..2025-06-30")
    q("Margin rate of Machines & Grinders in Q4 2024", "{margin_rate} | category='Machines & Grinders' and qtr='2024-Q4'", "2024-Q4")
    q(["Gross margin in August 2025", "And the month before that?"], "{margin} | m='2025-07'", "2025-07")
    q(["Revenue by country for Q1 2024", "Exclude the United Kingdom and Ireland"],
      "country, {rev} | qtr='2024-Q1' and country not in ('United Kingdom','Ireland') | country", "2024-Q1")
    q(["Value of returns in 2024", "Broken down by quarter"], "{returns} | y='2024' | qtr", "2024")
    q(["Gross revenue by category for 2023", "Only the three largest"],
      "category, {gross} | y='2023' and item='product' | category | order by 2 desc limit 3", "2023")
    q("Which customer invoices are overdue by more than 60 days?", status="out_of_scope", note="no payments")


def sales_director(q):
    q("Could you show me how revenue split across our regions and channels in the second quarter of 2025?",
      "region, channel, {rev} | qtr='2025-Q2' | region, channel", "2025-Q2")
    q("I would like to compare the won value of 2023 with that of 2024.", "opp: {won} | y in ('2023','2024') | y")
    q("Please list the customers whose revenue in 2024 was above 30,000.", "customer_name, {rev} | y='2024' | customer "
      "| having sum(amount)>300000000 order by 2 desc", "2024", rows=True)
    q("What proportion of our 2024 orders were placed by phone?",
      "round(1.0*count(distinct case when kind='sale' and channel='Phone' then invoice end)/{orders},6) | y='2024'", "2024")
    q("How did Tea & Chocolate revenue in October 2025 compare with October 2024?",
      "{rev} | category='Tea & Chocolate' and m in ('2024-10','2025-10') | m")
    q("What was our win rate in the first half of 2025?", "opp: {win_rate} | m between '2025-01' and '2025-06'",
      "2025-01-01..2025-06-30")
    q(["How much revenue did the UK North region make in 2024?", "And what was its margin rate?", "Show me that per rep, please."],
      "rep, {margin_rate} | region='UK North' and y='2024' | rep", "2024")
    q(["Which five products earned the highest gross margin in 2024?", "Now the same for 2023, please."],
      "name, {margin} | y='2023' and {products} | code | order by 2 desc limit 5", "2023")
    q(["What was the value of deals we won in 2023?", "And in the second quarter of 2025?"], "opp: {won} | qtr='2025-Q2'", "2025-Q2")
    q("Why did revenue in the third quarter of 2025 differ from the second quarter?", tool="explain_change")


def marketing_assistant(q):
    q("response rate of each 2025 campaign", "camp: campaign, {response_rate} | y='2025' | campaign")
    q("campain responses for iced summer 2025", "camp: {responses} | campaign='Iced Summer 2025'")
    q("total campaign responses in 2023", "camp: {responses} | y='2023'", "2023")
    q("how much feedback did we get in november? just the count", "fb: {feedback} | m='2025-11'", "2025-11")
    q("avg rating in q2 2023", "fb: {rating} | qtr='2023-Q2'", "2023-Q2")
    q("units sold of gingerbread syrup in december 2024", "{sold} | name='Gingerbread Syrup 1 l' and m='2024-12'", "2024-12")
    q(["responses of spring roast 2023", "and its response rate?"], "camp: {response_rate} | campaign='Spring Roast 2023'")
    q(["feedback count per category in 2024", "2023?"], "fb: category, {feedback} | y='2023' | category", "2023")
    q("how many followers did we gain on instagram in october", status="out_of_scope")


def new_hire(q):
    q("hi! what countries do we sell to? with revenue for 2024 pls", "country, {rev} | y='2024' | country", "2024")
    q("which 3 barista tools sold best in 2024, in units sold", "name, {sold} | category='Barista Tools' and y='2024' | code "
      "| order by 2 desc limit 3", "2024")
    q("averge price of matcha in 2024", "{price} | code='TEA-209' and y='2024'", "2024", alike="{price} | name like '%matcha%' and y='2024'")
    q("how many orders did we get altogether in 2023?", "{orders} | y='2023'", "2023")
    q("orders", status="clarify")
    q(["revenue in edinburgh in 2024", "i meant dublin, sorry"], "{rev} | city='Dublin' and y='2024'", "2024")
    q(["how many new customers in march 2025", "and april"], "{new} | m='2025-04'", "2025-04")
    q(["revnue in amsterdam in 2023", "and rotterdam?"], "{rev} | city='Rotterdam' and y='2023'", "2023")
    q("how fast do we deliver to ireland?", tool="search_knowledge")


def service_agent(q):
    q("returns value for cups & packaging in september", "{returns} | category='Cups & Packaging' and m='2025-09'", "2025-09")
    q("return rate of the glass cold brew carafe in 2024", "{return_rate} | name like 'Glass Cold Brew Carafe%' and y='2024'", "2024")
    q("web shop orders on 3 december 2025", "{orders} | channel='Web shop' and day='2025-12-03'", "2025-12-03")
    q("orders from the netherlands between 1 and 10 october 2025",
      "{orders} | country='Netherlands' and day between '2025-10-01' and '2025-10-10'", "2025-10-01..2025-10-10")
    q("how many units of CLE-808 were sold in novmber", "{sold} | code='CLE-808' and m='2025-11'", "2025-11")
    q(["return rate in denmark in 2024", "germany?"], "{return_rate} | country='Germany' and y='2024'", "2024")
    q(["orders yesterday", "and the day before?"], "{orders} | day='2025-12-10'", "2025-12-10")
    q(["orders per weekday in september 2025", "phone orders only"], "{orders} | m='2025-09' and channel='Phone' | wd", "2025-09")
    q(["web shop revenue in june 2024", "july?", "and the number of orders"], "{orders} | channel='Web shop' and m='2024-07'", "2024-07")
    q(["orders in belgium in 2024", "and japan?"], status="empty|out_of_scope")


def regional_manager(q):
    q("帮我看下Benelux今年上半年的销售额", "{rev} | region='Benelux' and m between '2025-01' and '2025-06'", "2025-01-01..2025-06-30")
    q("Germany & Nordics每个销售代表上季度卖了多少钱", "rep, {rev} | region='Germany & Nordics' and qtr='2025-Q3' | rep", "2025-Q3")
    q("Atlantic区域去年的赢单金额", "opp: {won} | region='Atlantic' and y='2024'", "2024")
    q("UK South去年销售额最高的三个城市", "city, {rev} | region='UK South' and y='2024' | city | order by 2 desc limit 3", "2024")
    q("Mikkel Holm手上的在途商机金额有多少", "made: {pipeline} | rep='Mikkel Holm' and outcome='open'")
    q("前年Priya Nair和Daniel Frost的销售额对比", "rep, {rev} | rep in ('Priya Nair','Daniel Frost') and y='2023' | rep")
    q(["Samuel Adeyemi上个月的订单数", "Owen Sinclair呢", "再看销售额"], "{rev} | rep='Owen Sinclair' and m='2025-11'", "2025-11")
    q(["Atlantic去年第四季度的销售额", "按国家拆一下"], "country, {rev} | region='Atlantic' and qtr='2024-Q4' | country", "2024-Q4")
    q(["2023年各区域的赢单率", "2024年的呢"], "opp: region, {win_rate} | y='2024' and outcome<>'open' | region", "2024")
    q(["UK North第三季度的毛利", "UK South呢"], "{margin} | region='UK South' and qtr='2025-Q3'", "2025-Q3")
    q("Daniel Frost这个季度能完成任务额吗", tool="quota_outlook")


def shop_operator(q):
    q("Web shop渠道上上个月有多少订单", "{orders} | channel='Web shop' and m='2025-10'", "2025-10")
    q("2025年11月28日Web shop卖了多少钱", "{rev} | channel='Web shop' and day='2025-11-28'", "2025-11-28")
    q("最近60天来了多少新客户", "{new} | day between '2025-10-14' and '2025-12-12'", "2025-10-14..2025-12-12")
    q("Cups & Packaging里10月销量最好的三款产品", "name, {sold} | category='Cups & Packaging' and m='2025-10' | code | order by 2 desc limit 3",
      "2025-10")
    q("TAB-703去年的退货金额", "{returns} | code='TAB-703' and y='2024'", "2024")
    q("2023年各渠道的折扣率", "channel, {discount_rate} | y='2023' | channel", "2023")
    q("前天一共多少单", "{orders} | day='2025-12-10'", "2025-12-10")
    q(["上周Web shop的订单数", "上上周呢"], "{orders} | channel='Web shop' and week='2025-11-24'", "2025-11-24..2025-11-30")
    q(["8月销量前五的产品", "把咖啡去掉"],
      "name, {sold} | m='2025-08' and {products} and category<>'Coffee' | code | order by 2 desc limit 5", "2025-08")
    q(["今年3月的毛利", "同比呢"], "{margin} | m in ('2024-03','2025-03') | m")
    q(["BAR-512今年第三季度的销量", "退货率呢"], "{return_rate} | code='BAR-512' and qtr='2025-Q3'", "2025-Q3")
    q("现在仓库里还有多少库存", status="out_of_scope", note="no stock")


def intern(q):
    q("老师好,请问2023年一共有多少客户下过单?", "{customers} | y='2023'", "2023")
    q("请问2024年第四季度一共有几笔订单?", "{orders} | qtr='2024-Q4'", "2024-Q4")
    q("都柏林的客户2023年贡献了多少销售额?", "{rev} | city='Dublin' and y='2023'", "2023")
    q("想问一下咖啡馆类型(Café)的客户去年平均每笔订单多少钱", "{aov} | type='Café' and y='2024'", "2024")
    q("2024年哪个月销售额最高?是多少", "distinct (select max(r) from (select {rev} r from l where y='2024' group by m))", tool="query_metrics")
    q("请问Brasserie Anker这个客户去年下了几单", "{orders} | customer_name='Brasserie Anker' and y='2024'", "2024")
    q(["请问法国2023年有多少新客户", "西班牙呢?"], "{new} | country='Spain' and y='2023'", "2023")
    q(["2023年每个季度的毛利率", "那2024年的呢?"], "{margin_rate} | y='2024' | qtr", "2024")
    q(["请问Coffee品类2023年的销售额", "不好意思写错了,应该是Tea & Chocolate"], "{rev} | category='Tea & Chocolate' and y='2023'", "2023")
    q("你能帮我写一篇实习报告吗", status="out_of_scope")


def accountant(q):
    q("2025年2月销售额和退货金额", "{rev}, {returns} | m='2025-02'", "2025-02")
    q("按月列示2023年毛销售额", "{gross} | y='2023' | m", "2023")
    q("Machines & Grinders品类2023年的毛利和毛利率", "{margin}, {margin_rate} | category='Machines & Grinders' and y='2023'", "2023")
    q("2023年各客户类型的退货金额", "type, {returns} | y='2023' | type", "2023")
    q("2025年第一季度折扣率最高的两个销售代表", "rep, {discount_rate} | qtr='2025-Q1' | rep | order by 2 desc limit 2", "2025-Q1")
    q(["2024年12月的毛利", "换成毛利率", "再看2023年12月"], "{margin_rate} | m='2023-12'", "2023-12")
    q(["2025年7月的退货金额", "8月呢"], "{returns} | m='2025-08'", "2025-08")
    q(["2024年第三季度各渠道的毛利率", "改成第二季度"], "channel, {margin_rate} | qtr='2024-Q2' | channel", "2024-Q2")
    q("毛利", status="clarify", note="a bare metric word")
    q("还有多少应收账款没收回来", status="out_of_scope", note="no payments")
    q("2020年下半年的退货率", status="empty", note="before the first order")


def account_manager(q):
    q("客户C1283去年每个季度的销售额", "{rev} | customer='C1283' and y='2024' | qtr", "2024")
    q("Pinewood House Hotel去年的退货金额", "{returns} | customer_name='Pinewood House Hotel' and y='2024'", "2024")
    q("Grace Whitlock名下2025年销售额超过1万的客户", "customer_name, {rev} | rep='Grace Whitlock' and y='2025' | customer "
      "| having sum(amount)>100000000 order by 2 desc", rows=True)
    q("荷兰2024年毛利前三的客户", "customer_name, {margin} | country='Netherlands' and y='2024' | customer | order by 2 desc limit 3", "2024")
    q("曼彻斯特上季度有多少客户下过单", "{customers} | city='Manchester' and qtr='2025-Q3'", "2025-Q3")
    q(["客户C1478上季度的订单数", "C1711呢"], "{orders} | customer='C1711' and qtr='2025-Q3'", "2025-Q3")
    q(["Hugo Lefèvre今年销售额前五的客户", "只留前两名"],
      "customer_name, {rev} | rep='Hugo Lefèvre' and y='2025' | customer | order by 2 desc limit 2")
    q(["阿姆斯特丹2024年的订单数", "那鹿特丹呢"], "{orders} | city='Rotterdam' and y='2024'", "2024")
    q("C1283这家店还能推荐点什么产品给他们", tool="recommend_products")
    q(["上个月丹麦的销售额", "波兰呢"], status="empty|out_of_scope")
    q("哪些客户最有可能流失,列前10个", tool="rank_customers")


def marketer(q):
    q("2024年各活动的响应数", "camp: campaign, {responses} | y='2024' | campaign", "2024")
    q("Iced Summer 2025活动的响应率", "camp: {response_rate} | campaign='Iced Summer 2025'")
    q("Tea & Chocolate品类2023年的平均评分", "fb: {rating} | category='Tea & Chocolate' and y='2023'", "2023")
    q("10月一共收到多少条客户反馈", "fb: {feedback} | m='2025-10'", "2025-10")
    q(["Spring Roast 2025的响应率", "Warm Drinks 2025呢"], "camp: {response_rate} | campaign='Warm Drinks 2025'")
    q(["2025年第一季度的反馈数", "第二季度呢"], "fb: {feedback} | qtr='2025-Q2'", "2025-Q2")
    q("今天欧元兑英镑的汇率是多少", status="out_of_scope")
    q("公众号上个月涨了多少粉丝", status="out_of_scope")
