#!/usr/bin/env bash
# Builds every fuzzer with clang (libFuzzer, address and undefined-behaviour sanitizers) and runs each:
#   tests/fuzz/run.sh SECONDS [NAME…]     ends with «N passed, N failed»
# What it found and what it learnt stay in build/fuzz/<name>/.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:?uso: tests/fuzz/run.sh SEGUNDOS [NOME…]}
shift
export work=${AROEIRA_FUZZ_BUILD:-build/fuzz}
table=tests/fuzz/programs.txt
launcher=$(command -v ccache || true)
export compile="$launcher clang++-14 -std=c++20 -O1 -g1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined
    -fno-sanitize-recover=all -DAROEIRA_VERSION=\"0\" -Isrc"

# The parts NAME is built with, one a line: sources and libraries.
parts_of() {
    local part source
    sed -n "s/^$1  *//p" "$table" | tr -s ' ' '\n' | while read -r part; do
        case "$part" in
        -l*) echo "$part" ;;
        @tabelas) echo "$work/tabelas.cpp" ;;
        *) for source in src/$part; do [[ $source == *_test.cpp ]] || echo "$source"; done ;;
        esac
    done
}
object_of() { echo "$work/objects/${1//\//_}.o"; }
# One source; what it says goes to the log beside its object, and a source that fails leaves no object.
build_one() {
    local object
    object=$(object_of "$1")
    rm -f "$object"
    $compile -c "$1" -o "$object" > "$object.log" 2>&1 || true
}
export -f object_of build_one

names=()
for program in tests/fuzz/fuzz_*.cpp; do
    name=$(basename "$program" .cpp)
    name=${name#fuzz_}
    if [ $# -eq 0 ] || [[ " $* " == *" $name "* ]]; then names+=("$name"); fi
done
[ ${#names[@]} -gt 0 ] || { echo "nenhum fuzzer se chama: $*" >&2; exit 2; }
mkdir -p "$work/objects"
# The national tables, packed as the build packs them.
python3 tools/tabelas/gerar.py db/reference "$work/tabelas.cpp"
# As many at once as there are processors; ccache knows what changed.
for name in "${names[@]}"; do
    echo "tests/fuzz/fuzz_$name.cpp"
    parts_of "$name" | { grep -v '^-l' || true; }
done | awk '!seen[$0]++' | xargs -P "$(nproc)" -I{} bash -c 'build_one {}'

# link NAME: says what its parts said, when one of them has no object.
link() {
    local part objects=() libraries=()
    for part in "tests/fuzz/fuzz_$1.cpp" $(parts_of "$1"); do
        case "$part" in
        -l*) libraries+=("$part") ;;
        *)
            objects+=("$(object_of "$part")")
            [ -e "${objects[-1]}" ] || cat "${objects[-1]}.log"
            ;;
        esac
    done
    clang++-14 -fsanitize=fuzzer,address,undefined "${objects[@]}" "${libraries[@]}" -o "$work/fuzz_$1"
}

# fuzz NAME: one line on how it went.
fuzz() {
    local name=$1 log=$work/$1.log
    if [ -z "$(parts_of "$name")" ]; then
        echo "$name: FALHOU, falta em $table"
        return
    fi
    python3 tests/fuzz/seeds.py "$name" "$work/$name/seeds"
    mkdir -p "$work/$name/corpus"
    if link "$name" > "$log" 2>&1 &&
        "$work/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=8192 -print_final_stats=1 \
            -artifact_prefix="$work/$name/" "$work/$name/corpus" "$work/$name/seeds" >> "$log" 2>&1; then
        echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") entradas sem falha"
    else
        echo "$name: FALHOU"
        tail -n 40 "$log"
    fi
}
for name in "${names[@]}"; do
    fuzz "$name" > "$work/$name.saiu" &
    [ "$(jobs -rp | wc -l)" -lt "$(nproc)" ] || wait -n
done
wait
for name in "${names[@]}"; do cat "$work/$name.saiu"; done
failed=$(cd "$work" && { grep -l '^[a-z]*: FALHOU' "${names[@]/%/.saiu}" || true; } | wc -l)
passed=$((${#names[@]} - failed))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
