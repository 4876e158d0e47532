"""Questions over UCI Online Retail, third set, only scored, in the voices of twelve people: newest order 2011-12-09."""


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
    q("rev finland q3", "{rev} | country='Finland' and qtr='2011-Q3'", "2011-Q3")
    q("dec 2010 orders", "{orders} | m='2010-12'", "2010-12")
    q("cust 13694 orders last quarter", "{orders} | customer='13694' and qtr='2011-Q3'", "2011-Q3")
    q("poland vs austria rev ths year", "{rev} | country in ('Poland','Austria') and y='2011' | country")
    q("who in portugal ordered more than 5 times? customers + order count", "customer, {orders} | country='Portugal' and customer is not null "
      "| customer | having {orders}>5 order by 2 desc", rows=True)
    q(["rev norway sept", "denmark?"], "{rev} | country='Denmark' and m='2011-09'", "2011-09")
    q(["cust 17511 rev in november", "orders?"], "{orders} | customer='17511' and m='2011-11'", "2011-11")
    q(["top 4 countries june by revnue", "w/o uk"],
      "country, {rev} | m='2011-06' and country<>'United Kingdom' | country | order by 2 desc limit 4", "2011-06")
    q(["rev belgium q3 2011", "month by month", "sweden instead"], "{rev} | country='Sweden' and qtr='2011-Q3' | m", "2011-Q3")
    q("how many kilometres did i drive this month", status="out_of_scope")


def finance_controller(q):
    q("Gross revenue and value of returns by quarter, 2011", "{gross}, {returns} | y='2011' | qtr")
    q("Revenue from 1 January to 30 June 2011", "{rev} | m between '2011-01' and '2011-06'", "2011-01-01..2011-06-30")
    q("Average order value by month in Q2 2011", "{aov} | qtr='2011-Q2' | m", "2011-Q2")
    q("Return rate in January 2011", "{return_rate} | m='2011-01'", "2011-01")
    q("Orders, customers and revenue in August 2011", "{orders}, {customers}, {rev} | m='2011-08'", "2011-08")
    q(["Value of returns in Q1 2011", "Q2?", "As a rate, please"], "{return_rate} | qtr='2011-Q2'", "2011-Q2")
    q(["Revenue by month for Q1 2011", "Gross revenue instead"], "{gross} | qtr='2011-Q1' | m", "2011-Q1")
    q(["Average order value in Q1 2011", "And the return rate?"], "{return_rate} | qtr='2011-Q1'", "2011-Q1")
    q("Gross margin by quarter for 2011", status="out_of_scope", note="no costs")
    q("What is our cash position?", status="out_of_scope")


def sales_director(q):
    q("Could you tell me what share of our November 2011 revenue came from EIRE?",
      "round(1.0*sum(case when country='EIRE' then amount end)/sum(amount),6) | m='2011-11'", "2011-11")
    q("Please show me the five largest customers in EIRE, France and Germany by revenue in 2011.", "customer, {rev} "
      "| y='2011' and country in ('EIRE','France','Germany') and customer is not null | customer | order by 2 desc limit 5")
    q("Please list the customers with more than 40 orders in 2011.", "customer, {orders} | y='2011' and customer is not null | customer "
      "| having {orders}>40 order by 2 desc", rows=True)
    q("I would like to know how revenue in the third quarter of 2011 compares with the second.",
      "{rev} | qtr in ('2011-Q2','2011-Q3') | qtr")
    q("Which month of 2011 had the most orders, and how many were there?",
      "distinct (select max(n) from (select {orders} n from l where y='2011' group by m))")
    q(["What was our revenue in the Netherlands in 2011?", "And how was that spread over the quarters?", "Now the same for Australia, please."],
      "{rev} | country='Australia' and y='2011' | qtr")
    q(["What were the five best products by revenue in June 2011?", "Only the first two, please."],
      "name, {rev} | m='2011-06' and {products} | code | order by 2 desc limit 2", "2011-06")
    q(["How many customers did we serve in Spain in 2011?", "And in Italy?"], "{customers} | country='Italy' and y='2011'")
    q("What drove the increase in revenue from August to September 2011?", tool="explain_change")


def marketing_assistant(q):
    q("how many new customers did we win between july and september 2011", "{new} | qtr='2011-Q3'", "2011-Q3")
    q("chilli lights units sold in november", "{sold} | code='79321' and m='2011-11'", "2011-11",
      alike="{sold} | description like '%chilli lights%' and m='2011-11'")
    q("which 3 products brought in the most revenue in december 2010",
      "name, {rev} | m='2010-12' and {products} | code | order by 2 desc limit 3", "2010-12")
    q("averge price of 85123A in q1 2011", "{price} | code='85123A' and qtr='2011-Q1'", "2011-Q1")
    q("customers per month in q3 2011", "{customers} | qtr='2011-Q3' | m", "2011-Q3")
    q(["popcorn holder revenue in august", "september?"], "{rev} | code='22197' and m='2011-09'", "2011-09")
    q(["new custmers in february", "march?"], "{new} | m='2011-03'", "2011-03")
    q("what share of people opened our newsletter in october", status="out_of_scope", note="no campaigns")


