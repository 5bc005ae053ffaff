#!/usr/bin/env bash
# Installs the Debian packages of packages.txt that are missing.  Usage: instalar.sh run|test
set -euo pipefail
level=${1:?run or test}
here=$(cd "$(dirname "$0")" && pwd)
case "$level" in
    run) wanted=$(awk '$1 == "run" { print $2 }' "$here/packages.txt") ;;
    test) wanted=$(awk '$1 == "run" || $1 == "test" { print $2 }' "$here/packages.txt") ;;
    *) echo "instalar.sh: run ou test" >&2; exit 2 ;;
esac

missing=()
for package in $wanted; do
    # A newer Node than Debian's brings its own npm: what matters is that the command is there.
    case "$package" in
        nodejs) command -v node > /dev/null && continue ;;
        npm) command -v npm > /dev/null && continue ;;
    esac
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo > /dev/null || { echo "Faltam pacotes e não há sudo. Como root: apt-get install ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
fi
echo "Instalando pacotes do Debian: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
