#!/bin/bash
# The quickstart does the main job on a built tree, leaves the server running
# only with --keep, says so when its port is taken, and shows how far its build
# is. How long it took is printed, not judged.
set -euo pipefail
cd "$(dirname "$(realpath "$0")")/../.."

out=$(mktemp -d)
kept=
cleanup() {
  if [ -n "$kept" ]; then kill "$kept" 2>/dev/null || true; fi
  rm -rf "$out"
}
trap cleanup EXIT

# Builds the two targets where this is the first run, and is not timed.
deploy/quickstart --keep --lang en >"$out/first" 2>&1 || { cat "$out/first"; exit 1; }
kept=$(sed -n 's/.*To stop it: kill \([0-9]*\)$/\1/p' "$out/first")
port=$(sed -n 's/.*still running (127\.0\.0\.1:\([0-9]*\),.*/\1/p' "$out/first")
kill -0 "$kept" || { echo "--keep did not keep the server"; exit 1; }

if deploy/quickstart --port "$port" --lang en >"$out/taken" 2>&1; then
  echo "a taken port went unnoticed"
  exit 1
fi
grep -q "error: port $port cannot be used" "$out/taken" || { cat "$out/taken"; exit 1; }

SECONDS=0
deploy/quickstart --lang zh >"$out/second" 2>&1 || { cat "$out/second"; exit 1; }
readonly second_run=$SECONDS

# A file of this project that is newer than its object is built again, with a
# line that says how far it is.
touch client/main.cc
deploy/quickstart --lang en >"$out/third" 2>&1 || { cat "$out/third"; exit 1; }
grep -Eq '^ +100%  [0-9]+/[0-9]+  [0-9]+:[0-9]{2}$' "$out/third" || {
  echo "the build said nothing of its progress"
  cat "$out/third"
  exit 1
}
if grep -q '仍在运行' "$out/second"; then
  echo "the server was kept without --keep"
  exit 1
fi
echo "quickstart: second run in $second_run seconds"