def new_hire(q):
    q("how many different customers bought something from us in 2011?", "{customers} | y='2011'")
    q("which 3 countries have the most customers", "country, {customers} | | country | order by 2 desc limit 3")
    q("how many orders did we have in april and may 2011, month by month", "{orders} | m in ('2011-04','2011-05') | m",
      "2011-04-01..2011-05-31")
    q("sorry, dumb question: what was revenue in the usa in 2011?", "{rev} | country='USA' and y='2011'")
    q("revenue", status="clarify")
    q(["units sold of 22502 in may 2011", "actually june"], "{sold} | code='22502' and m='2011-06'", "2011-06")
    q(["orders per quarter in 2011", "just greece"], "{orders} | country='Greece' and y='2011' | qtr")
    q("what data do we have in here?", tool="describe_data")


def service_agent(q):
    q("returns value for EIRE in october", "{returns} | country='EIRE' and m='2011-10'", "2011-10")
    q("orders of customer 15311 between 1 and 15 november 2011",
      "{orders} | customer='15311' and day between '2011-11-01' and '2011-11-15'", "2011-11-01..2011-11-15")
    q("revenu of customer 13089 in september", "{rev} | customer='13089' and m='2011-09'", "2011-09")
    q("returns value of 22423 in q3 2011", "{returns} | code='22423' and qtr='2011-Q3'", "2011-Q3")
    q("orders in the last 2 weeks", "{orders} | day between '2011-11-21' and '2011-12-04'", "2011-11-21..2011-12-04")
    q(["orders on 1 december 2011", "and the day after?"], "{orders} | day='2011-12-02'", "2011-12-02")
    q(["orders from canada in 2011", "revenue as well"], "{rev} | country='Canada' and y='2011'")
    q("orders of customer 10101 in 2011", status="empty", note="no such customer")
    q(["returns value in november", "for argentina only"], status="empty|out_of_scope")


def regional_manager(q):
    q("今年芬兰和挪威的销售额各是多少", "{rev} | country in ('Finland','Norway') and y='2011' | country")
    q("上季度瑞士有几个客户下单", "{customers} | country='Switzerland' and qtr='2011-Q3'", "2011-Q3")
    q("2011年订单数最多的六个国家", "country, {orders} | y='2011' | country | order by 2 desc limit 6")
    q("荷兰和法国第三季度的平均订单金额", "{aov} | country in ('Netherlands','France') and qtr='2011-Q3' | country", "2011-Q3")
    q("2011年上半年奥地利的销售额", "{rev} | country='Austria' and m between '2011-01' and '2011-06'", "2011-01-01..2011-06-30")
    q("2011年澳大利亚的销售额占比是多少", "round(1.0*sum(case when country='Australia' then amount end)/sum(amount),6) | y='2011'")
    q(["塞浦路斯今年的销售额", "马耳他呢"], "{rev} | country='Malta' and y='2011'")
    q(["意大利2011年每季度的订单数", "换成葡萄牙"], "{orders} | country='Portugal' and y='2011' | qtr")
    q(["比利时10月的销售额", "11月呢", "客户数呢"], "{customers} | country='Belgium' and m='2011-11'", "2011-11")
    q(["上季度各国销售额前五", "英国和爱尔兰除外"], "country, {rev} | qtr='2011-Q3' and country not in ('United Kingdom','EIRE') | country "
      "| order by 2 desc limit 5", "2011-Q3")


def shop_operator(q):
    q("2011年11月11日一共成交多少单", "{orders} | day='2011-11-11'", "2011-11-11")
    q("产品79321在10月的销量", "{sold} | code='79321' and m='2011-10'", "2011-10")
    q("85099B今年每个季度的销量", "{sold} | code='85099B' and y='2011' | qtr")
    q("20725在2011年第三季度的平均售价", "{price} | code='20725' and qtr='2011-Q3'", "2011-Q3")
    q("2011年11月21日到27日的销售额", "{rev} | day between '2011-11-21' and '2011-11-27'", "2011-11-21..2011-11-27")
    q("2011年第三季度退货金额最高的三个国家", "country, {returns} | qtr='2011-Q3' | country | order by 2 desc limit 3", "2011-Q3")
    q("前天的订单数", "{orders} | day='2011-12-07'", "2011-12-07")
    q(["7月销量前五的产品", "改按销售额排"], "name, {rev} | m='2011-07' and {products} | code | order by 2 desc limit 5", "2011-07")
    q(["上周的销售额", "上上周呢"], "{rev} | week='2011-11-21'", "2011-11-21..2011-11-27")
    q(["2011年12月5日的销售额", "12月6日呢"], "{rev} | day='2011-12-06'", "2011-12-06")
    q("和79321搭着一起买的产品有哪些", tool="basket_rules")


