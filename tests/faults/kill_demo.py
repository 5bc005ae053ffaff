#!/usr/bin/env python3
"""Kills the first start of a demonstration with SIGKILL at random points, one to three times, and starts it once more:
it is complete, and nothing in it came twice.
Usage: kill_demo.py BINARY INSTALLATIONS [SEED]"""
import contextlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

PROCESSED_WITHIN_S = 60
QUESTIONS = {
    "fichas": "SELECT tipo, situacao, versao, atual, count(*) FROM ficha GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
    "lotes": "SELECT canal, arquivo, count(*), sum(recebidas), sum(repetidas), sum(ilegiveis) FROM lote_recebido GROUP BY 1, 2 ORDER BY 1, 2",
    "importações": "SELECT simulada, situacao, count(*) FROM cnes_importacao GROUP BY 1, 2 ORDER BY 1, 2",
    "cadastro": "SELECT (SELECT count(*) FROM unidade_saude), (SELECT count(*) FROM equipe), (SELECT count(*) FROM lotacao)",
    "contas": "SELECT (SELECT count(*) FROM usuario), (SELECT count(*) FROM acesso), (SELECT count(*) FROM credencial)",
    "banco": "PRAGMA integrity_check",
}


def start(binary, data):
    return subprocess.Popen([binary, "servir", "--demo", "--dados", data, "--porta", "0", "--porta-tls", "-1"],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def end(server, how):
    server.send_signal(how)
    server.wait()
    server.stdout.close()


def ask(data, question):
    with contextlib.closing(sqlite3.connect(f"{data}/aroeira.db", timeout=20)) as base:
        return base.execute(question).fetchall()


def complete(binary, data):
    """Starts, waits until there is nothing left to process, and tells what is there and how long the start took."""
    began = time.monotonic()
    server = start(binary, data)
    for line in server.stdout:
        if "http://localhost:" in line:
            break
    took = time.monotonic() - began
    until = time.monotonic() + PROCESSED_WITHIN_S
    while time.monotonic() < until and ask(data, "SELECT 1 FROM lote_recebido WHERE situacao <> 'processado' LIMIT 1"):
        time.sleep(0.05)
    end(server, signal.SIGTERM)
    return {name: ask(data, question) for name, question in QUESTIONS.items()}, took


def main():
    binary, installations = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    chance = random.Random(seed)
    violations = kills = 0
    with tempfile.TemporaryDirectory(prefix="aroeira-demonstracao-") as folder:
        expected, whole = complete(binary, f"{folder}/inteira")
        if len({tipo for tipo, *_ in expected["fichas"]}) != 13:
            raise SystemExit("a demonstração deveria ter os 13 tipos de ficha")
        for number in range(installations):
            data = f"{folder}/{number}"
            for _ in range(chance.randint(1, 3)):
                server = start(binary, data)
                time.sleep(chance.uniform(0, whole * 1.1))
                end(server, signal.SIGKILL)
                kills += 1
            found, _ = complete(binary, data)
            for name in QUESTIONS:
                if found[name] != expected[name]:
                    violations += 1
                    print(f"violação: {name}: {found[name]} em vez de {expected[name]}")
    print(f"{kills} interrupções (semente {seed}) em {installations} instalações, {violations} violações")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
