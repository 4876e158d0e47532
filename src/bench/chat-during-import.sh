#!/usr/bin/env bash
# How soon a server answers questions while another process imports a large file into its warehouse, and until its copy has caught up.
# usage: src/bench/chat-during-import.sh FIRST.csv LARGE.csv     after mvn package, java 25 on the path or in JAVA; needs curl
# FIRST is imported before, so that the company's own warehouse answers; LARGE e.g. by `java src/bench/WarehouseCsv.java 10000000 LARGE.csv`.
set -euo pipefail
first=$1
large=$2
java=${JAVA:-java}
jar=$(dirname "$0")/../../target/sales-consultant.jar
options=(-Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -jar "$jar")
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
"$java" "${options[@]}" import "$first" --yes --data "$work/data" > /dev/null
key=$("$java" "${options[@]}" keys add bench --role manager --data "$work/data" 2>/dev/null)
"$java" "${options[@]}" serve --port 0 --data "$work/data" > "$work/out" 2>&1 &
server=$!
until grep -q '^ready' "$work/out"; do sleep 0.2; done
url=$(sed -n 's/^ready //p' "$work/out")
questions=("revenue by month" "top 10 products by revenue" "how many customers did we have last month" "orders by country" "average order value by month")
ask() { # seconds and status of one answer
  curl -s -o "$work/answer" -w '%{time_total}' -H "Authorization: Bearer $key" -H 'Content-Type: application/json' \
    -d "{\"message\":\"$1\"}" "$url/api/chat"
  echo " $(sed -n 's/.*"status":"\([a-z_]*\)".*/\1/p' "$work/answer" | head -1)"
}
for question in "${questions[@]}"; do ask "$question" > /dev/null; done # warm
report() { # name, file
  sort -n "$2" | awk -v name="$1" '{ time[NR] = $1; if ($2 != "answered") failed++ }
    END { if (NR) printf "%s: %d questions, median %.3f s, p95 %.3f s, slowest %.3f s, not answered %d\n", name, NR, time[int((NR + 1) / 2)],
      time[int(NR * 0.95 + 0.999)], time[NR], failed }'
}
"$java" "${options[@]}" import "$large" --yes --source large --data "$work/data" > "$work/import" 2>&1 &
import=$!
while kill -0 "$import" 2>/dev/null; do
  for question in "${questions[@]}"; do ask "$question"; done >> "$work/during"
  ls -l "$work/data/warehouse.db-wal" 2>/dev/null | awk '{ print $5 }' >> "$work/wal"
done
for pass in 1 2 3 4 5 6 7 8; do for question in "${questions[@]}"; do ask "$question"; done; done > "$work/after"
report "during the import" "$work/during"
report "while the copy catches up" "$work/after"
echo "largest log $(sort -n "$work/wal" | tail -1) bytes, now $(stat -c %s "$work/data/warehouse.db-wal" 2>/dev/null || echo 0)"
