"""Questions over the sample company, fourth set, only scored, in the voices of fourteen people: newest order 2025-12-12."""


def ask(q):
    rep_on_the_phone(q)
    controller(q)
    friendly_manager(q)
    learner_of_english(q)
    campaign_manager(q)
    buyer(q)
    executive_assistant(q)
    veteran_seller(q)
    finance_chief(q)
    shop_manager(q)
    office_of_the_president(q)
    purchaser(q)
    account_director(q)
    brand_specialist(q)


def rep_on_the_phone(q):
    q("amelia hart revnue wk of 3 nov", "{rev} | rep='Amelia Hart' and week='2025-11-03'", "2025-11-03..2025-11-09")
    q("copenhagen orders this yr so far vs same time last yr", "distinct (select {orders} from l where city='Copenhagen' and y='2025'), "
      "(select {orders} from l where city='Copenhagen' and day between '2024-01-01' and '2024-12-12')", tool="query_metrics")
    q("5 biggest cust in manchester by rev, last 12 mths", "customer_name, {rev} | city='Manchester' and m between '2024-12' and '2025-11' "
      "| customer | order by 2 desc limit 5", "2024-12-01..2025-11-30")
    q("decaf beans how many sold nov", "{sold} | code='COF-104' and m='2025-11'", "2025-11", alike="{sold} | name like '%decaf%' and m='2025-11'")
    q("bristol cafes avg order val in oct", "{aov} | city='Bristol' and type='Café' and m='2025-10'", "2025-10")
    q("seeing foxglove inn in 10 min, tell me abt them", tool="customer_profile")
    q(["rev leeds oct", "sry meant liverpool", "n sept?"], "{rev} | city='Liverpool' and m='2025-09'", "2025-09")
    q(["top 3 reps nov, revenue", "the second one, his or her 3 best customers"], "customer_name, {rev} | m='2025-11' and rep=(select rep "
      "from l where m='2025-11' group by rep order by sum(amount) desc limit 1 offset 1) | customer | order by 2 desc limit 3", "2025-11")
    q(["wren house hotel orders q3", "n how much revenue was that"], "{rev} | customer='C1003' and qtr='2025-Q3'", "2025-Q3")
    q("orders of C9999 this yr", status="empty|clarify", note="no such customer")
    q("is the m62 jammed rn", status="out_of_scope")


def controller(q):
    q("Net revenue by quarter for the period 1 April 2024 to 31 March 2025.", "{rev} | day between '2024-04-01' and '2025-03-31' | qtr",
      "2024-04-01..2025-03-31")
    q("Gross margin for the third quarter of 2025, excluding the regions UK North and UK South.",
      "{margin} | qtr='2025-Q3' and region not in ('UK North','UK South')", "2025-Q3",
      alike="{margin} | qtr='2025-Q3' and coalesce(region,'') not in ('UK North','UK South')")
    q("Return rate by region for the twelve months ended 30 November 2025.", "region, {return_rate} | m between '2024-12' and '2025-11' | region",
      "2024-12-01..2025-11-30")
    q("Returns value in ISO week 46 of 2025.", "{returns} | week='2025-11-10'", "2025-11-10..2025-11-16")
    q("Units net of returns, Cleaning & Care, fourth quarter of 2024.", "{units} | category='Cleaning & Care' and qtr='2024-Q4'", "2024-Q4")
    q("Which customer types had a discount rate above 1 % in the first half of 2025?",
      "type, {discount_rate} | m between '2025-01' and '2025-06' | type | having {discount_rate}>0.01", "2025-01-01..2025-06-30", rows=True)
    q(["Revenue in November 2025 by region.", "As a percentage of the total."],
      "region, round(1.0*sum(amount)/(select sum(amount) from l where m='2025-11'),6) | m='2025-11' | region", "2025-11")
    q(["Margin rate in Q2 2025.", "Against Q2 2024?", "Restrict both to Hotel."],
      "{margin_rate} | type='Hotel' and qtr in ('2024-Q2','2025-Q2') | qtr")
    q(["Gross margin in Q3 2025 compared with Q2 2025.", "Why?"], tool="explain_change")


