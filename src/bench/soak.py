"""People who ask, and pages that stay open beside, for ten minutes: does the server mix anything up, fail, or grow?

usage: python3 src/bench/soak.py URL KEY PID [--minutes 10] [--asking 50] [--idle 200] [--think 3] [--warm 2]

    java -jar target/sales-consultant.jar keys add bench --role manager --data DATA
    java -jar target/sales-consultant.jar serve --data DATA

Each of the asking has a conversation of its own, asks, reads the answer, thinks for --think seconds on average and asks again; each
answer is held against its question as in load.py, also where a half sentence leaves month or country to the conversation. The idle
have asked one question, got its answer as server-sent events to the last, and keep their connection; the server has no stream that
outlives an answer, and closes a connection that was silent for 30 s, so they ask whether it is alive every 20 s. A connection that
the server closes counts as an error. Latencies and memory of the warm-up do not count. RSS is taken every 10 s, the heap every minute,
after a collection (jcmd, from the JDK). Ends with 1 when there was an error or a mix-up, or when RSS or heap was more than a tenth
larger in the last third than in the first. No dependencies beyond Python 3.10; runs where the server runs.
"""
import argparse
import collections
import http.client
import json
import random
import re
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse

from load import Conversation, Names, mixed_up

EVERY_IDLE, EVERY_RSS, EVERY_HEAP = 20, 10, 60
MOST_GROWTH = 1.1
HEAP = re.compile(r'^jvm_memory_used_bytes\{area="heap".*\} (\S+)$', re.MULTILINE)
FAULTS = (OSError, http.client.HTTPException, ValueError, KeyError, IndexError)


class Server:
    def __init__(self, url, key, process):
        self.address = urllib.parse.urlsplit(url)
        self.headers = {"Content-Type": "application/json", "Authorization": "Bearer " + key}
        self.process = process

    def connection(self):
        return http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=60)

    def ask(self, connection, body, events=False):
        """The answer, the last event of its stream if it is to come as events."""
        connection.request("POST", "/api/chat", json.dumps(body), self.headers | ({"Accept": "text/event-stream"} if events else {}))
        response = connection.getresponse()
        text = response.read().decode()
        if response.status != 200:
            raise ValueError(f"HTTP {response.status} {text}")
        if events:
            name, text = text.strip().split("\n\n")[-1].split("\n", 1)
            if name != "event: done":
                raise ValueError(name)
            text = text.removeprefix("data: ")
        return json.loads(text)

    def names(self):
        """Months, countries and products of whatever data the server has."""
        connection = self.connection()
        rows = lambda question: self.ask(connection, {"message": question})["findings"][0]["rows"]
        months = [tuple(int(part) for part in row[0].split("-")[:2]) for row in rows("Revenue by month")][:-1]
        products = [row[0] for row in rows("Top 20 products by revenue") if re.fullmatch(r"[\w ]+", row[0])]
        return Names(months, [row[0] for row in rows("Revenue by country")], {name: name for name in products})

    def rss(self):
        """In MB."""
        with open(f"/proc/{self.process}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1]) / 1024

    def heap(self):
        """In MB, of what a collection leaves."""
        subprocess.run(["jcmd", str(self.process), "GC.run"], check=True, stdout=subprocess.DEVNULL)
        connection = self.connection()
        connection.request("GET", "/metrics", headers=self.headers)
        return sum(float(used) for used in HEAP.findall(connection.getresponse().read().decode())) / 2 ** 20


class Soak:
    def __init__(self, server, think):
        self.server, self.think, self.names = server, think, server.names()
        self.over = threading.Event()
        self.latencies, self.errors, self.mixed, self.alive = [], [], [], 0
        self.memory = collections.defaultdict(list)

    def asking(self, number):
        chance = random.Random(1_000_000 + number)
        connection, conversation = self.server.connection(), Conversation(number, self.names)
        while not self.over.wait(chance.uniform(.5, 1.5) * self.think):
            question = conversation.next()
            began = time.monotonic()
            try:
                answer = self.server.ask(connection, {"message": question} | ({"conversationId": conversation.id} if conversation.id else {}))
                self.latencies.append(time.monotonic() - began)
                fault = mixed_up(answer, conversation, conversation.expected)
                conversation.id = answer["conversationId"]
                if fault:
                    self.mixed.append((question, fault))
            except FAULTS as error:
                self.errors.append((question, repr(error)))
                connection.close()

    def idle(self, number):
        connection, conversation = self.server.connection(), Conversation(number, self.names)
        question = conversation.next()
        try:
            if fault := mixed_up(self.server.ask(connection, {"message": question}, events=True), conversation, conversation.expected):
                self.mixed.append((question, fault))
            connection.auto_open = 0  # a connection that was closed is not quietly opened again
            while not self.over.wait(EVERY_IDLE):
                connection.request("GET", "/health/live")
                if connection.getresponse().read() and connection.sock:
                    self.alive += 1
        except FAULTS as error:
            self.errors.append((question, repr(error)))

    def watch(self, seconds):
        """Takes the memory until so many seconds are over."""
        for second in range(0, int(seconds), EVERY_RSS):
            if second % EVERY_HEAP == 0:
                self.memory["heap"].append(self.server.heap())
            self.memory["RSS"].append(self.server.rss())
            time.sleep(EVERY_RSS)

    def report(self, idle):
        """Prints what there is to know; returns whether all is well."""
        at = statistics.quantiles(self.latencies, n=100)
        print(f"{len(self.latencies)} answers, median {at[49] * 1000:.0f} ms, p90 {at[89] * 1000:.0f}, p99 {at[98] * 1000:.0f}, "
              f"slowest {max(self.latencies) * 1000:.0f}; {idle} idle connections spoke {self.alive} times; "
              f"errors {len(self.errors)}, not of their question {len(self.mixed)}")
        for question, fault in (self.errors + self.mixed)[:10]:
            print("   ", question, "->", fault)
        grown = []
        for name, taken in self.memory.items():
            third = max(1, len(taken) // 3)
            first, last = statistics.mean(taken[:third]), statistics.mean(taken[-third:])
            print(f"{name} in MB: first third {first:.0f}, last third {last:.0f} ({last / first - 1:+.1%}); from {min(taken):.0f} to {max(taken):.0f}")
            grown += [name] if last > MOST_GROWTH * first else []
        return not (self.errors or self.mixed or grown)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("url")
    options.add_argument("key")
    options.add_argument("pid", type=int)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--asking", type=int, default=50)
    options.add_argument("--idle", type=int, default=200)
    options.add_argument("--think", type=float, default=3, help="seconds between an answer and the next question, on average")
    options.add_argument("--warm", type=float, default=2, help="minutes that are not counted")
    given = options.parse_args()
    soak = Soak(Server(given.url, given.key, given.pid), given.think)
    for number in range(given.idle):
        threading.Thread(target=soak.idle, args=(given.asking + number,), daemon=True).start()
        time.sleep(.1)
    for number in range(given.asking):
        threading.Thread(target=soak.asking, args=(number,), daemon=True).start()
    time.sleep(60 * given.warm)
    soak.latencies.clear()
    soak.watch(60 * given.minutes)
    well = soak.report(given.idle)
    soak.over.set()
    sys.exit(not well)


if __name__ == "__main__":
    main()
