"""Questions arriving by the clock at a running server, and how soon each is answered.

usage: python3 src/bench/load.py URL KEY [--rate 60] [--seconds 30] [--conversations 100] [--find]

The server holds Online Retail and runs without a language model:
    java -jar target/sales-consultant.jar import online-retail.csv --currency GBP --yes --data DATA
    java -jar target/sales-consultant.jar keys add bench --role manager --data DATA
    java -jar target/sales-consultant.jar serve --data DATA

Open loop: a question is due at its time whether or not earlier ones are answered, and its latency counts from that time. Only two
questions of one conversation never run at once, as people ask them: the later one waits, and its waiting counts. Each answer is held
against its own question: the tool, the month, the country and the product it names, also where a half sentence leaves them to the
conversation. --find raises the rate by steps until the 99th percentile is over 1.5 s. No dependencies beyond Python 3.10.
"""
import argparse
import dataclasses
import http.client
import json
import os
import queue
import random
import threading
import time
import urllib.parse

LIMIT = 1.5
MONTH_NAMES = "January February March April May June July August September October November December".split()
METRICS = {"revenue": "Revenue", "orders": "Number of orders", "customers": "Number of customers", "units_sold": "Units sold",
           "average_order_value": "Average order value", "gross_revenue": "Gross revenue"}


def spoken(month):
    return f"{MONTH_NAMES[month[1] - 1]} {month[0]}"


@dataclasses.dataclass
class Names:
    """What the questions are about; a product's name by what it is called in a question."""
    months: list
    countries: list
    products: dict


ONLINE_RETAIL = Names(
    [(2010, 12)] + [(2011, month) for month in range(1, 12)],
    ["Germany", "France", "Spain", "Netherlands", "Belgium", "Switzerland", "Portugal", "Australia", "Norway", "Italy", "Finland", "Austria"],
    {"22423": "REGENCY CAKESTAND 3 TIER", "85123A": "WHITE HANGING HEART T-LIGHT HOLDER", "47566": "PARTY BUNTING", "85099B": "JUMBO BAG RED RETROSPOT",
     "84879": "ASSORTED COLOUR BIRD ORNAMENT", "20725": "LUNCH BAG RED RETROSPOT", "22720": "SET OF 3 CAKE TINS PANTRY DESIGN",
     "21212": "PACK OF 72 RETROSPOT CAKE CASES"})


class Conversation:
    """What has been asked in one conversation, so that a half sentence has a known meaning."""

    def __init__(self, number, names=ONLINE_RETAIL):
        self.random = random.Random(number)
        self.names = names
        self.id = None
        self.expected = {}
        self.turn = 0
        self.due = queue.Queue()

    def next(self):
        """A question and what its answer must be of: metric, month, country, product; None where the answer must have none."""
        pick, names = self.random.choice, self.names
        kind = self.turn % 5
        self.turn += 1
        if kind == 0:
            metric, month, country = pick(list(METRICS)), pick(names.months), pick(names.countries)
            self.expected = {"metric": metric, "month": month, "country": country, "product": None, "by": None}
            return f"{METRICS[metric]} in {country} in {spoken(month)}"
        if kind == 1:
            country = pick([one for one in names.countries if one != self.expected["country"]])
            self.expected = {**self.expected, "country": country}
            return f"and in {country}?"
        if kind == 2:
            month = pick([one for one in names.months if one != self.expected["month"]])
            self.expected = {**self.expected, "month": month}
            return f"and in {spoken(month)}?"
        if kind == 3:
            month = pick(names.months)
            self.expected = {"metric": "revenue", "month": month, "country": None, "product": None, "by": "product"}
            return f"Top {self.random.randint(3, 9)} products by revenue in {spoken(month)}"
        product, month = pick(list(names.products)), pick(names.months)
        self.expected = {"metric": "units_sold", "month": month, "country": None, "product": names.products[product], "by": None}
        return f"Units sold of product {product} in {spoken(month)}"


