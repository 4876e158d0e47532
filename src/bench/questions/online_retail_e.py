"""Questions over UCI Online Retail, fifth set, only scored, as sales people type them on an ordinary day: newest order 2011-12-09."""


def ask(q):
    account_rep(q)
    key_accounts(q)
    sales_manager(q)
    product_desk(q)
    sales_support(q)
    xiaoshou(q)
    dakehu(q)
    jingli(q)
    chanpin(q)
    zhuli(q)


def account_rep(q):
    q("germany sales last month", "{rev} | country='Germany' and m='2011-11'", "2011-11")
    q("how many orders did we get yesterday", "{orders} | day='2011-12-08'", "2011-12-08")
    q("sales last week", "{rev} | week='2011-11-28'", "2011-11-28..2011-12-04")
    q("whos our biggest customer in france this year, by sales", "customer, {rev} | country='France' and y='2011' and customer is not null "
      "| customer | order by 2 desc limit 1", rows="any")
    q("how many customers bought from us in spain in q3", "{customers} | country='Spain' and qtr='2011-Q3'", "2011-Q3")
    q("new custmers last month?", "{new} | m='2011-11'", "2011-11")
    q("what could i offer customer 15311 next", tool="recommend_products")
    q(["sales in belgium in october", "and november"], "{rev} | country='Belgium' and m='2011-11'", "2011-11")
    q(["how many orders from italy this year", "portugal?", "and the sales there"], "{rev} | country='Portugal' and y='2011'")
    q(["france last month, sales pls", "how many orders was that", "and the avg order value", "ok same for germany"],
      "{aov} | country='Germany' and m='2011-11'", "2011-11")
    q("remind me to call 14646 tomorrow morning", status="out_of_scope")


def key_accounts(q):
    q(["how much has 17450 spent with us this year", "and how many orders"], "{orders} | customer='17450' and y='2011'")
    q("14911 orders per month july to november", "{orders} | customer='14911' and m between '2011-07' and '2011-11' | m", "2011-07-01..2011-11-30")
    q("Can you give me an overview of customer 13694?", tool="customer_profile")
    q("which customers had sales over 15k in october", "customer, {rev} | m='2011-10' and customer is not null | customer "
      "| having {rev}>15000 order by 2 desc", "2011-10", rows=True)
    q("which of my customers are at risk of leaving", tool="rank_customers")
    q(["how much did 14646 buy this year in revenue", "split by quarter"], "{rev} | customer='14646' and y='2011' | qtr")
    q(["sales to 17511 in q3", "and 16684"], "{rev} | customer='16684' and qtr='2011-Q3'", "2011-Q3")
    q(["top 5 customers last month by revenue", "how much was that all together"],
      "{rev} | m='2011-11' and customer in (select customer from l where m='2011-11' and customer is not null group by 1 "
      "order by sum(amount) desc limit 5)", "2011-11")
    q(["top 5 customers in germany this year", "and last quarter?", "only the first 3", "how many orders did they place"],
      "customer, {orders} | qtr='2011-Q3' and country='Germany' and customer in (select customer from l where country='Germany' and "
      "qtr='2011-Q3' and customer is not null group by 1 order by sum(amount) desc limit 3) | customer", "2011-Q3", rows=True)
    q("whats the phone number of 13089", status="out_of_scope", note="no phones")


def sales_manager(q):
    q("Revenue per quarter this year", "{rev} | y='2011' | qtr")
    q("did we do more orders in november than in october?", "{orders} | m in ('2011-10','2011-11') | m")
    q("what share of sales came from outside the uk in q3", "round(1.0*sum(case when country<>'United Kingdom' then amount end)/sum(amount),6) "
      "| qtr='2011-Q3'", "2011-Q3")
    q("return rate october vs september", "{return_rate} | m in ('2011-09','2011-10') | m")
    q("how will sales develop over the next 3 months", tool="forecast")
    q("Which was our best month this year in terms of sales?", "distinct (select max(r) from (select {rev} r from l where y='2011' group by m))")
    q(["what was revenue in july", "compare with june"], "{rev} | m in ('2011-06','2011-07') | m")
    q(["revenue q2 vs q3", "what drove that"], tool="explain_change")
    q(["Sales last quarter?", "by month please", "only Germany", "and France next to it", "and what was it in q2"],
      "country, {rev} | country in ('Germany','France') and qtr='2011-Q2' | country, m", "2011-Q2")
    q("sales per rep in november", status="out_of_scope", note="no reps")


def product_desk(q):
    q("top 10 products last month by sales", "name, {rev} | m='2011-11' and {products} | code | order by 2 desc limit 10", "2011-11")
    q("how many JUMBO BAG RED RETROSPOT did we sell in september", "{sold} | code='85099B' and m='2011-09'", "2011-09",
      alike="{sold} | description like '%jumbo bag red retrospot%' and m='2011-09'")
    q(["average price of 22423 in november", "and in august"], "{price} | code='22423' and m='2011-08'", "2011-08")
    q("what sells together with 20725", tool="basket_rules")
    q(["top 5 products in q3 by units sold", "without the uk"], "name, {sold} | qtr='2011-Q3' and country<>'United Kingdom' and {products} "
      "| code | order by 2 desc limit 5", "2011-Q3")
    q("hwo many units of CHILLI LIGHTS are left in the warehouse", status="out_of_scope", note="no stock")


