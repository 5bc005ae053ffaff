#!/usr/bin/env bash
# 2,000 histories of five installations that send to each other while things break, from a new seed each time, which is
# printed; the same seed twice is the same history; and receivers that confirm before their commit are found out.
set -uo pipefail
cd "$(dirname "$0")/../.."
cmake --build --preset release --target simulate > build-simulation.log 2>&1 || { cat build-simulation.log; exit 1; }
rm -f build-simulation.log
seed=${AROEIRA_SEMENTE:-$(date +%s)000000}
passed=0 failed=0
check() { if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi; }
echo "semente $seed"
build/release/simulate --historias 1000 --semente "$seed" &
other=$!
check build/release/simulate --historias 1000 --semente $((seed + 1000))
if wait "$other"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
check build/release/simulate --historias 2000 --semente "$seed" --quebrado
echo "$passed passed, $failed failed"
exit "$failed"
