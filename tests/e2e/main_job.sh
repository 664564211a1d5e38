#!/bin/bash
# The whole main job on the register in ../shared/data: import (twice: the second
# time changes nothing), draw, verify, record, open, and every line's status
# against the outsider's calculation, for Shanxi 2017 and SAMR Order 18. Skipped
# (exit 77) where that folder is absent. Needs SPOTCHECK_BIN.
set -euo pipefail
cd "$(dirname "$(realpath "$0")")/../.."

readonly REGISTER=${SPOTCHECK_REGISTER:-../shared/data}
if [ ! -d "$REGISTER" ]; then
  echo "skipped: no register in $REGISTER"
  exit 77
fi
readonly BIN=${SPOTCHECK_BIN:?the folder of the binaries}
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

serve() {
  "$BIN/spotcheckd" serve --data "$DATA" --listen 127.0.0.1:0 >"$work/server.log" 2>&1 &
  server=$!
  until grep -q ready "$work/server.log"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/server.log" >&2; fail serve; }
    sleep 0.1
  done
}

import_all() {
  cli -o json enterprise import "$1/enterprises.csv" >"$work/enterprises.$2"
  cli -o json product import "$1/products.csv" >"$work/products.$2"
  cli -o json lab import "$1/labs.csv" >"$work/labs.$2"
  cli -o json inspector import "$1/inspectors.csv" >"$work/inspectors.$2"
  cli -o json result import "$1/earlier_checks.csv" >"$work/results.$2"
}

# A register as it lists itself changes nothing when it is imported again.
import_lists() {
  local group
  for group in enterprise product lab inspector; do
    cli -o csv "$group" list >"$work/$group.list.csv"
    cli -o json "$group" import "$work/$group.list.csv" >"$work/$group.again"
    json '[d["new"] + d["changed"] + d["refused"], d["lost"]]' \
      <"$work/$group.again" | tr '\n' ' ' | grep -qx '0 \[\] ' ||
      fail "importing the list of $group again changed something"
  done
}

# The round of drand's quicknet that is published in some seven seconds.
readonly CHAIN=52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971
beacon_spec() { echo "drand:$CHAIN:$((($(date +%s) - 1692803367) / 3 + 4))"; }

