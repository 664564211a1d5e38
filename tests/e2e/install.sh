#!/bin/bash
# `cmake --install` puts both programs, their manual pages and the completion
# where a shell finds them; bash completes commands, words and ids. Needs
# SPOTCHECK_BIN, in a build folder.
set -uo pipefail
cd "$(dirname "$(realpath "$0")")/../.."

readonly BIN=${SPOTCHECK_BIN:?the folder of the binaries}
work=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server"; fi
  rm -rf "$work"
}
trap stop EXIT
unset SPOTCHECK_DATA SPOTCHECK_PROFILE
failed=0
fail() { echo "FAILED: $*"; failed=1; }

cmake --install "$(dirname "$BIN")" --prefix "$work/usr" >"$work/install.log" || {
  cat "$work/install.log"
  exit 1
}
export PATH=$work/usr/bin:$PATH
spotcheck --version >/dev/null || fail "spotcheck is not found by its name"
spotcheckd --version >/dev/null || fail "spotcheckd is not found by its name"

for page in man1/spotcheck.1 man8/spotcheckd.8; do
  page=$work/usr/share/man/$page
  [ -s "$page" ] || fail "no $page"
  if command -v groff >/dev/null; then
    groff -man -K utf8 -T utf8 -ww "$page" >"$work/page" 2>"$work/warnings" || fail "groff $page"
    [ ! -s "$work/warnings" ] || fail "$page: $(head -3 "$work/warnings")"
    grep -q SPOTCHECK_DATA "$work/page" || fail "$page says too little"
  fi
done
for file in bash-completion/completions/spotcheck zsh/site-functions/_spotcheck \
  fish/vendor_completions.d/spotcheck.fish; do
  [ -s "$work/usr/share/$file" ] || fail "no $file"
done

# complete WORD…: what bash offers for the last word.
# shellcheck source=/dev/null
source "$work/usr/share/bash-completion/completions/spotcheck"
offers() {
  COMP_WORDS=(spotcheck "$@")
  COMP_CWORD=$#
  COMPREPLY=()
  _spotcheck
  printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort | tr '\n' ' '
}
[ "$(offers draw verify)" = "verify verify-proof " ] || fail "commands: $(offers draw verify)"
[ "$(offers task get T -o js)" = "json jsonl " ] || fail "words: $(offers task get T -o js)"
[ "$(offers --lang en task create --level c)" = "city county " ] || fail "levels"

export SPOTCHECK_DATA=$work/data
spotcheckd init >/dev/null || fail "init without --data"
spotcheckd serve --listen 127.0.0.1:0 >"$work/ready" 2>/dev/null &
server=$!
for _ in $(seq 100); do
  grep -qs ready "$work/ready" && break
  sleep 0.1
done
spotcheck task create --id T-2026-1 --authority 厅 --level provincial --region 64 \
  --category 家用电器 --sample 5 --lines 1 --inspectors 1 --lang en \
  >/dev/null 2>"$work/warned" || fail "task create: $(cat "$work/warned")"
grep -q 'no enterprise is in the task' "$work/warned" || fail "no warning: $(cat "$work/warned")"
[ "$(offers draw commit T-)" = "T-2026-1 " ] || fail "ids: $(offers draw commit T-)"

exit $failed
