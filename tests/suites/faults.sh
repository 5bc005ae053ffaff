#!/usr/bin/env bash
# The server is killed at 200 random points while fichas arrive by file and over the API, and are processed;
# an import of the CNES is killed at 200 more.
set -uo pipefail
here=$(cd "$(dirname "$0")/../faults" && pwd)
passed=0 failed=0
for one in kill_receive kill_import; do
    if python3 "$here/$one.py" build/release/aroeira 200; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed"
exit "$failed"
