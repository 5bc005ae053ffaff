#!/usr/bin/env bash
# Apache Thrift's reader and writer, made from the published facts, against ours. Fichas of other makers are read
# where the machine has them.
set -euo pipefail
cd "$(dirname "$0")/../.."
# Configured again: the machine may have had no thrift compiler when it was first.
cmake --preset release > /dev/null
cmake --build --preset release --target ledi_oracle
samples=../shared/samples/ledi
[ -d "$samples" ] && export AROEIRA_AMOSTRAS=$samples
status=0
build/release/ledi_oracle | tee build/oracle.log || status=$?
# doctest's count, in the words ./test adds up.
sed -n 's/^\[doctest\] test cases:.*| *\([0-9]*\) passed | *\([0-9]*\) failed.*/\1 passed, \2 failed/p' build/oracle.log
exit "$status"
