#!/usr/bin/env bash
# Our forecasts of the M3 competition's 1,428 monthly series beside AutoETS, AutoTheta and AutoARIMA of Nixtla's statsforecast and
# their average: sMAPE, MASE, coverage of 95 % intervals, seconds on all cores and processor seconds. AutoARIMA takes about a quarter of an hour.
# usage: src/bench/m3-side-by-side.sh WORK_DIR     after mvn package; java 25 on the path or in JAVA; makes WORK_DIR/venv with
#        statsforecast from PyPI where it is not there yet, and keeps what statsforecast made in WORK_DIR/statsforecast
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
shared=$here/../../../shared
[ -d "$shared" ] || shared=$here/../../../../shared
java=${JAVA:-java}
work=$1
m3=$shared/data/m3/M3.csv.gz
mkdir -p "$work"
python3 "$shared/bench/forecasts.py" prepare "$m3" MONTHLY "$work"
if [ ! -e "$work/statsforecast/Average.csv" ]; then
  [ -d "$work/venv" ] || python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install -q statsforecast
  "$work/venv/bin/python" "$here/statsforecast-m3.py" "$work/train.csv" 18 12 "$work/statsforecast"
fi
/usr/bin/time -o "$work/time" -f "%e s, processor %U + %S s" "$java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -jar "$here/../../target/sales-consultant.jar" analyze forecast --input "$work/train.csv" --out "$work/ours.csv" --horizon 18 --season 12
cat "$work/statsforecast/times.txt"
echo "Sales Consultant $(cat "$work/time")"
for forecasts in "$work"/statsforecast/*.csv "$work/ours.csv"; do
  echo "$(basename "$forecasts" .csv): $(python3 "$shared/bench/forecasts.py" score "$m3" MONTHLY "$forecasts")"
done