def friendly_manager(q):
    q("Good morning! When you have a moment, could you tell me how many different customers placed at least one order with us during "
      "September 2025?", "{customers} | m='2025-09'", "2025-09")
    q("I have a review with Priya on Thursday, so it would be lovely to see her revenue for each quarter of 2024 in one table, thank you so "
      "much.", "{rev} | rep='Priya Nair' and y='2024' | qtr", "2024")
    q("Just to settle a friendly bet in the office: on which day of the week did we get the most orders in 2024, and how many were there?",
      "distinct (select max(n) from (select {orders} n from l where y='2024' group by wd))", tool="query_metrics")
    q("Could you be so kind as to put Grace and Samuel side by side for the second quarter of 2025, both their orders and their revenue?",
      "rep, {orders}, {rev} | rep in ('Grace Whitlock','Samuel Adeyemi') and qtr='2025-Q2' | rep", "2025-Q2")
    q("We would dearly like to know which two cities brought us the most new customers in 2024, if that can be found out.",
      "city, {new} | y='2024' | city | order by 2 desc limit 2", "2024")
    q(["I'd like to get to know the Benelux a little better, so what revenue did each type of customer there bring in during the first "
       "half of 2025?", "Lovely, and how many orders were those?"],
      "type, {orders} | region='Benelux' and m between '2025-01' and '2025-06' | type", "2025-01-01..2025-06-30")
    q(["Please show me our ten best products of October 2025 by revenue, if it isn't too much trouble.",
       "On second thoughts, just those from Tableware, and five of them will do nicely."],
      "name, {rev} | m='2025-10' and category='Tableware' | code | order by 2 desc limit 5", "2025-10")
    q(["How did Lena do in September, revenue-wise?", "And the whole of Germany & Nordics in that same month?", "Thank you! Something else "
       "entirely: how many different customers ordered from us in 2023?"], "{customers} | y='2023'", "2023")
    q("Would you mind giving me an idea of what the UK South region might sell over the next three months?", tool="forecast")
    q("Could you please order a bunch of flowers for Niamh's birthday next week?", status="out_of_scope")


def learner_of_english(q):
    q("How much we have sold in Spain the last year, in revenue?", "{rev} | country='Spain' and y='2024'", "2024")
    q("Please give me list of clients from Lyon with revenue more than 5000 in 2024", "customer_name, {rev} | city='Lyon' and y='2024' "
      "| customer | having sum(amount)>50000000", "2024", rows=True)
    q("What is the quantity of earl grey sold from February until May of 2025?", "{sold} | code='TEA-202' and m between '2025-02' and '2025-05'",
      "2025-02-01..2025-05-31", alike="{sold} | name like '%earl grey%' and m between '2025-02' and '2025-05'")
    q("In which country was the return rate most high in 2024?", "country, {return_rate} | y='2024' | country | order by 2 desc limit 1",
      "2024", rows="any")
    q("How many percent of revenue of 2023 is coming from offices?", "round(1.0*sum(case when type='Office' then amount end)/sum(amount),6) "
      "| y='2023'", "2023")
    q(["Give me please the turnover of Germany by month, since July", "The same, but for Denmark"],
      "{rev} | country='Denmark' and day>='2025-07-01' | m", "2025-07-01..2025-12-12")
    q(["Which are the five products most sold in 2024, in units?", "And the five less sold?"],
      "name, {sold} | y='2024' and {products} | code | order by 2 limit 5", "2024")
    q(["How many new customers we had in October?", "No, I wanted to say in August"], "{new} | m='2025-08'", "2025-08")
    q(["Revenue of Daniel Frost in the Q2 of 2025", "How is this compared with the quarter before?"],
      "{rev} | rep='Daniel Frost' and qtr in ('2025-Q1','2025-Q2') | qtr")
    q("What must do the client if the cups arrive broken?", tool="search_knowledge")


def campaign_manager(q):
    q("which campaign has had the highest response rate so far?", "camp: campaign, {response_rate} || campaign | order by 2 desc limit 1",
      rows="any")
    q("What did we spend on Warm Drinks 2024?", "campaign_spend: round(sum(spend)/10000.0,2) | campaign_key="
      "(select campaign_key from campaign where name='Warm Drinks 2024')")
    q("three worst rated categories in 2024 (average rating)", "fb: category, {rating} | y='2024' | category | order by 2 limit 3", "2024")
    q(["Response rate of Warm Drinks 2023?", "How many responses is that?"], "camp: {responses} | campaign='Warm Drinks 2023'")
    q(["new customers per month, first half of 2025", "make that per quarter"], "{new} | m between '2025-01' and '2025-06' | qtr",
      "2025-01-01..2025-06-30")
    q("which subject line had the best open rate?", status="out_of_scope", note="no opens")


