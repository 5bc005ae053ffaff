#!/usr/bin/env python3
"""Kills the server with SIGKILL at random points while lotes arrive and are processed, and asks the database
at the end: every acknowledged ficha is kept exactly once, and a lote that was not acknowledged is whole or absent.
Usage: kill_receive.py BINARY KILLS [SEED]"""
import http.client
import json
import pathlib
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from fichas import lote  # noqa: E402

FICHAS = 300


class Server:
    def __init__(self, binary, data):
        self.process = subprocess.Popen([binary, "servir", "--demo", "--dados", data, "--porta", "0", "--porta-tls", "-1"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = None
        for line in self.process.stdout:
            found = re.search(r"http://localhost:(\d+)$", line)
            if found:
                self.port = int(found.group(1))
                break
        if not self.port:
            raise SystemExit("o servidor não iniciou")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def call(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Set-Cookie"), answer.read()

    def enter(self):
        status, cookie, body = self.call("POST", "/api/v1/sessao", json.dumps({"cpf": "11144477735", "senha": "demonstracao-2026"}),
                                         {"Content-Type": "application/json"})
        if status != 200:
            raise SystemExit(f"não entrou: {status} {body!r}")
        return {"Cookie": cookie.split(";")[0], "X-CSRF": json.loads(body)["csrf"]}


def send(server, who, content, outcome):
    boundary = "limite"
    body = (f'--{boundary}\r\nContent-Disposition: form-data; name="arquivo"; filename="lote.zip"\r\n\r\n').encode() + content + \
        f"\r\n--{boundary}--\r\n".encode()
    try:
        status, _, _ = server.call("POST", "/api/v1/recebimento/lotes", body,
                                   {**who, "Content-Type": f"multipart/form-data; boundary={boundary}"})
        outcome["acknowledged"] = status == 202
    except (OSError, http.client.HTTPException):
        pass


def settle(server, who, data):
    """Waits until no lote is left to process."""
    for _ in range(600):
        with sqlite3.connect(f"file:{data}/aroeira.db?mode=ro", uri=True) as base:
            waiting = base.execute("SELECT COUNT(*) FROM lote_recebido WHERE situacao IN ('aguardando', 'processando')").fetchone()[0]
        if waiting == 0:
            return
        time.sleep(0.1)
    raise SystemExit("há lotes que não terminam")


def violations(data, lotes):
    found = []
    with sqlite3.connect(f"file:{data}/aroeira.db?mode=ro", uri=True) as base:
        kept = {}
        for key, versions, current in base.execute("SELECT uuid, COUNT(*), SUM(atual) FROM ficha GROUP BY uuid"):
            kept[key] = (versions, current)
        for number, (keys, acknowledged) in enumerate(lotes):
            have = [key for key in keys if key in kept]
            if any(kept[key] != (1, 1) for key in have):
                found.append(f"lote {number}: ficha em dobro")
            if acknowledged and len(have) != len(keys):
                found.append(f"lote {number}: confirmado, e faltam {len(keys) - len(have)} fichas")
            if not acknowledged and len(have) not in (0, len(keys)):
                found.append(f"lote {number}: não confirmado, e ficou pela metade")
        rows = base.execute("SELECT COUNT(*) FROM ficha").fetchone()[0]
        counted = base.execute("SELECT COALESCE(SUM(validas + invalidas), 0) FROM recebimento_total").fetchone()[0]
        lote_sum = base.execute("SELECT COALESCE(SUM(validas + invalidas), 0) FROM lote_recebido").fetchone()[0]
        if not rows == counted == lote_sum:
            found.append(f"totais: {rows} fichas, {counted} somadas por CNES, {lote_sum} somadas por lote")
        if base.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            found.append("o banco está danificado")
    return found


def main():
    binary, kills = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    chance = random.Random(seed)
    print("semente", seed, flush=True)
    lotes = []
    with tempfile.TemporaryDirectory() as data:
        server = Server(binary, data)
        who = server.enter()
        for number in range(kills):
            content, keys = lote(number * FICHAS, FICHAS)
            outcome = {"acknowledged": False}
            sender = threading.Thread(target=send, args=(server, who, content, outcome))
            sender.start()
            # Most falls come while the file is on its way, the others while it is being processed.
            time.sleep(chance.uniform(0, 0.012) if chance.random() < 0.6 else chance.uniform(0.01, 0.1))
            server.kill()
            sender.join()
            lotes.append((keys, outcome["acknowledged"]))
            server = Server(binary, data)
        settle(server, who, data)
        server.kill()
        found = violations(data, lotes)
    for one in found:
        print(one)
    confirmed = sum(1 for _, acknowledged in lotes if acknowledged)
    print(f"{kills} quedas, {confirmed} lotes confirmados de {len(lotes)}")
    print(f"{0 if found else 1} passed, {1 if found else 0} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
