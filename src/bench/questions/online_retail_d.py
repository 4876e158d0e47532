"""Questions over UCI Online Retail, fourth set, only scored, in the voices of fifteen people: newest order 2011-12-09."""


def ask(q):
    rep_on_the_phone(q)
    controller(q)
    friendly_manager(q)
    speaker_of_another_language(q)
    marketing(q)
    buyer(q)
    executive_assistant(q)
    owner(q)
    export_clerk(q)
    accounting(q)
    purchasing(q)
    old_shopkeeper(q)
    growth(q)
    secretary(q)
    newcomer(q)


def rep_on_the_phone(q):
    q("netherlands aug, jst revenue n orders", "{rev}, {orders} | country='Netherlands' and m='2011-08'", "2011-08")
    q("hows swizerland vs belgium, nr of orders, oct", "{orders} | country in ('Switzerland','Belgium') and m='2011-10' | country", "2011-10")
    q("5 worst countries last quarter by rev", "country, {rev} | qtr='2011-Q3' | country | order by 2 limit 5", "2011-Q3")
    q("did 12471 order anythng in novmber? how many times", "{orders} | customer='12471' and m='2011-11'", "2011-11")
    q("top 3 skus by revenue wk of 14 nov", "name, {rev} | week='2011-11-14' and {products} | code | order by 2 desc limit 3",
      "2011-11-14..2011-11-20")
    q(["regency cakestand 3 tier - units sold oct", "n nov"], "{sold} | code='22423' and m='2011-11'", "2011-11",
      alike="{sold} | description like '%regency cakestand 3 tier%' and m='2011-11'")
    q(["spain q2 rev", "sorry q3", "and how many custs"], "{customers} | country='Spain' and qtr='2011-Q3'", "2011-Q3")
    q(["whos top 3 in germany this yr, revenue", "how many orders did the 2nd one place"],
      "{orders} | y='2011' and customer=(select customer from l where country='Germany' and y='2011' and customer is not null "
      "group by 1 order by sum(amount) desc limit 1 offset 1)")
    q("aov", status="clarify", note="a bare metric word")
    q("wheres the parcel for order 581587 rn", status="out_of_scope", note="no deliveries")


def controller(q):
    q("Revenue, gross revenue and value of returns for the period from 1 October 2011 to 30 November 2011.",
      "{rev}, {gross}, {returns} | m in ('2011-10','2011-11')", "2011-10-01..2011-11-30")
    q("List every country whose return rate for 2011 exceeded 10%.", "country, {return_rate} | y='2011' | country | having {return_rate}>0.1 "
      "order by 2 desc", rows=True)
    q("Average price of item 22086, quarter by quarter, in 2011.", "{price} | code='22086' and y='2011' | qtr")
    q("Revenue in the first nine days of December: 2011 against 2010.", "{rev} | substr(day,6) between '12-01' and '12-09' | y")
    q("Which customers returned goods worth more than 10,000 in 2011? With amounts.", "customer, {returns} | y='2011' and customer is not null "
      "| customer | having {returns}>10000 order by 2 desc", rows=True)
    q(["Return rate by month, July to November 2011", "Restrict that to the United Kingdom.", "July to September only."],
      "{return_rate} | country='United Kingdom' and qtr='2011-Q3' | m", "2011-Q3")
    q(["Gross revenue in September 2011", "Now net of returns."], "{rev} | m='2011-09'", "2011-09",
      alike="round(({gross})-({returns}),2) | m='2011-09'")
    q(["Revenue for Q2 2011 by country, top five", "I need five again, excluding the United Kingdom and EIRE."],
      "country, {rev} | qtr='2011-Q2' and country not in ('United Kingdom','EIRE') | country | order by 2 desc limit 5", "2011-Q2")
    q("Which invoices are overdue by more than 60 days?", status="out_of_scope", note="no payments")


