#!/usr/bin/env bash
# The server is killed at 200 random points while fichas arrive by file and over the API, and are processed.
exec python3 "$(dirname "$0")/../faults/kill_receive.py" build/release/aroeira 200
