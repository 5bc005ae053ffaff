#!/usr/bin/env bash
# The program from outside: exit codes, JSON lines, conversions, fichas against the file of the CNES, kinds of installation, copies made and restored, certificates, the master key, flows of data.
set -uo pipefail
passed=0
failed=0
for part in fichas cadastro ceps auditoria centralizador backup certificado chaves fluxos; do
    log=$(python3 "$(dirname "$0")/../cli/${part}_test.py" "${AROEIRA_BINARY:-build/release/aroeira}" 2>&1)
    echo "$log"
    read -r ok bad < <(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' <<< "$log" | tail -n 1) || { ok=0 bad=1; }
    passed=$((passed + ok))
    failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
