#!/usr/bin/env bash
# Builds the browser application into web/dist, when it is not up to date.
set -euo pipefail
cd "$(dirname "$0")/../.."

# npm ci only when the lock file changed since the last time.
stamp=web/node_modules/.instalado
if [ ! -f "$stamp" ] || ! cmp -s web/package-lock.json "$stamp"; then
    npm --prefix web ci --no-audit --no-fund --loglevel=error
    cp web/package-lock.json "$stamp"
fi
# The page is rebuilt only when a source is newer than the last page.
if [ ! -f web/dist/index.html ] ||
    [ -n "$(find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -newer web/dist/index.html -print -quit)" ]; then
    npm --prefix web run --silent build
fi
