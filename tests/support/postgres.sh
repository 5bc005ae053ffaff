#!/usr/bin/env bash
# A throw-away PostgreSQL for tests.
#   url=$(tests/support/postgres.sh start DIR)   starts a cluster inside DIR and prints its URL;
#       what follows DIR are settings, name=value, over those of a test
#   tests/support/postgres.sh stop DIR           kills it and removes what it kept in DIR
# PostgreSQL refuses to run as root: then it runs as the user `postgres`.
set -euo pipefail

action=${1:-}
dir=${2:-}
settings=()
for setting in "${@:3}"; do settings+=("-c $setting"); done
if [ -z "$dir" ] || { [ "$action" != start ] && [ "$action" != stop ]; }; then
    echo "uso: $0 start|stop DIR [ajuste=valor…]" >&2
    exit 2
fi

bin=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -n 1)
if [ -z "$bin" ]; then
    echo "$0: PostgreSQL não está instalado (apt-get install postgresql)" >&2
    exit 1
fi

as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        # From a folder the user may enter, or each program warns that it cannot.
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

free_port() {
    python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

stop() {
    [ -d "$dir/cluster" ] || return 0
    as_owner "$bin/pg_ctl" -D "$dir/cluster" -m immediate -w stop > /dev/null 2>&1 || true
    rm -rf "$dir/cluster" "$dir/server.log"
}

start() {
    stop
    mkdir -p "$dir"
    dir=$(cd "$dir" && pwd)
    if [ "$(id -u)" -eq 0 ]; then
        # mktemp -d makes it 0700 for root; the server's user must get in.
        chown postgres "$dir"
    fi
    printf 'aroeira\n' > "$dir/password"
    chmod 644 "$dir/password"
    as_owner "$bin/initdb" -D "$dir/cluster" -U aroeira -E UTF8 --locale=C.UTF-8 --auth-local=trust \
        --auth-host=scram-sha-256 --pwfile="$dir/password" --no-sync > "$dir/initdb.log" 2>&1 || {
        cat "$dir/initdb.log" >&2
        exit 1
    }
    rm -f "$dir/initdb.log" "$dir/password"
    local port
    for _ in 1 2 3; do
        port=$(free_port)
        if as_owner "$bin/pg_ctl" -D "$dir/cluster" -l "$dir/server.log" -w -t 60 -o "-p $port \
            -c listen_addresses=127.0.0.1 -c unix_socket_directories='$dir/cluster' -c max_connections=200 \
            -c fsync=off -c synchronous_commit=on -c full_page_writes=off -c shared_buffers=64MB ${settings[*]:-}" \
            start > /dev/null 2>&1; then
            echo "postgresql://aroeira:aroeira@127.0.0.1:$port/postgres"
            return 0
        fi
    done
    cat "$dir/server.log" >&2
    exit 1
}

"$action"
