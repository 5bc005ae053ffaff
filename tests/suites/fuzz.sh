#!/usr/bin/env bash
# Ten seconds of each fuzzer; a finding stays in build/fuzz/<name>/.
exec "$(dirname "$0")/../fuzz/run.sh" 10
