"""Questions over UCI Online Retail, seventh set, only scored, everyday words that narrow and everyday words that do not: newest order 2011-12-09."""

BEYOND = "clarify|out_of_scope"


def ask(q):
    phone_sales(q)
    credit_control(q)
    export_manager(q)
    second_language(q)
    executive_assistant(q)
    range_buyer(q)
    waimao(q)
    neiqin(q)
    jingli(q)
    kefu(q)
    caigou(q)
    zhuli(q)


def phone_sales(q):
    q("morning morning, got 13408 on hold, how many orders from them this year", "{orders} | customer='13408' and y='2011'")
    q("how many orders in november came in by fax", status=BEYOND, note="no channels")
    q("battery nearly dead, quick: sales in ireland in october", "{rev} | country='EIRE' and m='2011-10'", "2011-10")
    q("revenue from customers who found us on google, q3", status=BEYOND, note="no sources of customers")
    q(["15061 sales in august", "september", "whats their avg order value in september"], "{aov} | customer='15061' and m='2011-09'", "2011-09")
    q(["orders last week", "just the ones still waiting to be packed"], status=BEYOND, note="no fulfilment")


def credit_control(q):
    q("For my month-end reconciliation: net revenue, 1 to 30 November 2011, to the penny.", "{rev} | m='2011-11'", "2011-11")
    q("Revenue in Q2 2011 from accounts that are on stop.", status=BEYOND, note="no credit status")
    q("Returns value per month, July to October 2011", "{returns} | m between '2011-07' and '2011-10' | m", "2011-07-01..2011-10-31")
    q("Which customers had a returns value above 1,000 in October 2011?", "customer, {returns} | m='2011-10' and customer is not null | customer "
      "| having {returns}>1000", "2011-10", rows=True)
    q("How much of the September revenue was paid by credit card?", status=BEYOND, note="no payments")
    q(["Return rate, first half of 2011", "Same six months, month by month"], "{return_rate} | m between '2011-01' and '2011-06' | m", "2011-01-01..2011-06-30")
    q(["The auditor has a cold and is in a hurry, so just this: gross revenue for Q1 2011", "And the net revenue?"], "{rev} | qtr='2011-Q1'", "2011-Q1")


def export_manager(q):
    q("Hello there, lovely to be back after two weeks in the sun! Would you be so kind and tell me what revenue the Netherlands brought in in September, "
      "I have a coffee with our forwarder later", "{rev} | country='Netherlands' and m='2011-09'", "2011-09")
    q("I was wondering how many of our German customers speak English well enough for a call, could you check?", status=BEYOND, note="no languages")
    q("My daughter is doing a school project on trade and asked me which five countries apart from the United Kingdom bought most from us in 2011 by "
      "revenue, could you help us?", "country, {rev} | country<>'United Kingdom' and y='2011' | country | order by 2 desc limit 5")
    q(["Sales to France per month in the third quarter", "lovely, now without the customers that came over from our old distributor"],
      status=BEYOND, note="no former distributors")
    q("What do you reckon Germany will do in revenue over the next quarter? I need something to say in the planning round", tool="forecast")


def second_language(q):
    q("How many pieces of the product 21212 was sold in Germany in quarter three?", "{sold} | code='21212' and country='Germany' and qtr='2011-Q3'", "2011-Q3")
    q("Please the revenue of the clients which have complained of the packaging in october", status=BEYOND, note="no complaints")
    q("I am sitting in train and my colleague from Lisbon waits: how many orders has made Portugal in november?",
      "{orders} | country='Portugal' and m='2011-11'", "2011-11")
    q(["Top 3 products in Norway in Q3 by revenue", "and for Finland?"],
      "name, {rev} | country='Finland' and qtr='2011-Q3' and {products} | code | order by 2 desc limit 3", "2011-Q3")
    q(["sales in Italy last quarter", "no sorry, Austria I wanted", "and how many orders was it"], "{orders} | country='Austria' and qtr='2011-Q3'", "2011-Q3")


def executive_assistant(q):
    q("The lawyers need this by noon for the contract: total number of orders from 1 January up to and including 30 November 2011",
      "{orders} | y='2011' and m<='2011-11'", "2011-01-01..2011-11-30")
    q("What did we sell to members of the chamber of commerce last month?", status=BEYOND, note="no memberships")
    q(["He's on stage in five minutes and wants to brag: how many different customers bought from us in November?", "and in October, for comparison?"],
      "{customers} | m='2011-10'", "2011-10")
    q(["Revenue of the top five customers in Q3, please", "what share of the total Q3 revenue is that, all five together?"],
      "round(1.0*sum(case when customer in (select customer from l where qtr='2011-Q3' and customer is not null group by 1 order by sum(amount) desc "
      "limit 5) then amount end)/sum(amount),6) | qtr='2011-Q3'", "2011-Q3")


