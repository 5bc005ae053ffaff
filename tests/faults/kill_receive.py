#!/usr/bin/env python3
"""Kills the server with SIGKILL at random points while fichas arrive (by file, in batches and one by one over the
API) and are processed, and asks the database at the end: every acknowledged ficha is kept exactly once, and a lote
or batch that was not acknowledged is whole or absent.
Usage: kill_receive.py BINARY KILLS [SEED]"""
import base64
import contextlib
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
from fichas import key_faults, lote, visita  # noqa: E402
from settle import lotes_of, settle  # noqa: E402

FICHAS = 300  # of a lote or a batch: one block, so one transaction
SINGLES = 60  # that a system sends one by one until the server is gone


class Server:
    def __init__(self, binary, data):
        self.process = subprocess.Popen([binary, "servir", "--demo-contas", "--dados", data, "--porta", "0", "--porta-tls", "-1"],
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
        self.process.stdout.close()

    def call(self, method, path, body=None, headers=None):
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Set-Cookie"), answer.read()

    def enter(self):
        status, cookie, body = self.call("POST", "/api/v1/sessao", json.dumps({"cpf": "11144477735", "senha": "demonstracao-2026"}),
                                         {"Content-Type": "application/json"})
        if status != 200:
            raise SystemExit(f"não entrou: {status} {body!r}")
        return {"Cookie": cookie.split(";")[0], "X-CSRF": json.loads(body)["csrf"]}

    def enter_system(self, who):
        """A third-party system with a credencial of its own."""
        status, _, body = self.call("POST", "/api/v1/integracao/credenciais", json.dumps({"nome": "Sistema que insiste"}),
                                    {**who, "Content-Type": "application/json"})
        if status != 201:
            raise SystemExit(f"sem credencial: {status}")
        made = json.loads(body)
        status, cookie, _ = self.call("POST", "/api/recebimento/login", f"usuario={made['usuario']}&senha={made['senha']}",
                                      {"Content-Type": "application/x-www-form-urlencoded"})
        if status != 200:
            raise SystemExit(f"o sistema não entrou: {status}")
        return {"Cookie": cookie.split(";")[0]}


def form(part, name, content):
    return (f'--limite\r\nContent-Disposition: form-data; name="{part}"; filename="{name}"\r\n\r\n').encode() + content + \
        b"\r\n--limite--\r\n"


FORM = {"Content-Type": "multipart/form-data; boundary=limite"}


class Sending:
    """What is sent before one kill: `keys` in the order sent, and which of them the server acknowledged."""
    whole = True  # one transaction: all of it or nothing

    def __init__(self, number):
        self.first = number * FICHAS
        self.keys, self.acknowledged, self.fault = [], set(), None

    def run(self, server, person, system):
        try:
            self.send(server, person, system)
        except (OSError, http.client.HTTPException):
            pass  # the server is gone


class File(Sending):
    def __init__(self, number):
        super().__init__(number)
        self.content, self.keys = lote(self.first, FICHAS)

    def send(self, server, person, _):
        status, _, _ = server.call("POST", "/api/v1/recebimento/lotes", form("arquivo", "lote.zip", self.content), {**person, **FORM})
        if status == 202:
            self.acknowledged = set(self.keys)


class Batch(Sending):
    def __init__(self, number):
        super().__init__(number)
        lines = []
        for key, data in map(visita, range(self.first, self.first + FICHAS)):
            self.keys.append(key)
            lines.append(json.dumps({"nome": key + ".esus", "conteudo": base64.b64encode(data).decode()}))
        self.body = "\n".join(lines)

    def send(self, server, _, system):
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)) as connection:
            connection.request("POST", "/api/v1/recebimento/fichas", self.body, {**system, "Content-Type": "application/x-ndjson"})
            answer = connection.getresponse()
            while line := answer.readline():  # a line that was read is a promise, whatever comes after it
                if line.endswith(b"\n") and b'"situacao"' in line:
                    self.acknowledged.add(json.loads(line)["uuid"])


class Singles(Sending):
    whole = False

    def send(self, server, _, system):
        for key, data in map(visita, range(self.first, self.first + SINGLES)):
            self.keys.append(key)
            status, _, body = server.call("POST", "/api/v1/recebimento/ficha", form("ficha", key + ".esus", data), {**system, **FORM})
            # Inconsistent is kept too; anything else here would be a fault of this test.
            if status != 200 and not (status == 400 and body.startswith("Erro de validação".encode())):
                self.fault = f"a ficha foi recusada: {status} {body!r}"
                return
            self.acknowledged.add(key)


def violations(data, sent):
    found = []
    with sqlite3.connect(f"file:{data}/aroeira.db?mode=ro", uri=True) as base:
        kept = {}
        for key, versions, current in base.execute("SELECT uuid, COUNT(*), SUM(atual) FROM ficha GROUP BY uuid"):
            kept[key] = (versions, current)
        for number, sending in enumerate(sent):
            name = f"{type(sending).__name__} {number}"
            if sending.fault:
                found.append(f"{name}: {sending.fault}")
            have = {key for key in sending.keys if key in kept}
            if any(kept[key] != (1, 1) for key in have):
                found.append(f"{name}: ficha em dobro")
            if missing := sending.acknowledged - have:
                found.append(f"{name}: confirmado, e faltam {len(missing)} fichas")
            if sending.whole and len(have) not in (0, len(sending.keys)):
                found.append(f"{name}: ficou pela metade, {len(have)} de {len(sending.keys)}")
        rows = base.execute("SELECT COUNT(*) FROM ficha").fetchone()[0]
        counted = base.execute("SELECT COALESCE(SUM(validas + invalidas), 0) FROM recebimento_total").fetchone()[0]
        lote_sum = base.execute("SELECT COALESCE(SUM(validas + invalidas), 0) FROM lote_recebido").fetchone()[0]
        if not rows == counted == lote_sum:
            found.append(f"totais: {rows} fichas, {counted} somadas por CNES, {lote_sum} somadas por lote")
        found += key_faults(base)
        if base.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            found.append("o banco está danificado")
    return found


def main():
    binary, kills = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    chance = random.Random(seed)
    print("semente", seed, flush=True)
    sent = []
    with tempfile.TemporaryDirectory() as data:
        server = Server(binary, data)
        person = server.enter()
        system = server.enter_system(person)
        for number in range(kills):
            sending = chance.choice((File, File, Batch, Singles))(number)
            sender = threading.Thread(target=sending.run, args=(server, person, system))
            sender.start()
            # Most falls come while the fichas are on their way, the others while they are being processed.
            time.sleep(chance.uniform(0, 0.012) if chance.random() < 0.6 else chance.uniform(0.01, 0.1))
            server.kill()
            sender.join()
            sent.append(sending)
            server = Server(binary, data)
        settle(lotes_of(data))
        server.kill()
        found = violations(data, sent)
    for one in found:
        print(one)
    for kind in (File, Batch, Singles):
        mine = [sending for sending in sent if isinstance(sending, kind)]
        keys = sum(len(sending.keys) for sending in mine)
        print(f"{kind.__name__}: {len(mine)} quedas, {sum(len(one.acknowledged) for one in mine)} fichas confirmadas de {keys}")
    # Without a promise of each kind broken by a fall, nothing was proven.
    if not all(any(one.acknowledged for one in sent if isinstance(one, kind)) for kind in (File, Batch, Singles)):
        found.append("nenhuma ficha confirmada")
    print(f"{0 if found else 1} passed, {1 if found else 0} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
