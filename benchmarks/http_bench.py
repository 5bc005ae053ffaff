#!/usr/bin/env python3
"""A small JSON route against nginx serving a file of the same size, in turns on the same core; and what the
program costs before anybody asks for anything."""
import os
import pathlib
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

from rows import BINARY, row

PATH = "/api/v1/versao"
ROUNDS, SECONDS, CONNECTIONS = 5, 2, 64


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def pinned(core: int, command: list[str]) -> list[str]:
    """Client and server on cores of their own, where there are two."""
    return ["taskset", "-c", str(core), *command] if (os.cpu_count() or 1) > 1 else command


def wait_for(port: int, process: subprocess.Popen, path: str) -> bytes:
    for _ in range(5000):
        if process.poll() is not None:
            sys.exit(f"o servidor terminou com {process.returncode}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
                return answer.read()
        except OSError:
            time.sleep(0.002)
    sys.exit("o servidor não respondeu")


def requests_per_second(port: int, path: str) -> float:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}", f"http://127.0.0.1:{port}{path}"]
    text = subprocess.run(pinned(1, command), capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in text or "Socket errors" in text:
        sys.exit(f"respostas erradas na medida:\n{text}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))


def start_nginx(directory: str, body: bytes) -> tuple[subprocess.Popen, int]:
    port = free_port()
    pathlib.Path(directory, "versao.json").write_bytes(body)
    pathlib.Path(directory, "nginx.conf").write_text(f"""
        worker_processes 1; daemon off; pid {directory}/pid; error_log {directory}/erros; user root;
        events {{ worker_connections 1024; }}
        http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100;
               types {{ application/json json; }}
               server {{ listen 127.0.0.1:{port}; root {directory}; }} }}""")
    command = ["nginx", "-c", f"{directory}/nginx.conf", "-p", directory]
    nginx = subprocess.Popen(pinned(0, command), stderr=subprocess.DEVNULL)
    wait_for(port, nginx, "/versao.json")
    return nginx, port


def start_ours(directory: str) -> tuple[subprocess.Popen, int, bytes, float]:
    port = free_port()
    command = [BINARY, "servir", "--porta", str(port), "--porta-tls", "-1", "--dados", directory, "--sem-demo"]
    begin = time.monotonic()
    ours = subprocess.Popen(pinned(0, command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    body = wait_for(port, ours, PATH)
    return ours, port, body, (time.monotonic() - begin) * 1000


def resident_mib(process: subprocess.Popen) -> float:
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def stop(process: subprocess.Popen) -> None:
    process.terminate()
    process.wait(30)


def main() -> None:
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as web:
        os.chmod(web, 0o755)
        stop(start_ours(data)[0])  # the first start makes the database; what counts is every other one
        ours, port, body, started_ms = start_ours(data)
        idle_mib = resident_mib(ours)
        nginx, nginx_port = start_nginx(web, body)
        try:
            measured = [(requests_per_second(port, PATH), requests_per_second(nginx_port, "/versao.json"))
                        for _ in range(ROUNDS)]
        finally:
            stop(nginx)
            stop(ours)
    ratio = round(statistics.median(a / b for a, b in measured), 3)
    value = statistics.median(a for a, _ in measured)
    floor = round(statistics.median(b for _, b in measured))
    row("http.get_json", value, "1/s", 0.3, 0.5, ratio >= 0.3, f"nginx, arquivo de {len(body)} B", floor, ratio)
    row("inicio.ate_responder", started_ms, "ms", 200, 50, started_ms < 200)
    row("inicio.memoria_parado", idle_mib, "MiB", 64, 32, idle_mib < 64)


if __name__ == "__main__":
    main()
