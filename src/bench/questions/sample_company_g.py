"""Questions over the sample company, seventh set, only scored, everyday words that narrow and everyday words that do not: newest order 2025-12-12."""

BEYOND = "clarify|out_of_scope"


def ask(q):
    van_rep(q)
    controller(q)
    friendly_manager(q)
    second_language(q)
    executive_assistant(q)
    category_buyer(q)
    laoyewu(q)
    yunying(q)
    caiwu(q)
    zhuli(q)
    caigou(q)
    xinren(q)


def van_rep(q):
    q("hiya, parked outside their place so quick pls: revenue from Westgate Tea Rooms in november", "{rev} | customer='C1515' and m='2025-11'", "2025-11",
      alike="{rev} | customer_name='Westgate Tea Rooms' and m='2025-11'")
    q("how many orders in leeds came from people who tried our coffe at the trade fair", status=BEYOND, note="no fairs")
    q("running late for my 2 oclock, orders in Liverpool in october??", "{orders} | city='Liverpool' and m='2025-10'", "2025-10")
    q("sales to the cafes that have a terrace, last month", status=BEYOND, note="no premises")
    q(["revnue Newcastle q3", "sorry q2 i mean"], "{rev} | city='Newcastle' and qtr='2025-Q2'", "2025-Q2")
    q(["Cardiff revenue in november", "only the ones who pay on time"], status=BEYOND, note="no payments")


def controller(q):
    q("Discount rate by category in Q2 2025, product categories only.", "category, {discount_rate} | qtr='2025-Q2' and category is not null | category",
      "2025-Q2")
    q("Revenue in Q3 2025 from customers whose contract has expired.", status=BEYOND, note="no contracts")
    q("How much of October's revenue was invoiced but not yet paid?", status=BEYOND, note="no payments")
    q("For the audit file, please: returns value per quarter of 2024.", "{returns} | y='2024' | qtr", "2024")
    q("The auditors are sitting next door and want one figure: gross margin for the first half of 2025.", "{margin} | m between '2025-01' and '2025-06'",
      "2025-01-01..2025-06-30")
    q(["Returns value by region in Q3 2025", "Now the return rate instead"], "region, {return_rate} | qtr='2025-Q3' | region", "2025-Q3")
    q(["Average order value of the Web shop in November 2025", "And November 2024, for my variance note"],
      "{aov} | channel='Web shop' and m='2024-11'", "2024-11")


def friendly_manager(q):
    q("Good morning dear, I hope you had a lovely weekend! When you have a minute, could you tell me what revenue the Atlantic region made in October? "
      "I'd like to say something nice at breakfast", "{rev} | region='Atlantic' and m='2025-10'", "2025-10")
    q("I'd love to know how many of our customers in Bristol are run by families, would you look that up for me?", status=BEYOND, note="no owners")
    q(["We're having a small leaving do for Hugo and I want to find a few kind words: what revenue did he bring in in 2024?",
       "wonderful, and how many orders was that"], "{orders} | rep='Hugo Lefèvre' and y='2024'", "2024")
    q("Will the Benelux people make their quota this quarter, what do you think? I promised them cake", tool="quota_outlook")
    q(["Which three reps had the most orders in November?", "leave out the orders that their friends placed please"], status=BEYOND, note="no friendships")


def second_language(q):
    q("Please to say me the revenue of all restaurants in Spain, month of october", "{rev} | type='Restaurant' and country='Spain' and m='2025-10'", "2025-10")
    q("How much we sold to the hotels which are near to the sea this year?", status=BEYOND, note="no places finer than the city")
    q("My chief is new and he don't know the numbers, so he ask: how many customers made order in the Netherlands in Q2?",
      "{customers} | country='Netherlands' and qtr='2025-Q2'", "2025-Q2")
    q(["Sales of Denmark in august", "And september how was?", "Which product has brought the most revenue there?"],
      "name, {rev} | country='Denmark' and m='2025-09' and {products} | code | order by 2 desc limit 1", "2025-09", rows="any")
    q(["orders in Belgium last quarter", "only these which was delivered with damage"], status=BEYOND, note="no deliveries")


def executive_assistant(q):
    q("Slide 4 for Thursday's board meeting still has a gap: revenue by customer type, Q3 2025", "type, {rev} | qtr='2025-Q3' | type", "2025-Q3")
    q("The chairman's flight boards in ten minutes and he still needs the win rate for Q1 2025", "opp: {win_rate} | qtr='2025-Q1'", "2025-Q1")
    q("What revenue came from firms where one of our board members sits, last year?", status=BEYOND, note="no board seats")
    q("How many new customers did the golf tournament bring us in 2025?", status=BEYOND + "|empty", note="no such campaign")
    q(["Revenue of October, please", "September?", "the chair wonders why it changed, can you explain that to her"], tool="explain_change")