def friendly_manager(q):
    q("Hello there! I'm putting together a little slide for the team and would love to know how many orders we took from France in the third "
      "quarter of 2011 and, in the same breath, what the average order value was.", "{orders}, {aov} | country='France' and qtr='2011-Q3'",
      "2011-Q3")
    q("Hope you're well. Could you tell me, for my Monday meeting, which three countries other than the United Kingdom gave us the most "
      "orders in 2011, with the counts?", "country, {orders} | y='2011' and country<>'United Kingdom' | country | order by 2 desc limit 3")
    q("I keep hearing that Australia has slowed down; would you be so kind as to lay out its number of orders quarter by quarter for 2011 so "
      "that we can all see for ourselves?", "{orders} | country='Australia' and y='2011' | qtr")
    q("If you have a second: of all our revenue outside the UK in 2011, what fraction was Germany's?",
      "round(1.0*sum(case when country='Germany' then amount end)/sum(amount),6) | y='2011' and country<>'United Kingdom'")
    q("My daughter asked me what we sell most of, and I had no idea! Which single product had the highest number of units sold in 2011?",
      "name, {sold} | y='2011' and {products} | code | order by 2 desc limit 1", rows="any")
    q(["Good morning! How did EIRE do in terms of revenue in the first half of 2011?",
       "Lovely, thank you. And what would that look like for the Channel Islands, just out of interest?",
       "Splendid. Now break that one down by quarter for me, please."],
      "{rev} | country='Channel Islands' and qtr in ('2011-Q1','2011-Q2') | qtr", "2011-01-01..2011-06-30")
    q(["Could you remind me what our revenue was in August and in September 2011?", "Goodness, and what was behind that jump?"],
      tool="explain_change")
    q(["I'd like the five customers with the highest revenue in the third quarter of 2011, please.",
       "Would you mind showing me five again, but leaving out 17450 and 14646?"],
      "customer, {rev} | qtr='2011-Q3' and customer is not null and customer not in ('17450','14646') | customer "
      "| order by 2 desc limit 5", "2011-Q3")


def speaker_of_another_language(q):
    q("Please how much is the turnover of Sweden in the year 2011?", "{rev} | country='Sweden' and y='2011'")
    q("I need know which clients from Norway have bought the most, the 3 first, by revenue, of all the time",
      "customer, {rev} | country='Norway' and customer is not null | customer | order by 2 desc limit 3")
    q("In which month of 2011 the average order value was the most low, and how much?",
      "distinct (select min(a) from (select {aov} a from l where y='2011' group by m))")
    q("Give me please the orders of Finland from 1 of september until 30 of november 2011",
      "{orders} | country='Finland' and m in ('2011-09','2011-10','2011-11')", "2011-09-01..2011-11-30")
    q("How many new clients are arrived in each month from june until august?", "{new} | m in ('2011-06','2011-07','2011-08') | m",
      "2011-06-01..2011-08-31")
    q(["How many pieces of the article 84879 we have sold in october?", "And how much revenue it has made?"],
      "{rev} | code='84879' and m='2011-10'", "2011-10")
    q(["The revenue of Portugal in third quarter 2011?", "Excuse me, I wanted to say Spain", "And how much percent of the whole company this is?"],
      "round(1.0*sum(case when country='Spain' then amount end)/sum(amount),6) | qtr='2011-Q3'", "2011-Q3")
    q(["We made how much revenue with customer 12748 in november?", "No no, with 12471 I wanted"],
      "{rev} | customer='12471' and m='2011-11'", "2011-11")
    q("How many orders has made each of our sellers in october?", status="out_of_scope", note="no reps")


