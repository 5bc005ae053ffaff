#!/usr/bin/env bash
# Installs the npm packages of a directory, only when its lock file changed since the last time.  Usage: npm_ci.sh DIRECTORY
set -euo pipefail
stamp=$1/node_modules/.instalado
if [ ! -f "$stamp" ] || ! cmp -s "$1/package-lock.json" "$stamp"; then
    npm --prefix "$1" ci --no-audit --no-fund --loglevel=error
    cp "$1/package-lock.json" "$stamp"
fi