def intern(q):
    q("请问2010年12月有多少新客户", "{new} | m='2010-12'", "2010-12")
    q("老师,2011年一共有多少笔订单?", "{orders} | y='2011'")
    q("2011年哪个月的销售额最高,是多少?", "distinct (select max(r) from (select {rev} r from l where y='2011' group by m))")
    q("请问2011年5月按星期几统计的销售额", "{rev} | m='2011-05' | wd", "2011-05")
    q("上上个月的平均订单金额是多少呀", "{aov} | m='2011-10'", "2011-10")
    q(["2011年第一季度有多少客户下过单", "第二季度呢"], "{customers} | qtr='2011-Q2'", "2011-Q2")
    q(["请问日本2011年的订单数", "不好意思,我想问的是新加坡"], "{orders} | country='Singapore' and y='2011'")
    q(["2011年4月的销售额", "按天列出来"], "{rev} | m='2011-04' | day", "2011-04")
    q(["2011年2月有多少订单", "平均每单多少钱"], "{aov} | m='2011-02'", "2011-02")
    q("可以帮我把这段话翻译成法语吗", status="out_of_scope")


def accountant(q):
    q("2011年6月毛销售额和退货金额", "{gross}, {returns} | m='2011-06'", "2011-06")
    q("2011年上半年的退货率", "{return_rate} | m between '2011-01' and '2011-06'", "2011-01-01..2011-06-30")
    q("按季度列出2011年毛销售额", "{gross} | y='2011' | qtr")
    q("2011年第三季度每个月的退货金额", "{returns} | qtr='2011-Q3' | m", "2011-Q3")
    q("2010年12月的平均订单金额", "{aov} | m='2010-12'", "2010-12")
    q(["2011年3月的退货率", "4月呢", "退货金额是多少"], "{returns} | m='2011-04'", "2011-04")
    q(["2011年5月毛销售额", "改看退货金额"], "{returns} | m='2011-05'", "2011-05")
    q("2011年要交多少增值税", status="out_of_scope")
    q("销售额", status="clarify", note="a bare metric word")


def account_manager(q):
    q("客户18102今年下了多少单", "{orders} | customer='18102' and y='2011'")
    q("客户17841在2011年每个季度的订单数", "{orders} | customer='17841' and y='2011' | qtr")
    q("2011年销售额超过6万的客户有哪些", "customer, {rev} | y='2011' and customer is not null | customer "
      "| having sum(amount)>600000000 order by 2 desc", rows=True)
    q("瑞典2011年销售额最高的客户是谁", "customer, {rev} | country='Sweden' and y='2011' and customer is not null | customer "
      "| order by 2 desc limit 1", rows="any")
    q("客户12415第一季度买了多少钱", "{rev} | customer='12415' and qtr='2011-Q1'", "2011-Q1")
    q(["客户13089第二季度的销售额", "第三季度呢"], "{rev} | customer='13089' and qtr='2011-Q3'", "2011-Q3")
    q(["客户14298在10月的销售额", "16029呢"], "{rev} | customer='16029' and m='2011-10'", "2011-10")
    q(["法国2011年销售额前五的客户", "只留前两名"], "customer, {rev} | country='France' and y='2011' and customer is not null | customer "
      "| order by 2 desc limit 2")
    q(["客户16684第三季度的订单数", "按月看"], "{orders} | customer='16684' and qtr='2011-Q3' | m", "2011-Q3")
    q("介绍一下客户17450", tool="customer_profile")
    q("客户76543今年的销售额", status="empty", note="no such customer")


def marketer(q):
    q("第二季度每个月的新客户数", "{new} | qtr='2011-Q2' | m", "2011-Q2")
    q("上个月有多少客户下单", "{customers} | m='2011-11'", "2011-11")
    q("产品22197在9月的销量", "{sold} | code='22197' and m='2011-09'", "2011-09")
    q(["9月的新客户数", "下单客户总数呢"], "{customers} | m='2011-09'", "2011-09")
    q(["47566第二季度的销量", "第三季度呢"], "{sold} | code='47566' and qtr='2011-Q3'", "2011-Q3")
    q("上次营销活动的响应率是多少", status="out_of_scope", note="no campaigns")
    q("预测未来三个月的订单数", tool="forecast")
