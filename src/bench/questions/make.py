#!/usr/bin/env python3
"""Writes the exam: questions with the answers that SQL gives, as `evaluate FILE.yaml` reads them.

    make.py ONLINE_RETAIL_FOLDER SAMPLE_DB [SET…]

ONLINE_RETAIL_FOLDER holds online_retail.csv.gz (UCI Online Retail); SAMPLE_DB is the sample.db that the program makes at its first
start without data. A SET is the name of a file of pairs beside this one (online_retail_a, …); all of them where none is named.
The pairs were written from the metric definitions alone, blind to how the assistant is built. Each set was scored once
before anybody had looked at it, and worked on after that: the figures of a first run are in the notes of the sessions.

A pair is `q(ask, spec, period, …)`. A spec is SQL in short: `[table:] columns | where | group by | having, order and limit`, where
`{rev}` and the like stand for a metric's formula. Columns of text become names, all others numbers.
"""
import calendar
import csv
import gzip
import importlib
import json
import os
import re
import sqlite3
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
FEES = {"POST", "DOT", "M", "C2", "D", "S", "B", "PADS", "CRUK", "AMAZONFEE", "BANK CHARGES"}

SALE = "kind='sale'"


def money(sql):
    return f"round(({sql})/10000.0,2)"


def only(condition, what="amount"):
    return f"sum(case when {condition} then {what} else 0 end)"


def over(above, below):
    return f"round(1.0*({above})/nullif({below},0),6)"


GROSS, RETURNS = only(SALE), "-" + only("kind='return'")
ORDERS, SOLD = f"count(distinct case when {SALE} then invoice end)", only(SALE, "qty")
MACROS = {
    "rev": money("sum(amount)"), "gross": money(GROSS), "returns": money(RETURNS), "return_rate": over(RETURNS, GROSS),
    "sold": SOLD, "units": only("kind<>'adjustment'", "qty"), "orders": ORDERS,
    "customers": f"count(distinct case when {SALE} then customer end)",
    "new": f"count(distinct case when {SALE} and day=first_day then customer end)",
    "aov": f"round({GROSS}/10000.0/{ORDERS},2)", "price": f"round({GROSS}/10000.0/{SOLD},2)",
    "margin": money("sum(margin)"), "margin_rate": over("sum(margin)", only("margin is not null")),
    "discount_rate": over(only(SALE, "discount"), only(SALE, "amount+discount")),
    "products": "item='product' and kind<>'adjustment'",
    "opps": "count(*)", "won": money(only("outcome='won'", "close_value")),
    "pipeline": money(only("outcome='open'", "value")),
    "win_rate": over("sum(outcome='won')", "sum(outcome in ('won','lost'))"),
    "contacts": "count(*)", "responses": "sum(responded)", "response_rate": over("sum(responded)", "count(*)"),
    "feedback": "count(*)", "rating": "round(avg(rating),2)",
}
DAYS = """date(d) day, date(d,'weekday 0','-6 days') week, substr(d,1,7) m, substr(d,1,4) y,
  substr(d,1,4)||'-Q'||((substr(d,6,2)+2)/3) qtr, (strftime('%w',d)+6)%7+1 wd"""


def days(column):
    return re.sub(r"\bd\b", column, DAYS)