def buyer(q):
    q("Slow movers in Coffee please - the 4 products with the fewest units sold in the last two quarters",
      "name, {sold} | category='Coffee' and qtr in ('2025-Q2','2025-Q3') | code | order by 2 limit 4", "2025-04-01..2025-09-30")
    q("average price of Kenya AA beans in Q1 2025 against Q3 2025", "{price} | code='COF-108' and qtr in ('2025-Q1','2025-Q3') | qtr")
    q("Any Tea & Chocolate products with returns above 900 in value in 2024? Which?", "name, {returns} | category='Tea & Chocolate' "
      "and y='2024' | code | having -sum(case when kind='return' then amount else 0 end)>9000000", "2024", rows=True)
    q(["Top 4 categories by units sold last quarter", "same for the quarter before that"],
      "category, {sold} | qtr='2025-Q2' and category is not null | category | order by 2 desc limit 4", "2025-Q2")
    q(["blue roll, units sold in October", "and Rinse Aid 5 l?", "now revenue, for the two of them"],
      "name, {rev} | code in ('CLE-812','CLE-810') and m='2025-10' | code", "2025-10")
    q("what do people usually buy together with the Knock Box Mini", tool="basket_rules")


def executive_assistant(q):
    q("For the board pack: revenue, orders and average order value, Q3 2025", "{rev}, {orders}, {aov} | qtr='2025-Q3'", "2025-Q3")
    q("For slide 4: revenue by region, 2023 next to 2024", "region, {rev} | y in ('2023','2024') | region, y")
    q("Please confirm November's revenue and how it moved on October", "{rev} | m in ('2025-10','2025-11') | m")
    q("Which reps brought in more than 100,000 in Q3 2025?", "rep, {rev} | qtr='2025-Q3' | rep | having sum(amount)>1000000000", "2025-Q3",
      rows=True)
    q("Two things for the CEO: the value of the open pipeline as it stands, and the number of opportunities created in October",
      "distinct (select {pipeline} from made where outcome='open'), (select {opps} from made where m='2025-10')", tool="query_metrics")
    q(["Revenue last year", "And the year before?", "Margin rate for both years, please"], "{margin_rate} | y in ('2023','2024') | y")
    q(["The five largest customers of 2023 by revenue, please", "How much revenue did number one bring in 2024?"],
      "{rev} | y='2024' and customer=(select customer from l where y='2023' group by 1 order by sum(amount) desc limit 1)", "2024")
    q(["Win rate in the first three quarters of 2025", "Per region?"],
      "opp: region, {win_rate} | m between '2025-01' and '2025-09' and outcome<>'open' | region", "2025-01-01..2025-09-30")


def veteran_seller(q):
    q("利兹那边上个月走了多少货,看销量", "{sold} | city='Leeds' and m='2025-11'", "2025-11")
    q("今年的销冠是哪位,销售额做到多少了", "rep, {rev} | y='2025' | rep | order by 2 desc limit 1", rows="any")
    q("Amelia手底下去年销售额过2万的客户有哪几家", "customer_name, {rev} | rep='Amelia Hart' and y='2024' | customer | having sum(amount)>200000000",
      "2024", rows=True)
    q("上个月订单数谁垫底", "rep, {orders} | m='2025-11' | rep | order by 2 limit 1", "2025-11", rows="any")
    q(["布里斯托上季度多少单", "牛津呢", "两个城市加起来一共多少单"], "{orders} | city in ('Bristol','Oxford') and qtr='2025-Q3'", "2025-Q3")
    q(["Niamh第三季度做了多少销售额", "打错了,是Hugo", "比去年同期呢"], "{rev} | rep='Hugo Lefèvre' and qtr in ('2024-Q3','2025-Q3') | qtr")
    q(["卡迪夫去年销售额前三的客户", "第一名今年第三季度的销售额是多少"], "{rev} | qtr='2025-Q3' and customer=(select customer from l "
      "where city='Cardiff' and y='2024' group by 1 order by sum(amount) desc limit 1)", "2025-Q3")
    q(["Owen Sinclair上季度的销售额", "Kevin Wang呢"], status="empty|clarify|out_of_scope", note="no such rep")
    q("手上哪些老客户快跑了,帮我拉个名单", tool="rank_customers")
    q("陪客户吃饭的餐费怎么报销", status="out_of_scope")


