#!/usr/bin/env bash
# Builds every fuzzer with clang (libFuzzer, address and undefined-behaviour sanitizers) and runs each:
#   tests/fuzz/run.sh SECONDS [NAME…]     ends with «N passed, N failed»
# What it found and what it learnt stay in build/fuzz/<name>/.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:?uso: tests/fuzz/run.sh SEGUNDOS [NOME…]}
shift
work=${AROEIRA_FUZZ_BUILD:-build/fuzz}
table=tests/fuzz/programs.txt
launcher=$(command -v ccache || true)
flags=(-std=c++20 -O1 -g1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
       -DAROEIRA_VERSION='"0"' -Isrc)

# build NAME PART…: objects are kept, ccache knows whether they changed.
build() {
    local name=$1 objects=() libraries=() part source object
    shift
    for part in "$@"; do
        case "$part" in
        -l*) libraries+=("$part") ;;
        @tabelas)
            # The national tables, packed as the build packs them.
            python3 tools/tabelas/gerar.py db/reference "$work/tabelas.cpp"
            $launcher clang++-14 "${flags[@]}" -c "$work/tabelas.cpp" -o "$work/objects/tabelas.o"
            objects+=("$work/objects/tabelas.o")
            ;;
        *)
            for source in src/$part; do
                case "$source" in *_test.cpp) continue ;; esac
                object=$work/objects/${source//\//_}.o
                [ -e "$object.done" ] || $launcher clang++-14 "${flags[@]}" -c "$source" -o "$object"
                touch "$object.done"
                objects+=("$object")
            done
            ;;
        esac
    done
    $launcher clang++-14 "${flags[@]}" -c "tests/fuzz/fuzz_$name.cpp" -o "$work/objects/fuzz_$name.o"
    clang++-14 -fsanitize=fuzzer,address,undefined "$work/objects/fuzz_$name.o" "${objects[@]}" "${libraries[@]}" -o "$work/fuzz_$name"
}

mkdir -p "$work/objects"
rm -f "$work"/objects/*.done
passed=0
failed=0
for program in tests/fuzz/fuzz_*.cpp; do
    name=$(basename "$program" .cpp)
    name=${name#fuzz_}
    if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then continue; fi
    log=$work/$name.log
    read -r -a parts < <(sed -n "s/^$name  *//p" "$table") || true
    if [ ${#parts[@]} -eq 0 ]; then
        echo "$name: falta em $table" | tee "$log"
        failed=$((failed + 1))
        continue
    fi
    python3 tests/fuzz/seeds.py "$name" "$work/$name/seeds"
    mkdir -p "$work/$name/corpus"
    if build "$name" "${parts[@]}" > "$log" 2>&1 &&
        "$work/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=8192 -print_final_stats=1 \
            -artifact_prefix="$work/$name/" "$work/$name/corpus" "$work/$name/seeds" >> "$log" 2>&1; then
        passed=$((passed + 1))
        echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") entradas sem falha"
    else
        failed=$((failed + 1))
        echo "$name: FALHOU"
        tail -n 40 "$log"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