def sales_support(q):
    q("top 5 countries by ordres in november excl. UK", "country, {orders} | m='2011-11' and country<>'United Kingdom' | country "
      "| order by 2 desc limit 5", "2011-11")
    q("daily sales from 1 to 7 december", "{rev} | day between '2011-12-01' and '2011-12-07' | day", "2011-12-01..2011-12-07")
    q(["revenue of sweden in q3", "sorry switzerland", "by month pls"], "{rev} | country='Switzerland' and qtr='2011-Q3' | m", "2011-Q3")


def xiaoshou(q):
    q("这个月到现在销售额多少", "{rev} | m='2011-12'")
    q("法国11月有多少订单", "{orders} | country='France' and m='2011-11'", "2011-11")
    q("德国今年销售额最高的5个客户", "customer, {rev} | country='Germany' and y='2011' and customer is not null | customer "
      "| order by 2 desc limit 5")
    q("昨天卖了多少钱", "{rev} | day='2011-12-08'", "2011-12-08")
    q("10月新客户有几个", "{new} | m='2011-10'", "2011-10")
    q("荷兰第三季度的客单价是多少", "{aov} | country='Netherlands' and qtr='2011-Q3'", "2011-Q3")
    q(["客户17511上个月买了多少钱", "给他推荐几款产品"], tool="recommend_products")
    q(["比利时上个月销售额", "挪威呢"], "{rev} | country='Norway' and m='2011-11'", "2011-11")
    q(["西班牙10月多少单", "11月呢", "销售额是多少"], "{rev} | country='Spain' and m='2011-11'", "2011-11")
    q(["上个月德国的订单数", "法国呢", "那再上个月呢", "两个国家都要"], "{orders} | country in ('Germany','France') and m='2011-10' | country",
      "2011-10", note="the month before last, both countries")
    q("我这个月能拿多少提成", status="out_of_scope")


def dakehu(q):
    q("客户14646今年一共下了多少单", "{orders} | customer='14646' and y='2011'")
    q("上个月销售额超过1万的客户有哪些", "customer, {rev} | m='2011-11' and customer is not null | customer | having {rev}>10000 order by 2 desc",
      "2011-11", rows=True)
    q("看一下16029这个客户的情况", tool="customer_profile")
    q("有哪些客户可能要流失了", tool="rank_customers")
    q("14156和14911第三季度销售额对比", "customer, {rev} | customer in ('14156','14911') and qtr='2011-Q3' | customer", "2011-Q3")
    q(["客户13694今年买了多少钱", "按季度看", "那15311呢"], "{rev} | customer='15311' and y='2011' | qtr")
    q(["上个月销售额前5的客户", "第一名买得最多的3个产品是什么,按销售额"], "name, {rev} | m='2011-11' and {products} and customer=(select customer from l "
      "where m='2011-11' and customer is not null group by 1 order by sum(amount) desc limit 1) | code | order by 2 desc limit 3", "2011-11")
    q("客户17841还有多少货款没付", status="out_of_scope", note="no payments")


def jingli(q):
    q("今年每个季度的订单数", "{orders} | y='2011' | qtr")
    q("11月销售额比10月多了多少", "{rev} | m in ('2011-10','2011-11') | m")
    q("三季度退货率是多少", "{return_rate} | qtr='2011-Q3'", "2011-Q3")
    q("8月英国销售额占比", "round(1.0*sum(case when country='United Kingdom' then amount end)/sum(amount),6) | m='2011-08'", "2011-08")
    q("预测下个月的销售额", tool="forecast")
    q(["9月销售额", "跟8月比怎么样", "为什么差这么多"], tool="explain_change")
    q(["三季度各月销售额", "二季度的也给我看看"], "{rev} | qtr='2011-Q2' | m", "2011-Q2")
    q(["今年销售额前五的国家", "去掉英国,还是要前五", "看第三季度的", "订单数也列一下"],
      "country, {rev}, {orders} | qtr='2011-Q3' and country<>'United Kingdom' | country | order by 2 desc limit 5", "2011-Q3")
    q("上个季度的利润是多少", status="out_of_scope", note="no costs")


def chanpin(q):
    q("10月卖得最好的5个产品,按销售额", "name, {rev} | m='2011-10' and {products} | code | order by 2 desc limit 5", "2011-10")
    q("85123A 11月卖了多少个", "{sold} | code='85123A' and m='2011-11'", "2011-11")
    q("SPACEBOY LUNCH BOX这个产品8月的销售额", "{rev} | code='22629' and m='2011-08'", "2011-08",
      alike="{rev} | description like '%spaceboy lunch box%' and m='2011-08'")
    q(["22086十月销量", "十一月呢"], "{sold} | code='22086' and m='2011-11'", "2011-11")
    q(["三季度销量前三的产品", "德国的呢", "按销售额排", "要前五个", "换成法国看看"], "name, {rev} | qtr='2011-Q3' and country='France' and {products} | code "
      "| order by 2 desc limit 5", "2011-Q3")
    q("买22720的人一般还买什么", tool="basket_rules")


def zhuli(q):
    q("帮我查下2011年9月的销售额和订单数", "{rev}, {orders} | m='2011-09'", "2011-09")
    q("11月除英国外订单最多的3个国家", "country, {orders} | m='2011-11' and country<>'United Kingdom' | country | order by 2 desc limit 3", "2011-11")
    q("上周每天的定单数", "{orders} | week='2011-11-28' | day", "2011-11-28..2011-12-04")
    q(["澳大利亚三季度销售额", "不对,是奥地利"], "{rev} | country='Austria' and qtr='2011-Q3'", "2011-Q3")
    q(["6月有多少个客户下单", "7月和8月呢"], "{customers} | m in ('2011-07','2011-08') | m", "2011-07-01..2011-08-31")
    q("销售额", status="clarify", note="a bare metric word")
