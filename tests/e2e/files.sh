#!/bin/bash
# Files as offices have them: a workbook of another writer is imported, lists go
# out as CSV for a spreadsheet and as a workbook and change nothing when they
# come back, empty workbooks are their own templates, and a bulletin by name
# becomes a proposal of which nothing is imported unconfirmed. Needs
# SPOTCHECK_BIN.
set -euo pipefail
cd "$(dirname "$(realpath "$0")")/../.."

readonly BIN=${SPOTCHECK_BIN:?the folder of the binaries}
readonly FILES=$PWD/tests/testdata/xlsx
work=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" || true; fi
  rm -rf "$work"
}
trap stop EXIT
readonly DATA=$work/data
cli() { "$BIN/spotcheck" --data "$DATA" --lang zh "$@"; }
fail() { echo "FAILED: $1" >&2; exit 1; }
# expect FILE FIELD VALUE: of a summary in JSON.
expect() {
  python3 -c 'import json, sys
got = json.load(open(sys.argv[1])).get(sys.argv[2])
sys.exit(0 if str(got) == sys.argv[3] else "%s is %s" % (sys.argv[2], got))' "$@" ||
    { cat "$1" >&2; fail "$1 $2"; }
}

"$BIN/spotcheckd" init --data "$DATA" >/dev/null
"$BIN/spotcheckd" serve --data "$DATA" --listen 127.0.0.1:0 >"$work/server.log" 2>&1 &
server=$!
until grep -q ready "$work/server.log"; do
  kill -0 "$server" 2>/dev/null || { cat "$work/server.log" >&2; fail serve; }
  sleep 0.1
done

cp "$FILES"/*.xlsx "$work"
cd "$work"
cli -o json enterprise import enterprises.xlsx >first.json 2>first.log
expect first.json new 3
expect first.json refused 0
grep -q 企业名录 first.log || fail "the sheet is named"

# Out and in again, three ways.
cli -o csv --excel enterprise list >list.csv
head -c 3 list.csv | od -An -tx1 | grep -q 'ef bb bf' || fail "no byte order mark"
grep -q "'=1+1" list.csv || fail "a cell that a spreadsheet would run"
cli -o csv enterprise list >plain.csv
grep -q "'" plain.csv && fail "an apostrophe in CSV for programs"
cli -o xlsx enterprise list >list.xlsx
head -c 2 list.xlsx | grep -q PK || fail "no workbook"
for file in list.csv plain.csv list.xlsx; do
  cli -o json enterprise import "$file" >again.json 2>/dev/null
  expect again.json unchanged 3
  expect again.json changed 0
done

# A refused row is harmless to the spreadsheet that mends it, and comes back.
printf '统一社会信用代码,企业名称\n1,=2+2\n' >bad.csv
cli enterprise import bad.csv >/dev/null 2>&1 && fail "every row was refused"
grep -q "1,'=2+2," bad.csv.rejected.csv || fail "the rejected row"

for kind in enterprise product lab inspector result; do
  cli template "$kind" --out "$kind.xlsx" >/dev/null
  cli template "$kind" --out "$kind.xlsx" >/dev/null 2>&1 && fail "$kind was overwritten"
  cli "$kind" import "$kind.xlsx" >/dev/null 2>&1 || fail "the template of $kind"
  cli "$kind" import --help | grep -q '统一社会信用代码\|执法证号' || fail "help of $kind"
done

cli -o json result import samr_bulletin.xlsx --by-name --authority 市场监管总局 \
  --level 国家级 --sampled 2023-05-01 --bulletin 2023年第12号 >bulletin.json 2>/dev/null
expect bulletin.json read 2
expect bulletin.json one_of_that_name 1
expect bulletin.json none_of_that_name 1
cli -o json result import samr_bulletin.xlsx.proposal.xlsx >proposal.json 2>proposal.log
expect proposal.json new 0
grep -q '2 行' proposal.log || fail "unconfirmed rows are counted"
echo "files: passed"
