#!/usr/bin/env bash
# Every route of the served description against the real server, and the description against the browser's copy.
set -euo pipefail
cd "$(dirname "$0")/../.."
tests/support/npm_ci.sh tests/contracts
exec node tests/contracts/run.mjs