# give_beacon TASK: as soon as the round has come. The pairing check is outside
# the system, so any signature will do.
give_beacon() {
  local signature value try
  signature=$(head -c 48 /dev/urandom | od -An -v -tx1 | tr -d ' \n')
  value=$(python3 -c 'import hashlib, sys
print(hashlib.sha256(bytes.fromhex(sys.argv[1])).hexdigest())' "$signature")
  for try in $(seq 100); do
    if cli draw beacon "$1" --value "$value" --signature "$signature" \
      >"$work/beacon.log" 2>&1; then return; fi
    grep -q BEACON_ROUND_AHEAD "$work/beacon.log" || break
    sleep 0.2
  done
  cat "$work/beacon.log" >&2
  fail "beacon of $1, try $try"
}

# check_proof TASK USCI: the enterprise's own check, and that it sees another
# task's name.
check_proof() {
  cli -o json draw proof "$1" "$2" >"$work/proof.json"
  "$BIN/spotcheck" draw verify-proof "$work/proof.json" --task "$1" \
    --enterprise "$2" --key "$DATA/journal.vkey" >/dev/null || fail "proof $1"
  sed "s|tasks/$1|tasks/another|" "$work/proof.json" >"$work/bent.json"
  local code=0
  "$BIN/spotcheck" --lang en draw verify-proof "$work/bent.json" \
    >"$work/bent.log" || code=$?
  [ "$code" -eq 1 ] && grep -q '^FAIL  run' "$work/bent.log" ||
    fail "a bent proof of $1"
}

# in_chinese COMMAND…: its table shows words in place of codes.
in_chinese() {
  "$BIN/spotcheck" --data "$DATA" --lang zh "$@" >"$work/chinese.txt"
  if grep -wE '[A-Z]+(_[A-Z]+)+|PASS|FAIL|RUN|OPENED|OPEN|RESULT|CHECK|PRODUCT' \
    "$work/chinese.txt" >&2; then fail "a code in a Chinese answer: $*"; fi
}

# draw TASK AUTHORITY LEVEL REGION AS_OF [BEACON]: one enterprise, one line,
# opened.
draw() {
  cli task create --id "$1" --authority "$2" --level "$3" --region "$4" \
    --category 家用电器 消费类电子产品 家居装饰装修产品 服装服饰产品 \
    妇幼老年及残疾人用品 化妆品和日用化学品 文教体育休闲用品 文化及相关产品 \
    食品及相关产品 --sample 1 --lines 1 --inspectors 2 --as-of "$5" >/dev/null
  local name
  for name in notary consumers; do
    cli witness new --key "$work/$name.json" --task "$1" \
      --out "$work/$1-$name.json" >/dev/null
  done
  cli draw commit "$1" --witness "$work/$1-notary.pub.json" \
    "$work/$1-consumers.pub.json" ${6:+--beacon "$6"} >/dev/null
  for name in notary consumers; do
    cli draw contribute "$1" --witness "$work/$1-$name.json" >/dev/null
  done
  if [ -n "${6:-}" ]; then give_beacon "$1"; fi
  local usci line show
  read -r usci line < <(cli -o json draw show "$1" | json \
    '[u["usci"] + " " + l["line_id"] for u in d["selection"] for l in u["lines"]]')
  check_proof "$1" "$usci"
  in_chinese draw show "$1"
  in_chinese result record --task "$1" --enterprise "$usci" --line "$line" \
    --sampled "$5" --verdict 合格 --report "E2E-$1"
  cli draw open "$1" >/dev/null
  for show in "task get $1" "draw show $1" "draw history $1" "draw stats" \
    "draw explain $1 $usci" "draw report $1" "credit show $usci"; do
    # shellcheck disable=SC2086  # a command and its arguments
    in_chinese $show
  done
  cli draw export "$1" "$work/bundle-$1" >/dev/null
  "$BIN/spotcheck" draw verify "$work/bundle-$1" --key "$(cat "$DATA/journal.vkey")" \
    >/dev/null || fail "draw verify $1"
  python3 tests/verifier/verify_draw.py "$work/bundle-$1" || fail "outsider $1"
}

# compare TASK POLICIES AUTHORITY LEVEL REGION AS_OF DATA
compare() {
  python3 tests/e2e/six_months_check.py --data "$7" \
    --products "$work/lines.jsonl" --lines "$work/bundle-$1/lines.tsv" \
    --policies "$2" --authority "$3" --level "$4" --region "$5" --as-of "$6" ||
    fail "the six-month rule of $1"
}

# The same checks four years later, when SAMR Order 18 is in force.
move_checks() {
  mkdir "$work/later"
  python3 - "$REGISTER/earlier_checks.csv" "$work/later/earlier_checks.csv" <<'PY'
import csv, sys
with open(sys.argv[1], encoding="utf-8-sig", newline="") as f:
    rows = list(csv.reader(f))
day, report = rows[0].index("抽样日期"), rows[0].index("报告编号")
for row in rows[1:]:
    row[day] = str(int(row[day][:4]) + 4) + row[day][4:]
    row[report] += "-2021"
with open(sys.argv[2], "w", encoding="utf-8", newline="") as f:
    csv.writer(f).writerows(rows)
PY
}

main() {
  "$BIN/spotcheckd" init --data "$DATA" >/dev/null
  serve
  echo "importing $REGISTER"
  import_all "$REGISTER" first
  import_all "$REGISTER" second
  local table
  for table in enterprises products labs inspectors results; do
    json '["%s: %s" % (k, d[k]) for k in ("read","new","changed","unchanged","refused")]' \
      <"$work/$table.first" | tr '\n' ' '
    echo "($table)"
    json '[d["new"] + d["changed"] + d["refused"]]' <"$work/$table.second" | grep -qx 0 ||
      fail "importing $table twice changed something"
  done
  local name
  for name in notary consumers; do
    cli witness keygen "$name" --organisation "$name" --out "$work/$name.json" >/dev/null
    cli witness register "$work/$name.pub.json" >/dev/null
  done
  cli -o jsonl product list >"$work/lines.jsonl"
  import_lists
  draw shanxi-2017 省质监局 provincial 14 2017-10-16
  compare shanxi-2017 SHANXI 省质监局 provincial 14 2017-10-16 "$REGISTER"
  move_checks
  cli result import "$work/later/earlier_checks.csv" >/dev/null
  import_lists
  draw taiyuan-2021 市质监局 city 1401 2021-10-16 "$(beacon_spec)"
  compare taiyuan-2021 SHANXI,SAMR18 市质监局 city 1401 2021-10-16 "$work/later"
  kill "$server" && wait "$server" || fail "the server did not end cleanly"
  server=
  "$BIN/spotcheckd" verify --data "$DATA" || fail "spotcheckd verify"
}

main
