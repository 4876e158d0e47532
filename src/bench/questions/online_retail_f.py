"""Questions over UCI Online Retail, sixth set, only scored, everyday talk of everyday sales people: newest order 2011-12-09."""


def ask(q):
    inside_sales(q)
    export_rep(q)
    office_manager(q)
    buyer(q)
    neiqin(q)
    waimao(q)
    zongjian(q)
    caigou(q)


def inside_sales(q):
    q("morning! what did we sell on wednesday 7 december, in money", "{rev} | day='2011-12-07'", "2011-12-07")
    q("orders so far this month", "{orders} | m='2011-12'")
    q("how much has customer 15769 bought since september, sales value", "{rev} | customer='15769' and day>='2011-09-01'")
    q("who ordered most often in november? top 3 customers", "customer, {orders} | m='2011-11' and customer is not null | customer "
      "| order by 2 desc limit 3", "2011-11")
    q(["how many orders has 13798 placed this year", "and 16422", "sales of both please"],
      "customer, {rev} | customer in ('13798','16422') and y='2011' | customer")
    q(["sales monday to sunday last week", "day by day"], "{rev} | week='2011-11-28' | day", "2011-11-28..2011-12-04")
    q("which customers look like theyre about to stop buying", tool="rank_customers")
    q("send a text to 17511 that the order is on its way", status="out_of_scope|clarify|denied")


def export_rep(q):
    q("norway revenu q3 pls", "{rev} | country='Norway' and qtr='2011-Q3'", "2011-Q3")
    q("how many active customers in germany last month - i mean ones that ordered", "{customers} | country='Germany' and m='2011-11'", "2011-11")
    q("which 3 countries outside the uk brought in most money in october", "country, {rev} | m='2011-10' and country<>'United Kingdom' | country "
      "| order by 2 desc limit 3", "2011-10")
    q(["sweden this year, revenue", "finland?", "denmark?"], "{rev} | country='Denmark' and y='2011'")
    q(["monthly sales for france, july thru november", "same thing for belgium"],
      "{rev} | country='Belgium' and m between '2011-07' and '2011-11' | m", "2011-07-01..2011-11-30")
    q(["top 3 customers in spain this year by revenue", "and portugal"], "customer, {rev} | country='Portugal' and y='2011' and customer is not null "
      "| customer | order by 2 desc limit 3")
    q("what was the exchange rate we used for the swiss orders", status="out_of_scope")


def office_manager(q):
    q("sales november vs september", "{rev} | m in ('2011-09','2011-11') | m")
    q("average order value per quarter, 2011", "{aov} | y='2011' | qtr")
    q("how many new customers did we win in q3", "{new} | qtr='2011-Q3'", "2011-Q3")
    q("what can we expect in sales for january", tool="forecast")
    q(["orders in may", "how about june", "and revenue for june"], "{rev} | m='2011-06'", "2011-06")
    q(["Sales in October and November", "why the jump?"], tool="explain_change")
    q("what did we spend on staff in november", status="out_of_scope")


def buyer(q):
    q("party bunting, how many sold in july", "{sold} | code='47566' and m='2011-07'", "2011-07",
      alike="{sold} | description='PARTY BUNTING' and m='2011-07'")
    q("5 bestsellers in germany last quarter, by quantity", "name, {sold} | qtr='2011-Q3' and country='Germany' and {products} | code "
      "| order by 2 desc limit 5", "2011-Q3")
    q(["revenue of 23084 last month", "and in units sold", "22197 as well"], "{sold} | code in ('23084','22197') and m='2011-11' | code",
      "2011-11")


def neiqin(q):
    q("12月5号一共来了多少单", "{orders} | day='2011-12-05'", "2011-12-05")
    q("上周销售额多少啊", "{rev} | week='2011-11-28'", "2011-11-28..2011-12-04")
    q("查下客户16013十月份买了多少钱的货", "{rev} | customer='16013' and m='2011-10'", "2011-10")
    q("9月份下单的客户一共几个", "{customers} | m='2011-09'", "2011-09")
    q(["17450今年下了多少单", "18102呢"], "{orders} | customer='18102' and y='2011'")
    q(["11月订单数最多的5个客户", "他们的销售额也要"], "customer, {rev} | m='2011-11' and customer in (select customer from l where m='2011-11' and "
      "customer is not null and kind='sale' group by 1 order by count(distinct invoice) desc limit 5) | customer", "2011-11", rows=True)
    q("给13089推荐几个他可能喜欢的产品", tool="recommend_products")
    q("帮我把明天的会议改到下午三点", status="out_of_scope")


def waimao(q):
    q("日本今年做了多少销售额", "{rev} | country='Japan' and y='2011'")
    q("三季度除了英国,销售额前3的国家是哪些", "country, {rev} | qtr='2011-Q3' and country<>'United Kingdom' | country | order by 2 desc limit 3",
      "2011-Q3")
    q("西班牙和葡萄牙上个月各多少订单", "country, {orders} | country in ('Spain','Portugal') and m='2011-11' | country", "2011-11")
    q(["瑞士10月销售额", "11月", "平均每单多少钱"], "{aov} | country='Switzerland' and m='2011-11'", "2011-11")
    q(["爱尔兰今年每个月的订单数", "只看下半年"], "{orders} | country='EIRE' and day>='2011-07-01' | m")
    q(["法国三季度买得最多的客户前三,按销售额", "德国也来一份"], "customer, {rev} | country='Germany' and qtr='2011-Q3' and customer is not null "
      "| customer | order by 2 desc limit 3", "2011-Q3")
    q("发往挪威的那批货现在到哪了", status="out_of_scope", note="no shipments")


def zongjian(q):
    q("今年上半年总销售额", "{rev} | m between '2011-01' and '2011-06'", "2011-01-01..2011-06-30")
    q("11月平均每单金额跟10月比", "{aov} | m in ('2011-10','2011-11') | m")
    q("哪个月新客户最多,今年的", "distinct (select max(n) from (select {new} n from l where y='2011' group by m))")
    q("估计一下接下来三个月的销售额", tool="forecast")
    q(["二季度退货率", "三季度呢", "按月拆开"], "{return_rate} | qtr='2011-Q3' | m", "2011-Q3")
    q(["英国11月的销售额", "占全部多少"], "round(1.0*sum(case when country='United Kingdom' then amount end)/sum(amount),6) | m='2011-11'", "2011-11")


def caigou(q):
    q("22423今年每个季度卖了多少个", "{sold} | code='22423' and y='2011' | qtr")
    q("上个月销量最高的5款产品", "name, {sold} | m='2011-11' and {products} | code | order by 2 desc limit 5", "2011-11")
    q(["85099B十月销售额", "那20725", "数量也告诉我"], "{sold} | code='20725' and m='2011-10'", "2011-10")
    q("跟22699一起买得比较多的是什么", tool="basket_rules")
