#!/usr/bin/env bash
# What a person does, in a real browser against the real server.
set -euo pipefail
cd "$(dirname "$0")/../.."
tests/support/npm_ci.sh tests/journeys
exec node tests/journeys/run.mjs
