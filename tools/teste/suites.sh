# Functions of ./test: run a suite, keep its output, count what passed. Sourced, not run.
passed=0
failed=0
logs=build/testes
mkdir -p "$logs"

# report NAME PASSED FAILED SECONDS LOG
report() {
    passed=$((passed + $2))
    failed=$((failed + $3))
    printf '%-44s %5d passou %4d falhou %5ds\n' "$1" "$2" "$3" "$4"
    if [ "$3" -ne 0 ]; then
        echo "---- $5"
        # Each failure with what it says; of a program that only ended, its last lines.
        grep -a -A 7 -E '^(FAILED |FAIL:|ERROR:)' "$5" | head -n 120 || true
        tail -n 60 "$5"
        echo "----"
    fi
}

# run_logged NAME COMMAND…  → status in $status, seconds in $seconds, output in $log
run_logged() {
    log="$logs/$(printf '%s' "$1" | tr -c 'A-Za-z0-9' '_').log"
    shift
    local begin=$SECONDS
    status=0
    "$@" > "$log" 2>&1 || status=$?
    seconds=$((SECONDS - begin))
}

# One check: it passes when the command does.
step() {
    run_logged "$@"
    if [ "$status" -eq 0 ]; then report "$1" 1 0 "$seconds" "$log"; else report "$1" 0 1 "$seconds" "$log"; fi
}

# A doctest program: its own count of test cases.
doctest_suite() {
    run_logged "$@"
    local line ok bad
    line=$(grep -a '^\[doctest\] test cases:' "$log" | tail -n 1 || true)
    ok=$(sed -n 's/.*| *\([0-9]*\) passed.*/\1/p' <<< "$line")
    bad=$(sed -n 's/.*| *\([0-9]*\) failed.*/\1/p' <<< "$line")
    ok=${ok:-0} bad=${bad:-0}
    # A crash prints no summary; a program with no test case proves nothing.
    [ "$status" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
    [ "$ok" -eq 0 ] && [ "$bad" -eq 0 ] && bad=1
    report "$1" "$ok" "$bad" "$seconds" "$log"
}

# Python's unittest: «Ran N tests», «FAILED (failures=F, errors=E)».
python_suite() {
    run_logged "$@"
    local ran bad
    ran=$(sed -n 's/^Ran \([0-9]*\) test.*/\1/p' "$log" | tail -n 1)
    ran=${ran:-0}
    bad=$(grep -c -E '^(FAIL|ERROR):' "$log" || true)
    [ "$status" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
    [ "$ran" -eq 0 ] && bad=1
    report "$1" $((ran > bad ? ran - bad : 0)) "$bad" "$seconds" "$log"
}

# A suite that ends with «N passed, N failed» itself.
counted_suite() {
    run_logged "$@"
    local line ok bad
    line=$(grep -a -E '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1 || true)
    ok=$(cut -d' ' -f1 <<< "$line")
    bad=$(cut -d' ' -f3 <<< "$line")
    ok=${ok:-0} bad=${bad:-0}
    [ "$status" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
    [ "$ok" -eq 0 ] && [ "$bad" -eq 0 ] && bad=1
    report "$1" "$ok" "$bad" "$seconds" "$log"
}

# start_beside NAME: tests/suites/NAME.sh in the background, for one that mostly waits; finish_beside tells how it ended.
start_beside() {
    beside_name=$1
    rm -f "$logs/$1.contagem"
    (
        passed=0 failed=0
        counted_suite "$1" bash "tests/suites/$1.sh"
        echo "$passed $failed" > "$logs/$1.contagem"
    ) > "$logs/$1.linha" 2>&1 &
    beside_pid=$!
}
finish_beside() {
    wait "$beside_pid" || true
    cat "$logs/$beside_name.linha"
    local ok=0 bad=1  # It left no count: it died.
    read -r ok bad < "$logs/$beside_name.contagem" || true
    passed=$((passed + ok)) failed=$((failed + bad))
}

finish() {
    echo
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
    exit
}