def online_retail(folder):
    """The raw file as a table, and `l`, its lines after the definitions."""
    db = sqlite3.connect(":memory:")
    db.execute("create table raw (invoice, code, description, qty int, at, price real, customer, country)")
    with gzip.open(os.path.join(folder, "online_retail.csv.gz"), "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        db.executemany("insert into raw values (?,?,?,?,?,?,?,?)", rows)
    db.execute("create table fee (code)")
    db.executemany("insert into fee values (?)", [(code,) for code in FEES])
    db.execute(f"""create table line as select invoice, upper(trim(code)) code, description, qty, {days("at")},
        cast(round(price*10000) as int)*qty amount, nullif(customer,'') customer, country,
        case when qty>0 and price>0 then 'sale' when qty<0 and price>0 then 'return' else 'adjustment' end kind,
        case when upper(trim(code)) in (select code from fee) or upper(code) like 'gift%' then 'fee' else 'product' end item
        from raw""")
    db.execute("""create table name as select code, description name from (select code, description,
        row_number() over (partition by code order by count(*) desc, description) place
        from line where kind='sale' group by 1, 2) where place=1""")
    db.execute("create table first as select customer, min(day) first_day from line where kind='sale' and customer is not null group by 1")
    db.execute("create table l as select * from line left join name using (code) left join first using (customer)")
    same(db, "select round(sum(qty*price),2) from raw", "select {rev} from l", 9747747.93)
    same(db, "select round(sum(qty*price),2) from raw where at like '2011-11%'", "select {rev} from l where m='2011-11'", 1461756.25)
    same(db, "select count(distinct invoice) from raw where at like '2011-10%' and qty>0 and price>0",
         "select {orders} from l where qtr='2011-Q4' and m='2011-10'", 2040)
    same(db, "select count(*) from (select customer from raw where qty>0 and price>0 and customer<>'' group by 1 "
             "having min(at) like '2011-10%')", "select {new} from l where m='2011-10'", 358)
    return db


def sample_company(path):
    """The program's own tables under plain names: `l` lines, `opp` opportunities by closing and `made` by creation, `camp`, `fb`."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.execute(f"""create temp table l as select o.number invoice, p.code, p.name, p.category, l.quantity/10000 qty, l.amount,
        l.discount, l.margin, {days("c.date")}, case l.kind when 0 then 'sale' when 1 then 'return' else 'adjustment' end kind,
        p.item, u.code customer, u.name customer_name, u.type, u.city, k.name country, r.name region, e.name rep, e.manager,
        h.name channel, g.name campaign, f.date first_day, p.unit_cost
        from line l join orders o using (order_key) join calendar c on c.day=l.day left join product p using (product_key)
        left join customer u on u.customer_key=l.customer_key left join country k on k.country_key=l.country_key
        left join region r on r.region_key=l.region_key left join rep e on e.rep_key=l.rep_key
        left join channel h on h.channel_key=l.channel_key left join campaign g using (campaign_key)
        left join (select customer_key, min(day) day from line where kind=0 group by 1) b on b.customer_key=l.customer_key
        left join calendar f on f.day=b.day""")
    from_epoch = "date(%s*86400,'unixepoch')"
    for table, day in (("opp", "closed_day"), ("made", "created_day")):
        db.execute(f"""create temp table {table} as select x.*, {days(from_epoch % day)}, e.name rep, r.name region, p.category
            from opportunity x left join rep e using (rep_key) left join region r on r.region_key=x.region_key
            left join product p on p.product_key=x.product_key""")
    db.execute(f"""create temp table camp as select x.responded, x.arm, g.name campaign, g.channel, {days(from_epoch % "x.day")}
        from campaign_contact x join campaign g using (campaign_key)""")
    db.execute(f"""create temp table fb as select x.rating, x.source, x.language, p.name, p.category, {days(from_epoch % "x.day")}
        from feedback x left join product p using (product_key)""")
    for sums, metric in (("round(sum(revenue)/1e4,2)", "{rev}"), ("round(sum(gross_revenue)/1e4,2)", "{gross}"),
                         ("sum(sale_lines>0)", "{orders}"), ("sum(units_sold)/10000", "{sold}"), ("sum(units)/10000", "{units}"),
                         ("round(1.0*sum(returns_value)/sum(gross_revenue),6)", "{return_rate}"),
                         ("round(1.0*sum(margin)/sum(costed_amount),6)", "{margin_rate}"),
                         ("round(1.0*sum(discount)/sum(gross_revenue+discount),6)", "{discount_rate}")):
        for where in ("true", "strftime('%Y-%m',day*86400,'unixepoch')='2025-11'"):
            same(db, f"select {sums} from orders where {where}",
                 f"select {metric} from l where " + ("true" if where == "true" else "m='2025-11'"))
    for table, day in (("opp", "closed_day"), ("made", "created_day")):
        same(db, f"select count(*) from opportunity o join calendar c on c.day=o.{day} where quarter='2024-Q4'",
             f"select count(*) from {table} where qtr='2024-Q4'")
    same(db, "select round(avg(rating),6) from feedback f join calendar c using (day) where quarter='2025-Q3'",
         "select round(avg(rating),6) from fb where qtr='2025-Q3'")
    same(db, "select round(sum(amount-qty*unit_cost)/1e4,2) from l where unit_cost is not null", "select {margin} from l")
    return db


def expand(sql):
    return re.sub(r"\{(\w+)}", lambda found: MACROS[found[1]], sql)


def same(db, one, other, published=None):
    found, again = (db.execute(expand(sql)).fetchone()[0] for sql in (one, other))
    if abs(found - again) > 0.005 or published is not None and abs(found - published) > 0.005:
        raise SystemExit(f"{found} by {one}\n{again} by {other}\npublished {published}")


def query(spec, table_as=None):
    table, rest = re.fullmatch(r"(?:(\w+): )?(.*)", spec, re.S).groups()
    parts = [part.strip() for part in rest.split("|")] + [""] * 4
    columns, where, group, tail = parts[:4]
    return expand(f"select {columns} from {table_as or table or 'l'} where {where or 'true'}"
                  + (f" group by {group}" if group else "") + (f" {tail}" if tail else "")), table or "l"


def bounds(period):
    if ".." in period:
        return tuple(period.split(".."))
    year, rest = period[:4], period[5:]
    if not rest:
        return year + "-01-01", year + "-12-31"
    if rest.startswith("Q"):
        last = int(rest[1]) * 3
        return f"{year}-{last - 2:02d}-01", f"{year}-{last:02d}-{calendar.monthrange(int(year), last)[1]}"
    if len(rest) == 2:
        return f"{period}-01", f"{period}-{calendar.monthrange(int(year), int(rest))[1]}"
    return period, period


def answers(db, check):
    """The rows of the spec; refuses a ranking that a tie decides, and a period or another reading that gives other rows."""
    spec = check["spec"]
    rows = db.execute(query(spec)[0]).fetchall()
    if not rows or any(value is None for row in rows for value in row):
        raise SystemExit(f"nothing found for {check['ask']}")
    limit = re.search(r"limit (\d+)$", spec)
    if limit:
        more = db.execute(query(spec[:limit.start()] + f"limit {int(limit[1]) + 1}")[0]).fetchall()
        if len(more) > len(rows) and more[-1][1:2] == more[-2][1:2]:
            raise SystemExit(f"a tie at the end of {check['ask']}: {more[-2:]}")
    if check["period"]:
        first, last = bounds(check["period"])
        table = query(spec)[1]
        within = db.execute(query(spec, f"(select * from {table} where day between '{first}' and '{last}')")[0]).fetchall()
        if within != rows:
            raise SystemExit(f"{check['ask']} is not of {first} to {last}: {rows} {within}")
    for other in check["alike"]:
        if db.execute(query(other)[0]).fetchall() != rows:
            raise SystemExit(f"{check['ask']} has two readings: {rows} {db.execute(query(other)[0]).fetchall()}")
    return rows, limit


def written(db, check, countries):
    """One check as lines of YAML (whose strings are JSON's)."""
    def text(value):
        return json.dumps(value, ensure_ascii=False)
    lines = [f"  - id: {check['id']}", f"    ask: {text(check['ask'])}"]
    if check["status"] != "answered":
        lines.append(f"    status: {check['status']}")
    if check["tool"]:
        lines.append(f"    tool: {check['tool']}")
    numbers, names, count = [], list(check["names"]), None
    if check["spec"]:
        rows, limit = answers(db, check)
        chinese = re.search("[一-鿿]", text(check["ask"]))
        for value in (value for row in rows for value in row):
            if not isinstance(value, str):
                numbers.append(value)
            elif not (chinese and value in countries):  # a Chinese answer may have countries in Chinese
                names.append(value)
        count = len(rows) if check["rows"] is True or limit and check["rows"] != "any" else None
    if check["period"]:
        first, last = bounds(check["period"])
        lines += [f"    from: {first}", f"    lastDay: {last}"]
    if numbers:
        lines.append(f"    numbers: {json.dumps(list(dict.fromkeys(numbers)))}")
    if names:
        lines.append(f"    names: {text(list(dict.fromkeys(names)))}")
    if count:
        lines.append(f"    rows: {count}")
    if check["note"]:
        lines.append(f"    note: {text(check['note'])}")
    return lines


def collect(module_name):
    """The pairs of a file, in order. `alike`: specs that another honest reading would use and that must give the same rows."""
    checks = []
    prefix = "".join(part[0] for part in module_name.split("_")[:2]) + module_name[-1]

    def q(ask, spec=None, period=None, tool=None, status="answered", names=(), rows=False, alike=(), note=None):
        checks.append({"id": f"{prefix}-{len(checks) + 1:03d}", "ask": ask, "spec": spec, "period": period, "status": status,
                       "tool": tool or ("query_metrics" if spec else None), "names": names, "rows": rows,
                       "alike": [alike] if isinstance(alike, str) else alike, "note": note})
    sys.path.insert(0, HERE)
    importlib.import_module(module_name).ask(q)
    return checks


def main():
    if len(sys.argv) < 3:
        raise SystemExit("use: make.py ONLINE_RETAIL_FOLDER SAMPLE_DB [SET…]")
    sets = sys.argv[3:] or sorted(name[:-3] for name in os.listdir(HERE) if re.fullmatch(r"\w+_[a-h]\.py", name))
    opened = {}
    for name in sets:
        company = name[:-2]
        if company not in opened:
            opened[company] = online_retail(sys.argv[1]) if company == "online_retail" else sample_company(sys.argv[2])
        db = opened[company]
        countries = {row[0] for row in db.execute("select distinct country from l")}
        checks = collect(name)
        path = os.path.join(HERE, name.replace("_", "-") + ".yaml")
        lines = [f"# Written by make.py from {name}.py: change the pairs there, not here.", "checks:"]
        for check in checks:
            lines += written(db, check, countries)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        chinese = sum(1 for check in checks if re.search("[一-鿿]", json.dumps(check["ask"], ensure_ascii=False)))
        print(f"{os.path.basename(path)}: {len(checks)} checks, {chinese} Chinese, "
              f"{sum(isinstance(check['ask'], list) for check in checks)} follow-ups, "
              f"{sum(check['status'] != 'answered' for check in checks)} beyond, "
              f"{sum(bool(check['tool']) and check['tool'] != 'query_metrics' for check in checks)} other tools")


if __name__ == "__main__":
    main()
