#!/usr/bin/env bash
# The server is killed at 200 random points while it receives and processes lotes.
exec python3 "$(dirname "$0")/../faults/kill_receive.py" build/release/aroeira 200