def finance_chief(q):
    q("请列出2025年前三季度各月净销售额", "{rev} | m between '2025-01' and '2025-09' | m", "2025-01-01..2025-09-30")
    q("2025年11月毛利率环比变化", "{margin_rate} | m in ('2025-10','2025-11') | m")
    q("剔除Hotel客户后,2024年全年折扣率是多少", "{discount_rate} | y='2024' and type<>'Hotel'", "2024",
      alike="{discount_rate} | y='2024' and coalesce(type,'')<>'Hotel'")
    q("截至11月底今年累计退货金额", "{returns} | m between '2025-01' and '2025-11'", "2025-01-01..2025-11-30")
    q("2025年第三季度退货率高于2.5%的国家有哪些", "country, {return_rate} | qtr='2025-Q3' | country | having {return_rate}>0.025", "2025-Q3", rows=True)
    q("Q3平均订单金额和Q2相比如何", "{aov} | qtr in ('2025-Q2','2025-Q3') | qtr")
    q(["2025年10月毛销售额", "退货金额", "那退货率呢"], "{return_rate} | m='2025-10'", "2025-10")
    q(["今年上半年各渠道净销售额", "各占多少比例"], "channel, round(1.0*sum(amount)/(select sum(amount) from l where m between '2025-01' and "
      "'2025-06'),6) | m between '2025-01' and '2025-06' | channel", "2025-01-01..2025-06-30")
    q(["2024年12月的毛利额", "不看12月了,换11月,今年去年都要"], "{margin} | m in ('2024-11','2025-11') | m")
    q("固定资产折旧年限是几年", status="out_of_scope")
    q("退货", status="clarify", note="a bare metric word: value or rate")


def shop_manager(q):
    q("双11当天Web shop出了多少单", "{orders} | channel='Web shop' and day='2025-11-11'", "2025-11-11")
    q("10月Web shop卖得最好的5个SKU,按件数排", "name, {sold} | channel='Web shop' and m='2025-10' and {products} | code | order by 2 desc limit 5",
      "2025-10")
    q("热巧粉TEA-210第46周(11月10日那周)卖了几件", "{sold} | code='TEA-210' and week='2025-11-10'", "2025-11-10..2025-11-16")
    q("11月各渠道订单量占比", "channel, round(1.0*count(distinct case when kind='sale' then invoice end)/(select {orders} from l where m='2025-11'),6) "
      "| m='2025-11' | channel", "2025-11")
    q(["本月到现在Web shop多少单了", "跟上个月同期(1号到12号)比呢"], "distinct (select {orders} from l where channel='Web shop' and m='2025-12'), "
      "(select {orders} from l where channel='Web shop' and day between '2025-11-01' and '2025-11-12')", tool="query_metrics")
    q(["Cups & Packaging 9月退货率", "只看Phone渠道的呢"], "{return_rate} | category='Cups & Packaging' and m='2025-09' and channel='Phone'", "2025-09")
    q(["上周日多少单", "上周六呢", "换个话题,2024年Coffee品类的毛利率是多少"], "{margin_rate} | category='Coffee' and y='2024'", "2024")
    q("C1475这家适合搭点什么品,推荐几个", tool="recommend_products")
    q("昨天网店UV和跳出率多少", status="out_of_scope", note="no visits")


