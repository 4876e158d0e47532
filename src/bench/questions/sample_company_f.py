"""Questions over the sample company, sixth set, only scored, everyday talk of everyday sales people: newest order 2025-12-12."""


def ask(q):
    road_rep(q)
    area_manager(q)
    inside_sales(q)
    product_and_marketing(q)
    paoyewu(q)
    quyu(q)
    neiqin(q)
    pinpai(q)


def road_rep(q):
    q("bristol sales so far this year", "{rev} | city='Bristol' and y='2025'")
    q("how many customers orderd from Cardiff in november", "{customers} | city='Cardiff' and m='2025-11'", "2025-11")
    q("what has Juniper Roasters bought from us this year, total sales", "{rev} | customer='C1413' and y='2025'",
      alike="{rev} | customer_name='Juniper Roasters' and y='2025'")
    q("seeing Riverside House Hotel in an hour, give me a quick rundown on them", tool="customer_profile")
    q("3 biggest customers in Glasgow last quarter, by revenue", "customer_name, {rev} | city='Glasgow' and qtr='2025-Q3' | customer "
      "| order by 2 desc limit 3", "2025-Q3")
    q(["Oxford revenue in october", "and Brighton", "orders there too"], "{orders} | city='Brighton' and m='2025-10'", "2025-10")
    q(["orders from Café Alba in q3", "q2?"], "{orders} | customer='C1116' and qtr='2025-Q2'", "2025-Q2",
      alike="{orders} | customer_name='Café Alba' and qtr='2025-Q2'")
    q("how do i get to Wren House Hotel from the motorway", status="out_of_scope")


def area_manager(q):
    q("revenue per region last month", "region, {rev} | m='2025-11' | region", "2025-11")
    q("top 3 reps by sales, q3", "rep, {rev} | qtr='2025-Q3' | rep | order by 2 desc limit 3", "2025-Q3")
    q("what did Samuel close in q2, won value", "opp: {won} | rep='Samuel Adeyemi' and qtr='2025-Q2'", "2025-Q2")
    q("will we get to our quota this quarter you think", tool="quota_outlook")
    q(["how is Lena doing, sales in november", "and the november before that"], "{rev} | rep='Lena Brandt' and m='2024-11'", "2024-11")
    q(["Benelux margin rate in q3", "Atlantic", "revenue for the two"], "region, {rev} | region in ('Benelux','Atlantic') and qtr='2025-Q3' | region",
      "2025-Q3")
    q(["revenue in september", "and august", "why was september so much better"], tool="explain_change")
    q("who in my team has holiday next week", status="out_of_scope")


def inside_sales(q):
    q("orders yesterday", "{orders} | day='2025-12-11'", "2025-12-11")
    q("phone orders last week?", "{orders} | channel='Phone' and week='2025-12-01'", "2025-12-01..2025-12-07")
    q("what do we say in our policy about damaged goods", tool="search_knowledge")
    q(["restaurants, sales last month", "delis?"], "{rev} | type='Delicatessen' and m='2025-11'", "2025-11")
    q("when does the delivery for Canalside Roasters arrive", status="out_of_scope", note="no shipments")


def product_and_marketing(q):
    q("how many vanilla syrups did we sell in q3, the normal one SYR-301", "{sold} | code='SYR-301' and qtr='2025-Q3'", "2025-Q3")
    q("5 best selling products in coffee this year by revenue", "name, {rev} | category='Coffee' and y='2025' and {products} | code "
      "| order by 2 desc limit 5")
    q("who responded more, Warm Drinks 2025 or Warm Drinks 2024? response rates please",
      "camp: campaign, {response_rate} | campaign in ('Warm Drinks 2025','Warm Drinks 2024') | campaign")
    q(["tableware sales this year by quarter", "same for coffee"], "{rev} | category='Coffee' and y='2025' | qtr")


def paoyewu(q):
    q("爱丁堡11月多少销售额", "{rev} | city='Edinburgh' and m='2025-11'", "2025-11")
    q("Pinewood House Hotel今年一共下了几单", "{orders} | customer='C1797' and y='2025'",
      alike="{orders} | customer_name='Pinewood House Hotel' and y='2025'")
    q("下午去见Hotel Rosa,帮我看看他们的情况", tool="customer_profile")
    q("C1326适合再推点什么产品", tool="recommend_products")
    q(["汉堡三季度销售额", "柏林呢", "两边各有多少客户下单"], "city, {customers} | city in ('Hamburg','Berlin') and qtr='2025-Q3' | city", "2025-Q3")
    q(["C1700上个月买了多少钱", "十月呢"], "{rev} | customer='C1700' and m='2025-10'", "2025-10")
    q(["法国今年销售额前3的客户", "西班牙的也看一下"], "customer_name, {rev} | country='Spain' and y='2025' | customer | order by 2 desc limit 3")
    q("我这个月的油费报销到账了吗", status="out_of_scope")


def quyu(q):
    q("11月每个业务员多少单", "rep, {orders} | m='2025-11' | rep", "2025-11")
    q("今年各区域的毛利", "region, {margin} | y='2025' | region")
    q("三季度赢率多少", "opp: {win_rate} | qtr='2025-Q3'", "2025-Q3")
    q("本季度能不能完成指标", tool="quota_outlook")
    q("下个月销售额大概能做多少", tool="forecast")
    q(["Amelia三季度销售额", "Priya的呢", "毛利率也看看"], "{margin_rate} | rep='Priya Nair' and qtr='2025-Q3'", "2025-Q3")
    q(["上个季度各区域销售额", "跟去年同期比一下"], "region, {rev} | qtr in ('2025-Q3','2024-Q3') | region, qtr")
    q(["Germany & Nordics 11月销售额", "按业务员分", "十月的也要"], "rep, {rev} | region='Germany & Nordics' and m='2025-10' | rep", "2025-10")


def neiqin(q):
    q("昨天多少单", "{orders} | day='2025-12-11'", "2025-12-11")
    q("10月份网店的销售额", "{rev} | channel='Web shop' and m='2025-10'", "2025-10")
    q("咖啡馆客户三季度平均每单多少钱", "{aov} | type='Café' and qtr='2025-Q3'", "2025-Q3")
    q(["Office类客户今年销售额", "Delicatessen呢"], "{rev} | type='Delicatessen' and y='2025'")
    q("Hotel Vesper那张发票开了没有", status="out_of_scope|clarify|empty", note="no record of invoicing")


def pinpai(q):
    q("上个月哪5个产品最赚钱,按毛利", "name, {margin} | m='2025-11' and {products} | code | order by 2 desc limit 5", "2025-11")
    q("茶和巧克力这个品类三季度卖了多少钱", "{rev} | category='Tea & Chocolate' and qtr='2025-Q3'", "2025-Q3")
    q(["COF-101十一月卖了几袋", "COF-102呢", "上半年各多少"], "{sold} | code in ('COF-101','COF-102') and m between '2025-01' and '2025-06' | code",
      "2025-01-01..2025-06-30")
    q(["今年客户评分平均多少", "只看咖啡"], "fb: {rating} | category='Coffee' and y='2025'")