def category_buyer(q):
    q(["supplier is on the line so quickly, units of COF-109 sold in q3", "and COF-105"], "{sold} | code='COF-105' and qtr='2025-Q3'", "2025-Q3")
    q("how many jugs BAR-501 did we sell for weddings this year", status=BEYOND, note="no occasions")


def laoyewu(q):
    q("在吗?客户在旁边等着呢,C1029十月下了几单", "{orders} | customer='C1029' and m='2025-10'", "2025-10")
    q("展会上加了微信的那批客户上个月下了多少单", status=BEYOND, note="no fairs")
    q(["早啊,先帮我看下阿姆斯特丹10月的销售额", "11月的也要,等会儿跟老板吃饭要用"], "{rev} | city='Amsterdam' and m='2025-11'", "2025-11")
    q("利物浦那边嫌我们涨价的客户今年买了多少钱", status=BEYOND, note="no opinion of prices by customer")
    q("晚上要陪Hotel Aurora的人吃饭,他们家情况给我说说", tool="customer_profile")
    q(["格拉斯哥三季度订单数", "去掉酒店客户"], "{orders} | city='Glasgow' and type<>'Hotel' and qtr='2025-Q3'", "2025-Q3")


def yunying(q):
    q("Web shop去年每个季度的订单数", "{orders} | channel='Web shop' and y='2024' | qtr", "2024")
    q("11月用优惠码下的单有多少", status=BEYOND, note="no codes")
    q(["网店10月订单数", "只看用手机App下的"], status=BEYOND + "|empty", note="no devices")
    q(["电话渠道三季度的客单价", "网店的呢", "周报要写,两个渠道的订单数也给我"], "channel, {orders} | channel in ('Phone','Web shop') and qtr='2025-Q3' | channel",
      "2025-Q3")
    q("咖啡这个品类11月的销量,和10月比一下", "{sold} | category='Coffee' and m in ('2025-10','2025-11') | m")


def caiwu(q):
    q("月底关账急用:10月份退货金额多少", "{returns} | m='2025-10'", "2025-10")
    q("三季度已经开了增值税专票的销售额是多少", status=BEYOND, note="no tax invoices")
    q("今年上半年各品类的毛利率,从高到低排", "category, {margin_rate} | m between '2025-01' and '2025-06' and category is not null | category",
      "2025-01-01..2025-06-30")
    q(["2024年全年折扣率", "2025年二季度的呢", "给审计看的,按区域拆一下"], "region, {discount_rate} | qtr='2025-Q2' | region", "2025-Q2")
    q("账期超过60天的客户三季度贡献了多少毛利", status=BEYOND, note="no payment terms")


def zhuli(q):
    q("王总下午要见投资人,让我要个数:今年到目前为止的总销售额", "{rev} | y='2025'")
    q("年会PPT要放一页,去年订单数最多的三个业务员", "rep, {orders} | y='2024' | rep | order by 2 desc limit 3", "2024")
    q(["今年前三个季度每季度的新客户数", "其中老板亲自谈下来的有几个"], status=BEYOND, note="no record of who won a customer")
    q("不好意思又来打扰你啦,董事会催得紧,各国家三季度的销售额发我一下", "country, {rev} | qtr='2025-Q3' | country", "2025-Q3")
    q("有没有哪些酒店客户看着快要跑了", tool="rank_customers")


def caigou(q):
    q(["跟供应商谈判用,CUP-402这个杯子今年1到11月一共卖了多少件", "CUP-403也要"],
      "{sold} | code='CUP-403' and m between '2025-01' and '2025-11'", "2025-01-01..2025-11-30")
    q("Syrups & Sauces里三季度卖得最差的3个产品,按数量", "name, {sold} | category='Syrups & Sauces' and qtr='2025-Q3' | code | order by 2 limit 3", "2025-Q3")
    q("TAB-703那种杯子,客户拿去当伴手礼的卖了多少", status=BEYOND, note="no occasions")
    q(["BAR-513上半年卖了几个", "BAR-511呢", "两个一起看三季度的销售额"], "{rev} | code in ('BAR-513','BAR-511') and qtr='2025-Q3' | code", "2025-Q3")
    q("买了MAC-605的客户一般还会带点什么", tool="basket_rules")


def xinren(q):
    q("我刚来第一天,还不太会用,想请问一下柏林一共有多少个客户下过单", "{customers} | city='Berlin'")
    q("离职的前同事留下来的那些客户上个月销售额多少", status=BEYOND, note="no former owners")
    q(["师傅让我查一下Bram Peeters 11月的销售额", "那Sanne de Wit的呢", "谢谢!再帮我看看他们俩的毛利率"],
      "rep, {margin_rate} | rep in ('Bram Peeters','Sanne de Wit') and m='2025-11' | rep", "2025-11")
    q(["上周销售额", "上上周呢"], "{rev} | week='2025-11-24'", "2025-11-24..2025-11-30")
