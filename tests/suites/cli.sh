#!/usr/bin/env bash
# The commands that need no server, from outside: exit codes, JSON lines, conversions.
exec python3 "$(dirname "$0")/../cli/fichas_test.py" build/release/aroeira