def marketing(q):
    q("top 5 bestsellers by units sold in the halloween week, 24 to 30 Oct 2011",
      "name, {sold} | week='2011-10-24' and {products} | code | order by 2 desc limit 5", "2011-10-24..2011-10-30")
    q("how many customers bought the RABBIT NIGHT LIGHT in november?", "{customers} | code='23084' and m='2011-11'", "2011-11",
      alike="{customers} | description like '%rabbit night light%' and m='2011-11'")
    q("revenue week by week from 7 Nov to 4 Dec 2011", "{rev} | day between '2011-11-07' and '2011-12-04' | week", "2011-11-07..2011-12-04")
    q("put our customers into segments by how they buy", tool="segment_customers")
    q("what else ends up in the basket with SPOTTY BUNTING?", tool="basket_rules")
    q(["new customers in october", "and how does that compare to september?"], "{new} | m in ('2011-09','2011-10') | m")
    q(["top 5 products by revenue in q3 2011", "just for France", "by units sold, please"],
      "name, {sold} | country='France' and qtr='2011-Q3' and {products} | code | order by 2 desc limit 5", "2011-Q3")
    q(["new customers in september", "split by age group"], status="out_of_scope", note="no ages")


def buyer(q):
    q("22086: units sold month by month, Aug thru Nov 2011", "{sold} | code='22086' and m between '2011-08' and '2011-11' | m",
      "2011-08-01..2011-11-30")
    q("items over 5,000 units sold in Nov", "name, {sold} | m='2011-11' and {products} | code | having {sold}>5000 order by 2 desc", "2011-11",
      rows=True)
    q("avg price of 47566, Q1 vs Q2 2011", "{price} | code='47566' and qtr in ('2011-Q1','2011-Q2') | qtr")
    q("units sold in q2 2011, 85099B against 22386", "{sold} | code in ('85099B','22386') and qtr='2011-Q2' | code", "2011-Q2")
    q(["units sold of 84879 last month", "which country outside the UK took the most?"],
      "country, {sold} | code='84879' and m='2011-11' and country<>'United Kingdom' | country | order by 2 desc limit 1", "2011-11", rows="any")
    q(["top 5 products by returns value in q3 2011", "what's the return rate of the first one?"],
      "{return_rate} | qtr='2011-Q3' and code=(select code from l where qtr='2011-Q3' and {products} group by 1 order by {returns} desc limit 1)",
      "2011-Q3")
    q(["WHITE HANGING HEART T-LIGHT HOLDER, units sold in Q3", "ok now forecast that for the next 3 months"], tool="forecast")
    q(["units sold of 22423 in october", "and what did the supplier charge us for them?"], status="out_of_scope", note="no costs")


def executive_assistant(q):
    q("For the board pack: revenue and orders by quarter of 2011, UK only.", "{rev}, {orders} | country='United Kingdom' and y='2011' | qtr")
    q("For Ms Hart's nine o'clock: yesterday's revenue and number of orders, please.", "{rev}, {orders} | day='2011-12-08'", "2011-12-08")
    q("Two things please: revenue in Japan in 2011, and the number of new customers in November 2011.",
      "distinct (select {rev} from l where country='Japan' and y='2011'), (select {new} from l where m='2011-11')")
    q("Month-to-date revenue and orders, please.", "{rev}, {orders} | m='2011-12'")
    q(["Revenue by country in Q3 2011, the top four", "Take the third one and give me its months."],
      "{rev} | country='Netherlands' and qtr='2011-Q3' | m", "2011-Q3")
    q(["What was EIRE's revenue in November?", "He meant October, apologies.", "Back to November, but for Germany."],
      "{rev} | country='Germany' and m='2011-11'", "2011-11")
    q(["Forecast revenue for the next 3 months", "Different topic: who were the top 3 customers by revenue in Q3 2011?"],
      "customer, {rev} | qtr='2011-Q3' and customer is not null | customer | order by 2 desc limit 3", "2011-Q3")


