"""Questions over UCI Online Retail, eighth set, only scored, what reps and managers type most days: newest order 2011-12-09."""


def ask(q):
    account_rep(q)
    export_manager(q)
    sales_manager(q)
    merchandiser(q)
    yewu(q)
    haiwai(q)
    laoban(q)
    chanpin(q)


def account_rep(q):
    q("orders yesterday?", "{orders} | day='2011-12-08'", "2011-12-08")
    q("revenue from customer 14156 last month", "{rev} | customer='14156' and m='2011-11'", "2011-11")
    q("15311 is on the other line complaining, how many orders have they placed this year", "{orders} | customer='15311' and y='2011'")
    q("top 5 uk customers in november by revenue", "customer, {rev} | country='United Kingdom' and m='2011-11' and customer is not null | customer "
      "| order by 2 desc limit 5", "2011-11")
    q(["revenue with 13089 in october", "and november", "how many orders was that"], "{orders} | customer='13089' and m='2011-11'", "2011-11")
    q(["3 biggest customers in september by revenue", "how many orders did the first one place"],
      "{orders} | m='2011-09' and customer=(select customer from l where m='2011-09' and customer is not null group by 1 "
      "order by sum(amount) desc limit 1)", "2011-09")
    q("quick summary of customer 12748 please, i'm ringing them at 2", tool="customer_profile")
    q("what else could we sell to 17841", tool="recommend_products")
    q("did 16029 pay his last invoice", status="clarify|out_of_scope|empty", note="no payments")


def export_manager(q):
    q("Netherlands revenue by month since August", "{rev} | country='Netherlands' and day>='2011-08-01' | m", rows=True)
    q("how many orders came from Australia this year", "{orders} | country='Australia' and y='2011'")
    q("We might take a stand at a fair in Brussels in spring. What was our revenue in Belgium last quarter?",
      "{rev} | country='Belgium' and qtr='2011-Q3'", "2011-Q3")
    q(["Italy revenue this year", "Austria", "and Poland"], "{rev} | country='Poland' and y='2011'")
    q(["France and Germany, revenue in November", "how many customers in each"],
      "country, {customers} | country in ('France','Germany') and m='2011-11' | country", "2011-11")
    q("what do we pay the carrier for a pallet to Norway", status="clarify|out_of_scope|empty", note="no freight costs")


def sales_manager(q):
    q("revenue and orders for november", "{rev}, {orders} | m='2011-11'", "2011-11")
    q(["new customers in october", "september?"], "{new} | m='2011-09'", "2011-09")
    q("Good morning, I have to report to the board this afternoon: what was our return rate in Q3?", "{return_rate} | qtr='2011-Q3'", "2011-Q3")
    q(["sales last week", "and the week before"], "{rev} | week='2011-11-21'", "2011-11-21..2011-11-27")
    q(["average order value in october", "november as well", "and the number of orders in november"], "{orders} | m='2011-11'", "2011-11")
    q("how much do you think we will sell next month", tool="forecast")
    q("who are we at risk of losing, which customers", tool="rank_customers")


def merchandiser(q):
    q("Regency Cakestand 3 Tier, how many did we sell last month", "{sold} | code='22423' and m='2011-11'", "2011-11",
      alike="{sold} | name='REGENCY CAKESTAND 3 TIER' and m='2011-11'")
    q("which 5 products made the most revenue in october", "name, {rev} | m='2011-10' and {products} | code | order by 2 desc limit 5", "2011-10")
    q(["units sold of 22086 in november", "in october?"], "{sold} | code='22086' and m='2011-10'", "2011-10")
    q("what do people usually buy together with 22423", tool="basket_rules")


def yewu(q):
    q("昨天销售额多少", "{rev} | day='2011-12-08'", "2011-12-08")
    q(["客户14911今年一共贡献了多少销售额", "14156呢"], "{rev} | customer='14156' and y='2011'")
    q("17404这个客户上季度下了几单", "{orders} | customer='17404' and qtr='2011-Q3'", "2011-Q3")
    q(["14606上个月下了几单", "10月呢"], "{orders} | customer='14606' and m='2011-10'", "2011-10")
    q(["今年销售额前五的客户是哪几个", "他们各下了多少单"], "customer, {orders} | y='2011' and customer in (select customer from l where y='2011' and "
      "customer is not null group by 1 order by sum(amount) desc limit 5) | customer", rows=True)
    q("下午要给15061打电话,有什么产品可以推荐给他", tool="recommend_products")
    q("介绍一下客户12415", tool="customer_profile")
    q("13408那边负责采购的人姓什么", status="clarify|out_of_scope|empty", note="no contact persons")


def haiwai(q):
    q("德国上季度销售额", "{rev} | country='Germany' and qtr='2011-Q3'", "2011-Q3")
    q("11月份法国有多少客户下单", "{customers} | country='France' and m='2011-11'", "2011-11")
    q("马上要跟荷兰客户开会,先看下荷兰10月和11月的销售额", "{rev} | country='Netherlands' and m in ('2011-10','2011-11') | m")
    q(["今年除英国外订单最多的3个国家", "按销售额排呢"], "country, {rev} | y='2011' and country<>'United Kingdom' | country | order by 2 desc limit 3")
    q(["比利时二季度销售额", "三季度", "各有多少单"], "{orders} | country='Belgium' and qtr in ('2011-Q2','2011-Q3') | qtr")
    q("挪威那边进口要交多少关税", status="clarify|out_of_scope|empty")


def laoban(q):
    q("上个月新客户有多少", "{new} | m='2011-11'", "2011-11")
    q("今年每个季度的订单数", "{orders} | y='2011' | qtr", rows=True)
    q("11月退货金额多少", "{returns} | m='2011-11'", "2011-11")
    q(["10月和11月的订单数", "再看看平均每单金额"], "{aov} | m in ('2011-10','2011-11') | m")
    q(["8月销售额", "9月呢", "为什么涨了这么多"], tool="explain_change")
    q("做明年计划要用,帮我预测一下一月份的销售额", tool="forecast")
    q("今年公司水电费花了多少", status="clarify|out_of_scope|empty", note="no costs")


def chanpin(q):
    q("23084十一月卖出多少件", "{sold} | code='23084' and m='2011-11'", "2011-11")
    q(["9月销售额最高的三个产品", "11月的呢"], "name, {rev} | m='2011-11' and {products} | code | order by 2 desc limit 3", "2011-11")
    q(["84879三季度卖了多少个", "85123A呢", "两个的销售额也要"], "{rev} | code in ('84879','85123A') and qtr='2011-Q3' | code", "2011-Q3")