def office_of_the_president(q):
    q("领导要看各大区2024年销售额排名", "region, {rev} | y='2024' | region | order by 2 desc", "2024")
    q("请报一下11月的销售额,以及同比情况", "{rev} | m in ('2024-11','2025-11') | m")
    q("2024年销售额超过20万的城市有哪些", "city, {rev} | y='2024' | city | having sum(amount)>2000000000", "2024", rows=True)
    q("整理一下2023年、2024年每个季度的赢单金额", "opp: {won} | y in ('2023','2024') | qtr", "2023-01-01..2024-12-31")
    q(["去年销售额最高的三个国家", "后三名呢"], "country, {rev} | y='2024' | country | order by 2 limit 3", "2024")
    q(["Priya上季度赢单金额", "赢单率呢", "全公司的赢单率呢"], "opp: {win_rate} | qtr='2025-Q3'", "2025-Q3")
    q(["Benelux去年毛利率", "和Atlantic对比一下"], "region, {margin_rate} | region in ('Benelux','Atlantic') and y='2024' | region", "2024")
    q("全公司这个季度的指标能不能完成", tool="quota_outlook")
    q("董事长下周二的航班几点起飞", status="out_of_scope")


def purchaser(q):
    q("Barista Tools里上半年卖得最差的三款,按件数", "name, {sold} | category='Barista Tools' and m between '2025-01' and '2025-06' | code "
      "| order by 2 limit 3", "2025-01-01..2025-06-30")
    q("2025年第三季度毛利率最低的五个产品", "name, {margin_rate} | qtr='2025-Q3' and {products} | code | order by 2 limit 5", "2025-Q3")
    q("Syrups & Sauces里2024年销量过2000件的产品有哪些", "name, {sold} | category='Syrups & Sauces' and y='2024' | code "
      "| having sum(case when kind='sale' then qty end)>2000", "2024", rows=True)
    q("去年Coffee里退货金额最大的是哪个产品", "name, {returns} | category='Coffee' and y='2024' | code | order by 2 desc limit 1", "2024", rows="any")
    q(["SYR-301十月卖了多少件", "SYR-302呢"], "{sold} | code='SYR-302' and m='2025-10'", "2025-10")
    q(["去年第四季度销量前三的产品", "第二个的毛利率是多少"], "{margin_rate} | qtr='2024-Q4' and code=(select code from l where "
      "qtr='2024-Q4' and {products} group by 1 order by {sold} desc limit 1 offset 1)", "2024-Q4")
    q("买CUP-402的客户一般还会一起买啥", tool="basket_rules")


def account_director(q):
    q("Hotel segment Q3的revenue和YoY", "{rev} | type='Hotel' and qtr in ('2024-Q3','2025-Q3') | qtr")
    q("UK North 2024全年revenue top 5 accounts", "customer_name, {rev} | region='UK North' and y='2024' | customer | order by 2 desc limit 5",
      "2024")
    q("按rep拉一下9月的discount rate", "rep, {discount_rate} | m='2025-09' | rep", "2025-09")
    q("Delicatessen这块H1的AOV是多少", "{aov} | type='Delicatessen' and m between '2025-01' and '2025-06'", "2025-01-01..2025-06-30")
    q(["Field sales 10月revenue", "按country break down一下"], "country, {rev} | channel='Field sales' and m='2025-10' | country", "2025-10")
    q(["list一下Sanne去年的top 3 customers by revenue", "Bram也来一个"], "customer_name, {rev} | rep='Bram Peeters' and y='2024' | customer "
      "| order by 2 desc limit 3", "2024")
    q(["Q2的gross margin", "sorry,我要的是margin rate", "只看Benelux"], "{margin_rate} | qtr='2025-Q2' and region='Benelux'", "2025-Q2")
    q("forecast一下Coffee接下来6周的revenue", tool="forecast")
    q("我们今年的NPS是多少", status="out_of_scope", note="ratings, no NPS")


def brand_specialist(q):
    q("今年的活动一共触达了多少人次", "camp: {contacts} | y='2025'")
    q("Tableware今年第三季度收到几条反馈", "fb: {feedback} | category='Tableware' and qtr='2025-Q3'", "2025-Q3")
    q(["Warm Drinks 2023的响应率", "Warm Drinks 2024那场呢"], "camp: {response_rate} | campaign='Warm Drinks 2024'")
    q(["2024年一共收到多少条反馈", "按季度拆开", "换成平均评分"], "fb: {rating} | y='2024' | qtr", "2024")
    q("小红书投放的ROI怎么样", status="out_of_scope|empty", note="no such campaign")
