#!/usr/bin/env bash
# The server is killed at 200 random points while fichas arrive by file and over the API, and are processed; at 200
# more while another installation sends lotes in parts, and of two that send and receive either is, 200 times; an import of the CNES is killed at 200 more, and the first start
# of 20 demonstrations; of two nodes on one PostgreSQL one is killed 20 times; a copy being made and one being restored, 40 times each, and 20 more on PostgreSQL.
set -uo pipefail
here=$(cd "$(dirname "$0")/../faults" && pwd)
passed=0 failed=0
for one in "kill_receive 200" "kill_arrival 200" "kill_network 200" "kill_import 200" "kill_demo 20" "two_nodes 20" "kill_backup 40"; do
    read -r program times <<< "$one"
    if python3 "$here/$program.py" build/release/aroeira "$times"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed"
exit "$failed"
