#!/bin/bash
# What cannot be written is said and ends nonzero: standard output on a full
# disk and on a pipe that nobody reads, and files that must not grow.
set -uo pipefail
cd "$(dirname "$(realpath "$0")")/../.."

bin=${SPOTCHECK_BIN:-$PWD/build/release/bin}
out=$(mktemp -d)
server=
cleanup() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; fi
  rm -rf "$out"
}
trap cleanup EXIT
# Where SIGPIPE is ignored a closed pipe is an error of the write.
trap '' PIPE
unset SPOTCHECK_DATA SPOTCHECK_PROFILE
failed=0
fail() { echo "FAILED: $*"; failed=1; }

# full WORDS…: on a full disk the command says a sentence and ends nonzero.
full() {
  "$@" >/dev/full 2>"$out/err" </dev/null
  local code=$?
  [ "$code" -ne 0 ] || fail "$* >/dev/full ended with 0"
  grep -q 'OUTPUT_NOT_WRITABLE' "$out/err" || fail "$* said: $(cat "$out/err")"
}

# closed WORDS…: with the reader gone it says one line at most.
closed() {
  "$@" 2>"$out/err" </dev/null | head -c1 >/dev/null
  [ "$(wc -l <"$out/err")" -le 1 ] || fail "$* | head said: $(cat "$out/err")"
}

client() { "$bin/spotcheck" --lang en --data "$out/data" "$@"; }

"$bin/spotcheckd" init --data "$out/data" >/dev/null || exit 1
"$bin/spotcheckd" serve --data "$out/data" --listen 127.0.0.1:0 \
  >"$out/ready" 2>"$out/log" &
server=$!
for _ in $(seq 100); do
  grep -q ready "$out/ready" && break
  sleep 0.1
done
"$bin/spotcheck" demo-data --enterprises 1200 "$out/demo" >/dev/null || exit 1
client enterprise import "$out/demo/enterprises.csv" >/dev/null || exit 1

full "$bin/spotcheck" --help
full "$bin/spotcheck" --version
full "$bin/spotcheck" draw commit --help
full "$bin/spotcheck" completion
full "$bin/spotcheck" demo-data --enterprises 1 "$out/demo2"
full "$bin/spotcheckd" --help
full "$bin/spotcheckd" --version
full "$bin/spotcheckd" cert list --data "$out/data"
full "$bin/spotcheckd" verify --data "$out/data"
full "$bin/spotcheckd" init --data "$out/other"
full "$bin/spotcheckd" serve --data "$out/other" --listen 127.0.0.1:0
for form in table json jsonl csv; do
  full client enterprise list -o "$form"
  closed client enterprise list -o "$form"
done
full client journal checkpoint
full client product import "$out/demo/products.csv"
closed "$bin/spotcheckd" --help
closed "$bin/spotcheck" --help

# A list of many pages ends when nobody reads it, and not with 0.
{ client enterprise list -o jsonl 2>"$out/err"; echo $? >"$out/code"; } | head -c1 >/dev/null
[ "$(wc -l <"$out/err")" -le 1 ] || fail "list | head said: $(cat "$out/err")"
[ "$(cat "$out/code")" -ne 0 ] || fail "list | head ended with 0"

# A file that cannot grow: nothing that looks whole is left of it.
# The limit holds for the file behind standard error, too: that goes by a pipe.
limited() {
  (ulimit -f 0; trap '' XFSZ; exec "$@" 2>&1 >/dev/null) | cat >"$out/err"
  return "${PIPESTATUS[0]}"
}
limited "$bin/spotcheck" --lang en witness keygen A --organisation B --out "$out/k.json" &&
  fail "a key that could not be written ended with 0"
[ ! -e "$out/k.json" ] || fail "half a key was left"
limited "$bin/spotcheck" --lang en demo-data --enterprises 5 "$out/demo3" &&
  fail "demo data that could not be written ended with 0"
{ head -1 "$out/demo/enterprises.csv"; echo 'x,y,z,,,,,'; } >"$out/bad.csv"
limited "$bin/spotcheck" --lang en --data "$out/data" enterprise import "$out/bad.csv" &&
  fail "refusals that could not be written ended with 0"
grep -q FILE_NOT_WRITABLE "$out/err" || fail "rejected file: $(cat "$out/err")"

# How an import ends.
client enterprise import "$out/bad.csv" >/dev/null 2>"$out/err"
[ $? -eq 7 ] || fail "an import of refused rows alone did not end with 7"
{ cat "$out/demo/enterprises.csv"; echo 'x,y,z,,,,,'; } >"$out/some.csv"
client enterprise import "$out/some.csv" >/dev/null 2>"$out/err"
[ $? -eq 0 ] || fail "an import with one refused row did not end with 0"
grep -q '1 of 1201 rows were refused' "$out/err" || fail "no count: $(cat "$out/err")"
client enterprise import --strict "$out/some.csv" >/dev/null 2>&1
[ $? -eq 7 ] || fail "--strict did not end with 7"

exit $failed
