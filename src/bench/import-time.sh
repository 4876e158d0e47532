#!/usr/bin/env bash
# How long an import takes beside `sqlite3 .import` of the same rows into one table with three indexes, and its memory.
# usage: src/bench/import-time.sh FILE.csv.gz [RUNS]     after mvn package, java 25 on the path or in JAVA
set -euo pipefail
file=$1
runs=${2:-3}
java=${JAVA:-java}
jar=$(dirname "$0")/../../target/sales-consultant.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case $file in *.gz) gzip -dc "$file" ;; *) cat "$file" ;; esac > "$work/plain.csv"
columns=$(head -1 "$work/plain.csv" | tr -d '\r')
cat > "$work/load.sql" <<SQL
CREATE TABLE lines ($columns);
CREATE INDEX by_first ON lines ($(cut -d, -f1 <<< "$columns"));
CREATE INDEX by_second ON lines ($(cut -d, -f2 <<< "$columns"));
CREATE INDEX by_last ON lines ($(rev <<< "$columns" | cut -d, -f1 | rev));
.import --csv --skip 1 "$work/plain.csv" lines
SQL
for run in $(seq "$runs"); do
  rm -rf "$work/base.db" "$work/data"
  /usr/bin/time -o "$work/sqlite" -f "%e %U %S" sqlite3 "$work/base.db" < "$work/load.sql"
  /usr/bin/time -o "$work/import" -f "%e %U %S %M" "$java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -jar "$jar" \
    import "$file" --data "$work/data" > /dev/null 2> "$work/errors" || { cat "$work/errors"; exit 1; }
  paste -d' ' "$work/sqlite" "$work/import" | awk '{
    printf "sqlite3 %.1f s (processor %.1f), import %.1f s (processor %.1f, %d MB): %.1f times as long\n", $1, $2 + $3, $4, $5 + $6, $7 / 1024, $4 / $1 }'
done