def mixed_up(answer, conversation, expected):
    """What is wrong with an answer; empty where it is of its question."""
    if conversation.id not in (None, answer["conversationId"]):
        return "another conversation"
    if answer["status"] not in ("answered", "empty"):
        return answer["status"]
    if answer["status"] == "empty":
        return "" if expected["country"] is None or expected["country"] in answer["text"] else "empty, of another country"
    finding = answer["findings"][0]
    arguments = finding["arguments"]
    filters = {one["dimension"]: one["values"] for one in arguments.get("filters", [])}
    found = {
        "metric": arguments["metrics"][0],
        "month": tuple(int(part) for part in finding["provenance"]["period"]["from"].split("-")[:2]),
        "country": filters.get("country", [None])[0],
        "product": filters.get("product", [None])[0],
        "by": arguments.get("dimensions", [None])[0],
    }
    if finding["tool"] != "query_metrics":
        return "tool " + finding["tool"]
    return ", ".join(f"{key} {found[key]} for {expected[key]}" for key in expected if found[key] != expected[key])


class Load:
    """The conversations, a thread each, and what came of their questions."""

    def __init__(self, url, key, conversations):
        self.address = urllib.parse.urlsplit(url)
        self.headers = {"Content-Type": "application/json", "Authorization": "Bearer " + key}
        self.conversations = [Conversation(number) for number in range(conversations)]
        self.latencies, self.services, self.wrong = [], [], []
        for conversation in self.conversations:
            threading.Thread(target=self.talk, args=(conversation,), daemon=True).start()

    def talk(self, conversation):
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=60)
        while True:
            due = conversation.due.get()
            question = conversation.next()
            began = time.monotonic()
            try:
                body = {"message": question} | ({"conversationId": conversation.id} if conversation.id else {})
                connection.request("POST", "/api/chat", json.dumps(body), self.headers)
                response = connection.getresponse()
                text = response.read()
                ended = time.monotonic()
                answer = json.loads(text)
                fault = mixed_up(answer, conversation, conversation.expected) if response.status == 200 else f"HTTP {response.status}"
                conversation.id = conversation.id or answer.get("conversationId")
            except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
                ended, fault = time.monotonic(), repr(error)
                connection.close()
            self.latencies.append(ended - due)
            self.services.append(ended - began)
            if fault:
                self.wrong.append((question, fault))
            conversation.due.task_done()

    def run(self, rate, seconds):
        """Asks for so many seconds; returns the 99th percentile in seconds, and prints what there is to know."""
        self.latencies, self.services, self.wrong = [], [], []
        begin = time.monotonic()
        for number in range(int(rate * seconds)):
            due = begin + number / rate
            time.sleep(max(0, due - time.monotonic()))
            self.conversations[number % len(self.conversations)].due.put(due)
        sent = time.monotonic() - begin
        for conversation in self.conversations:
            conversation.due.join()
        took = time.monotonic() - begin
        ordered = sorted(self.latencies)
        at = lambda share: ordered[min(len(ordered) - 1, int(share * len(ordered)))]
        print(f"{rate:g} a second for {sent:.0f} s, all answered after {took:.1f} s: {len(ordered)} answers, median {at(.5) * 1000:.0f} ms, "
              f"p90 {at(.9) * 1000:.0f}, p99 {at(.99) * 1000:.0f}, slowest {ordered[-1] * 1000:.0f}; not of their question {len(self.wrong)}; "
              f"load average {os.getloadavg()[0]:.1f}", flush=True)
        for question, fault in self.wrong[:5]:
            print("   ", question, "->", fault)
        return at(.99)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("url")
    options.add_argument("key")
    options.add_argument("--rate", type=float, default=60)
    options.add_argument("--seconds", type=float, default=30)
    options.add_argument("--conversations", type=int, default=100)
    options.add_argument("--find", action="store_true", help="raise the rate by a quarter until it does not hold")
    given = options.parse_args()
    load = Load(given.url, given.key, given.conversations)
    load.run(min(10, given.rate), 10)  # warm
    rate = given.rate
    while load.run(rate, given.seconds) <= LIMIT and given.find:
        rate *= 1.25


if __name__ == "__main__":
    main()