def owner(q):
    q("今年到现在做了多少万的销售额", "{rev} | y='2011'")
    q("上个月哪几个国家的销售额破了2万", "country, {rev} | m='2011-11' | country | having {rev}>20000 order by 2 desc", "2011-11", rows=True)
    q("今年英国以外的销售额里头,荷兰占几成",
      "round(1.0*sum(case when country='Netherlands' then amount end)/sum(amount),6) | y='2011' and country<>'United Kingdom'")
    q("咱们手里的老客户,哪些有要跑的苗头", tool="rank_customers")
    q(["10月卖了多少钱", "跟11月放一块儿比比"], "{rev} | m in ('2011-10','2011-11') | m")
    q(["三季度销售额前三的国家", "第二名每个月是多少"], "{rev} | country='EIRE' and qtr='2011-Q3' | m", "2011-Q3")
    q(["10月和11月的销售额各多少", "咋一下涨了这么多?"], tool="explain_change")
    q("这个季度的销售指标能完成吗", status="out_of_scope", note="no quotas")


def export_clerk(q):
    q("Spain那边Q3的revenue有多少", "{rev} | country='Spain' and qtr='2011-Q3'", "2011-Q3")
    q("帮我拉一下Switzerland今年top 3客户,by revenue", "customer, {rev} | country='Switzerland' and y='2011' and customer is not null "
      "| customer | order by 2 desc limit 3")
    q("France和Spain 11月的AOV对比一下", "{aov} | country in ('France','Spain') and m='2011-11' | country", "2011-11")
    q("客户12748下一单可以推点什么货给他", tool="recommend_products")
    q("14646这个客户9月、10月、11月每个月下了几单", "{orders} | customer='14646' and m in ('2011-09','2011-10','2011-11') | m",
      "2011-09-01..2011-11-30")
    q(["EIRE Q2的orders", "Q3呢", "销售额也给一下"], "{rev} | country='EIRE' and qtr='2011-Q3'", "2011-Q3")
    q(["Norway今年的revenue,by month", "只要7到9月"], "{rev} | country='Norway' and qtr='2011-Q3' | m", "2011-Q3")
    q(["客户14156 Q3的销售额", "打错了,是14911", "他下了几单"], "{orders} | customer='14911' and qtr='2011-Q3'", "2011-Q3")
    q("英镑兑美元今天什么价", status="out_of_scope")


def accounting(q):
    q("11年三季度毛销售额、退货金额、净销售额分别是多少", "{gross}, {returns}, {rev} | qtr='2011-Q3'", "2011-Q3")
    q("2011年退货金额超过5000的国家有哪些", "country, {returns} | y='2011' | country | having {returns}>5000 order by 2 desc", rows=True)
    q("2011年12月1日至9日的销售额,同比", "{rev} | substr(day,6) between '12-01' and '12-09' | y")
    q("英国和德国11月销售额环比", "{rev} | country in ('United Kingdom','Germany') and m in ('2011-10','2011-11') | country, m")
    q("2011年上半年各季度退货率", "{return_rate} | m between '2011-01' and '2011-06' | qtr", "2011-01-01..2011-06-30")
    q(["2011年各月退货率", "只列一季度的"], "{return_rate} | qtr='2011-Q1' | m", "2011-Q1")
    q(["2011年10月毛销售额", "扣掉退货之后的净额呢"], "{rev} | m='2011-10'", "2011-10",
      alike="round(({gross})-({returns}),2) | m='2011-10'")
    q("今年的毛利率比去年高还是低", status="out_of_scope", note="no costs")
    q("2010年6月的销售额", status="empty", note="before the first order")


def purchasing(q):
    q("20725四月到六月每个月卖了多少件", "{sold} | code='20725' and qtr='2011-Q2' | m", "2011-Q2")
    q("10月销量过4500件的产品都列一下", "name, {sold} | m='2011-10' and {products} | code | having {sold}>4500 order by 2 desc", "2011-10",
      rows=True)
    q("RABBIT NIGHT LIGHT这款今年哪个月卖得最多,多少件",
      "distinct (select max(n) from (select {sold} n from l where code='23084' and y='2011' group by m))")
    q("估一下22423未来8周的销量", tool="forecast")
    q(["上个月销量前五的产品", "排第三的那个10月卖了多少件"], "{sold} | code='22086' and m='2011-10'", "2011-10")
    q(["22720一季度的平均售价", "三季度呢"], "{price} | code='22720' and qtr='2011-Q3'", "2011-Q3")
    q("85123A仓库里还剩多少", status="out_of_scope", note="no stock")


