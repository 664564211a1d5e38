#!/bin/bash
# The disk refuses a commit while the server runs: the caller is told that the
# outcome is unknown, the process ends by itself within a second and not with 0,
# and after a start the same file can be imported and the database is what its
# journal says. Needs SPOTCHECK_BIN.
set -euo pipefail
cd "$(dirname "$(realpath "$0")")/../.."

readonly BIN=${SPOTCHECK_BIN:?the folder of the binaries}
command -v prlimit >/dev/null || { echo "skipped: no prlimit"; exit 77; }
work=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" || true; fi
  rm -rf "$work"
}
trap stop EXIT
readonly DATA=$work/data
cli() { "$BIN/spotcheck" --data "$DATA" --lang en "$@"; }
fail() { echo "FAILED: $1" >&2; exit 1; }

start() {
  "$BIN/spotcheckd" serve --data "$DATA" --listen 127.0.0.1:0 \
    >"$work/out" 2>"$work/err" &
  server=$!
  local i
  for ((i = 0; i < 300; i++)); do
    grep -q '^spotcheckd ready' "$work/out" && return
    kill -0 "$server" 2>/dev/null || fail "the server ended: $(cat "$work/err")"
    sleep 0.1
  done
  fail "the server did not start"
}

main() {
  "$BIN/spotcheckd" init --data "$DATA" >/dev/null
  start
  "$BIN/spotcheck" witness keygen notary --organisation 公证处 \
    --out "$work/notary.json" >/dev/null
  # No file of the server's may grow beyond the log's present size.
  prlimit --pid "$server" --fsize="$(stat -c %s "$DATA/spotcheck.db-wal")"
  local code=0 asked ended
  cli witness register "$work/notary.pub.json" >"$work/answer" 2>&1 || code=$?
  asked=$(date +%s%N)
  [ "$code" -eq 6 ] || fail "exit $code of a commit that failed: $(cat "$work/answer")"
  grep -q COMMIT_UNKNOWN "$work/answer" || fail "$(cat "$work/answer")"
  code=0
  wait "$server" || code=$?
  ended=$(date +%s%N)
  server=
  [ "$code" -eq 6 ] || fail "the server ended with $code"
  [ $((ended - asked)) -lt 1000000000 ] ||
    fail "the server took $(((ended - asked) / 1000000)) ms to end"
  grep -q DATABASE_STOPPED "$work/err" || fail "$(cat "$work/err")"

  start
  cli witness register "$work/notary.pub.json" >/dev/null
  kill "$server" && wait "$server"
  server=
  "$BIN/spotcheckd" verify --data "$DATA" >/dev/null
}

main