def range_buyer(q):
    q("sample is on my desk right now and i need to decide, units sold of 22720 in q3 and in q2?", "{sold} | code='22720' and qtr in ('2011-Q2','2011-Q3') | qtr")
    q("how many of 23084 went out as gifts to bloggers", status=BEYOND, note="no recipients of gifts")
    q(["top 5 products by revenue in october", "only those made from recycled material"], status=BEYOND, note="no materials")


def waimao(q):
    q("急急急!客户电话还没挂,14156上个月买了多少钱", "{rev} | customer='14156' and m='2011-11'", "2011-11")
    q("上个月通过阿里国际站来的订单有多少", status=BEYOND + "|empty", note="no channels")
    q(["哈喽,打扰一下,瑞典三季度多少单", "丹麦呢?晚上要跟那边开电话会"], "{orders} | country='Denmark' and qtr='2011-Q3'", "2011-Q3")
    q("法国客户里会讲中文的有几个", status=BEYOND, note="no languages")
    q(["挪威11月销售额", "写错了,是瑞士", "下单的客户有几个"], "{customers} | country='Switzerland' and m='2011-11'", "2011-11")
    q(["德国10月有多少客户下单", "里面开实体店的有多少"], status=BEYOND, note="no kinds of customers")


def neiqin(q):
    q("主管催我交日报,12月6号的订单数和销售额", "{orders}, {rev} | day='2011-12-06'", "2011-12-06")
    q("11月发错货的订单有几单", status=BEYOND, note="no deliveries")
    q("9月份每天的订单数", "{orders} | m='2011-09' | day", "2011-09")
    q("12748这个客户什么来头,帮我看看", tool="customer_profile")
    q(["麻烦看下10月退货金额", "9月的呢?财务等着对账"], "{returns} | m='2011-09'", "2011-09")


def jingli(q):
    q("晚上要跟太太解释我为什么老加班,哈哈,帮我拉一下今年7月到11月每个月的销售额", "{rev} | m between '2011-07' and '2011-11' | m", "2011-07-01..2011-11-30")
    q("12月1日到9日的销售额,跟去年同期比怎么样", "{rev} | substr(day,6) between '12-01' and '12-09' | y")
    q("今年靠老客户转介绍拿到的销售额是多少", status=BEYOND, note="no referrals")
    q(["三季度销售额最高的3个国家", "去掉英国和爱尔兰再排一次", "平均每单金额也列上"],
      "country, {rev}, {aov} | qtr='2011-Q3' and country not in ('United Kingdom','EIRE') | country | order by 2 desc limit 3", "2011-Q3")
    q(["上个月新客户多少个", "有几个是看了朋友圈广告来的"], status=BEYOND, note="no sources of customers")
    q("给个未来4周的销售额预测,我好跟仓库打招呼", tool="forecast")


def kefu(q):
    q("10月份打电话来催货的客户一共买了多少钱", status=BEYOND, note="no calls")
    q("我嗓子哑了只能打字,21733这款8月卖了多少个", "{sold} | code='21733' and m='2011-08'", "2011-08")
    q(["23203上季度销售额", "22386呢", "这两个11月各卖了多少个"], "{sold} | code in ('23203','22386') and m='2011-11' | code", "2011-11")


def caigou(q):
    q("下周去义乌看货,想先心里有个数:三季度卖得最多的5款产品,按数量", "name, {sold} | qtr='2011-Q3' and {products} | code | order by 2 desc limit 5", "2011-Q3")
    q("供应商说要涨价的那几款产品11月卖了多少", status=BEYOND, note="which ones is not said and no record of it")
    q("跟22384搭着卖得好的有哪些", tool="basket_rules")
    q(["20727今年每个季度的销量", "只看买去当婚礼回礼的"], status=BEYOND, note="no occasions")
    q("新来的同事做培训材料要用,20725的平均售价,10月的", "{price} | code='20725' and m='2011-10'", "2011-10")


def zhuli(q):
    q("老板明天飞德国见客户,顺便让我问下德国10月和11月的销售额", "{rev} | country='Germany' and m in ('2011-10','2011-11') | m", "2011-10-01..2011-11-30")
    q(["董事长秘书让我问,二季度新客户有多少", "一季度也报一下吧"], "{new} | qtr='2011-Q1'", "2011-Q1")
    q("今年单月订单数最多的是哪个月,多少单", "distinct (select max(n) from (select {orders} n from l where y='2011' group by m))")
    q("跟我们签了独家协议的客户今年一共下了多少单", status=BEYOND, note="no contracts")
    q(["客户15061今年销售额", "18102的也看看", "订单数两个都给我"], "customer, {orders} | customer in ('15061','18102') and y='2011' | customer")
