#!/bin/bash
# Sixteen clients import, draw and record at once, some of them in the same
# county. Afterwards no drawn line was drawn twice, every result that was
# acknowledged is in the journal once, and the database is what its journal
# says. Needs SPOTCHECK_BIN.
set -euo pipefail
cd "$(dirname "$(realpath "$0")")/../.."

readonly BIN=${SPOTCHECK_BIN:?the folder of the binaries}
readonly CLIENTS=16
readonly ROUNDS=3
readonly COUNTIES=(640104 640105 640106 640121 640122 640181 640202 640205)
work=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" || true; fi
  rm -rf "$work"
}
trap stop EXIT
readonly DATA=$work/data
cli() { "$BIN/spotcheck" --data "$DATA" --lang en "$@"; }
json() { python3 -c 'import json,sys
d = json.load(sys.stdin)
for line in eval(sys.argv[1]): print(line)' "$1"; }
fail() { echo "FAILED: $1" >&2; exit 1; }

# refused STATUS: a conflict with another client is an answer, not a failure.
allowed() { [ "$1" -eq 0 ] || [ "$1" -eq 5 ]; }

# client N: imports its slice, then draws and records in its county.
client() {
  local n=$1 round task code usci line
  local county=${COUNTIES[$((n % ${#COUNTIES[@]}))]}
  cli enterprise import "$work/slice.$n.csv" >/dev/null || return 1
  for ((round = 1; round <= ROUNDS; round++)); do
    task=c$n-$round
    cli task create --id "$task" --authority "office $county" --level county \
      --region "$county" --category 食品及相关产品 家用电器 服装服饰产品 \
      --sample 1 --lines 1 --inspectors 1 >/dev/null || return 1
    cli witness new --key "$work/notary.json" --task "$task" \
      --out "$work/$task.json" >/dev/null 2>&1 || return 1
    code=0
    cli draw commit "$task" --witness "$work/$task.pub.json" >/dev/null 2>&1 || code=$?
    allowed "$code" || return 1
    [ "$code" -eq 0 ] || continue
    cli draw contribute "$task" --witness "$work/$task.json" >/dev/null 2>&1 || return 1
    read -r usci line < <(cli -o json draw show "$task" | json \
      '[u["usci"] + " " + l["line_id"] for u in d["selection"] for l in u["lines"]]')
    echo "$line" >>"$work/drawn.$n"
    # Half of the lines stay held, so that other draws have to avoid them.
    [ $((round % 2)) -eq 0 ] && continue
    cli result record --task "$task" --enterprise "$usci" --line "$line" \
      --sampled "$(TZ=CST-8 date +%F)" --verdict pass --report "S-$task" \
      >/dev/null || return 1
    echo "S-$task" >>"$work/recorded.$n"
  done
}

main() {
  "$BIN/spotcheckd" init --data "$DATA" >/dev/null
  "$BIN/spotcheckd" serve --data "$DATA" --listen 127.0.0.1:0 >"$work/server.log" 2>&1 &
  server=$!
  until grep -q ready "$work/server.log"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/server.log" >&2; fail serve; }
    sleep 0.1
  done
  cli demo-data --enterprises 2000 --seed 7 "$work/register" >/dev/null
  local table n pid
  for table in enterprises products labs inspectors; do
    cli "${table%s}" import "$work/register/$table.csv" >/dev/null
  done
  cli witness keygen notary --organisation notary --out "$work/notary.json" >/dev/null 2>&1
  cli witness register "$work/notary.pub.json" >/dev/null
  for ((n = 0; n < CLIENTS; n++)); do
    awk -v n="$n" -v of="$CLIENTS" 'NR == 1 || NR % of == n' \
      "$work/register/enterprises.csv" >"$work/slice.$n.csv"
  done
  local pids=()
  for ((n = 0; n < CLIENTS; n++)); do
    client "$n" &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid" || fail "a client was refused what it may do"; done
  cat "$work"/drawn.* >"$work/drawn"
  cat "$work"/recorded.* | sort >"$work/recorded"
  echo "$(wc -l <"$work/drawn") lines drawn, $(wc -l <"$work/recorded") results recorded"
  [ "$(wc -l <"$work/drawn")" -ge "$CLIENTS" ] || fail "hardly anything was drawn"
  [ -z "$(sort "$work/drawn" | uniq -d)" ] || fail "a line was drawn twice"
  cli -o jsonl journal events | python3 -c 'import base64,json,sys
for text in sys.stdin:
    leaf = json.loads(base64.b64decode(json.loads(text)["leaf"]))
    if leaf["type"] == "result.recorded":
        print(leaf["data"]["check"]["report_no"] if "check" in leaf["data"]
              else leaf["data"]["report_no"])' | sort >"$work/journalled"
  diff "$work/recorded" "$work/journalled" || fail "results lost or doubled"
  kill "$server" && wait "$server" || fail "the server did not end cleanly"
  server=
  "$BIN/spotcheckd" verify --data "$DATA" || fail "spotcheckd verify"
}

main
