#!/usr/bin/env bash
# The reader's Pollock scores, with Pollock's own parameters and finding everything out by itself. Needs ../shared/data/pollock
# (or the archive named as argument) and a built program: mvn -q package -DskipTests
set -eu
cd "$(dirname "$0")/../../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tar xJf "${1:-../shared/data/pollock/pollock_polluted.tar.xz}" -C "$folder"
for how in given auto; do
  "$java" -Xmx512m -cp "target/classes:target/lib/*" src/bench/pollock/PollockBench.java "$folder" "$how"
done
