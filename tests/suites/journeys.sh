#!/usr/bin/env bash
# What a person does, in a real browser against the real server: on SQLite and, beside it, on PostgreSQL. Most of the
# time a journey waits for a screen.
set -uo pipefail
cd "$(dirname "$0")/../.."
tests/support/npm_ci.sh tests/journeys || exit 1
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
AROEIRA_BANCO=postgres node tests/journeys/run.mjs > "$logs/postgres" 2>&1 &
node tests/journeys/run.mjs > "$logs/sqlite" 2>&1
wait
passed=0 failed=0
for engine in sqlite postgres; do
    echo "== $engine"
    cat "$logs/$engine"
    read -r ok bad < <(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$logs/$engine" | tail -n 1) || { ok=0 bad=1; }
    passed=$((passed + ok)) failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
