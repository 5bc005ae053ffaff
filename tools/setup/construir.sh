#!/usr/bin/env bash
# Builds the browser application and the binary.  Usage: construir.sh [target…]
set -euo pipefail
cd "$(dirname "$0")/../.."

tools/setup/web.sh
if [ ! -f build/release/build.ninja ]; then
    cmake --preset release > build-configure.log 2>&1 || { cat build-configure.log; exit 1; }
    rm -f build-configure.log
fi
# ccache asks the compiler what it read, instead of reading it all once more before; and keeps what was made with a
# precompiled header too.
export CCACHE_DEPEND=${CCACHE_DEPEND:-1} CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros}
cmake --build --preset release ${1:+--target "$@"}