def old_shopkeeper(q):
    q("上月营业额几何", "{rev} | m='2011-11'", "2011-11")
    q("三季度的客单价", "{aov} | qtr='2011-Q3'", "2011-Q3")
    q("今年哪一天营业额最高,有多少", "distinct (select max(r) from (select {rev} r from l where y='2011' group by day))")
    q("爱尔兰的老主顾,按下单次数排前两位", "customer, {orders} | country='EIRE' and customer is not null | customer | order by 2 desc limit 2")
    q("双十一那天的营业额", "{rev} | day='2011-11-11'", "2011-11-11")
    q("11月中旬的营业额是多少", "{rev} | day between '2011-11-11' and '2011-11-20'", "2011-11-11..2011-11-20")
    q(["九月营业额", "十月呢", "这两个月合计多少"], "{rev} | m in ('2011-09','2011-10')", "2011-09-01..2011-10-31")
    q(["日本客商今年买了多少钱的货", "分季度报来"], "{rev} | country='Japan' and y='2011' | qtr")


def growth(q):
    q("10月新客数环比", "{new} | m in ('2011-09','2011-10') | m")
    q("9月下旬一共多少单", "{orders} | day between '2011-09-21' and '2011-09-30'", "2011-09-21..2011-09-30")
    q("三季度新客户最多的两个国家", "country, {new} | qtr='2011-Q3' | country | order by 2 desc limit 2", "2011-Q3")
    q("10月31日到11月27日,按周看订单数", "{orders} | day between '2011-10-31' and '2011-11-27' | week", "2011-10-31..2011-11-27")
    q(["11月的客单价", "跟去年12月比一下"], "{aov} | m in ('2010-12','2011-11') | m")
    q(["法国三季度的新客户数", "算了,看德国吧", "按月拆开"], "{new} | country='Germany' and qtr='2011-Q3' | m", "2011-Q3")
    q(["上季度有多少客户下单", "英国以外的呢"], "{customers} | country<>'United Kingdom' and qtr='2011-Q3'", "2011-Q3")
    q("我们小红书笔记的点击率咋样", status="out_of_scope")


def secretary(q):
    q("麻烦出一下2011年各季度英国以外的销售额和订单数", "{rev}, {orders} | country<>'United Kingdom' and y='2011' | qtr")
    q("领导要昨天和前天的销售额,分开列", "{rev} | day in ('2011-12-07','2011-12-08') | day")
    q("两件事:意大利今年的订单数,还有10月的退货金额",
      "distinct (select {orders} from l where country='Italy' and y='2011'), (select {returns} from l where m='2011-10')")
    q("最近三个完整的月份,每月下单的客户数", "{customers} | m in ('2011-09','2011-10','2011-11') | m", "2011-09-01..2011-11-30")
    q(["澳大利亚上个月的销售额", "领导改主意了,要看瑞士", "把订单数也加上"], "{rev}, {orders} | country='Switzerland' and m='2011-11'", "2011-11")
    q(["预测一下下个季度的销售额", "先不管预测了,8月有多少订单?"], "{orders} | m='2011-08'", "2011-08")
    q(["2011年销售额前四的客户列一下", "最后那位三季度买了多少钱"], "{rev} | customer='14911' and qtr='2011-Q3'", "2011-Q3")


def newcomer(q):
    q("客户18102是个什么情况,给我讲讲", tool="customer_profile")
    q("我刚来,你这儿都有哪些数据可以查呀", tool="describe_data")
    q(["上周多少单", "那按天呢", "销售额也按天来一份"], "{rev} | week='2011-11-28' | day", "2011-11-28..2011-12-04")
    q(["英国11月每天的销售额", "最高那天是多少"],
      "distinct (select max(r) from (select {rev} r from l where country='United Kingdom' and m='2011-11' group by day))")
    q("订单数", status="clarify", note="a bare metric word")
