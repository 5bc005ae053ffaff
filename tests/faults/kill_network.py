#!/usr/bin/env python3
"""Two installations, one sending to the other, either of them killed with SIGKILL at random points while lotes are made,
sent, received and judged. At the end a program looks at both databases: every valid ficha of the sender is the current
one of the receiver, once and byte for byte, and the sender has the receiver's verdict on each.
Usage: kill_network.py BINARY KILLS [SEED]"""
import contextlib
import http.client
import pathlib
import random
import sqlite3
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tools/rede"))
sys.path.insert(0, str(HERE))
from fichas import key_faults, lote  # noqa: E402
from instalacao import MUNICIPIO, NACIONAL, Instalacao  # noqa: E402

FICHAS = 120  # of a lote brought to the UBS
LOST = (OSError, http.client.HTTPException, RuntimeError, TypeError, KeyError, ValueError)  # what a dead server leaves of a question


class Towns:
    def __init__(self, binary, directory):
        self.ubs = Instalacao(binary, f"{directory}/ubs").start()
        self.municipal = Instalacao(binary, f"{directory}/municipal").start()
        # No CNES is imported: a centralizador estadual judges without it, and a UBS cannot. Both are central here.
        for node in (self.ubs, self.municipal):
            node.identify("centralizador_estadual", node.dados.name, "DF")
        self.ubs.ask("POST", f"/api/v1/transmissao/destinos/{NACIONAL}/inativar")
        self.ubs.send_to(self.municipal, "Centralizador")
        self.first = 0

    def bring(self):
        """A file of fichas; who is not told «received» does not know, and that is right too."""
        content, _ = lote(self.first, FICHAS)
        self.first += FICHAS
        with contextlib.suppress(*LOST):
            self.ubs.upload("/api/v1/recebimento/lotes", "lote.zip", content)

    def make_lotes(self):
        with contextlib.suppress(*LOST):
            self.ubs.generate(wait=False)

    def kill_one(self, luck):
        node = luck.choice((self.ubs, self.municipal))
        # The session goes on after it: one who enters again each time and falls meanwhile is, five times later, blocked.
        node.kill()
        node.start()


def until_quiet(towns, seconds=180):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(*LOST):
            towns.ubs.generate()
            lotes = towns.ubs.lotes()
            if lotes and all(one["situacao"] == "concluido" for one in lotes):
                return
        time.sleep(0.3)
    raise SystemExit(f"não se acalmou: {[(one['numero'], one['situacao'], one['causa']) for one in towns.ubs.lotes() if one['situacao'] != 'concluido'][:5]}")


def rows(node, sql):
    with contextlib.closing(sqlite3.connect(f"{node.dados}/aroeira.db")) as database:
        return database.execute(sql).fetchall()


def violations(towns):
    wanted = dict(rows(towns.ubs, "SELECT uuid, sha256 FROM ficha WHERE situacao = 'valida' AND atual = 1"))
    above = rows(towns.municipal, "SELECT uuid, sha256, atual, situacao FROM ficha")
    found = [f"{uuid[-6:]} duas vezes acima" for uuid in {one[0] for one in above} if sum(1 for row in above if row[0] == uuid) > 1] if len(
        {one[0] for one in above}) != len(above) else []
    current = {uuid: sha for uuid, sha, atual, _ in above if atual}
    found += [f"{uuid[-6:]} falta acima" for uuid, sha in wanted.items() if current.get(uuid) != sha]
    found += [f"{uuid[-6:]} está acima e não abaixo" for uuid in current if uuid not in wanted]
    told = dict(rows(towns.ubs, "SELECT uuid, veredito FROM ficha_enviada"))
    verdict = {uuid: "aceita" if situacao == "valida" else "rejeitada" for uuid, _, _, situacao in above}
    found += [f"{uuid[-6:]}: veredito {told.get(uuid)}, acima {verdict.get(uuid)}" for uuid in wanted if told.get(uuid) != verdict.get(uuid)]
    for node in (towns.ubs, towns.municipal):
        with contextlib.closing(sqlite3.connect(f"{node.dados}/aroeira.db")) as database:
            found += key_faults(database)
    return found, len(wanted)


def main():
    binary, kills = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.SystemRandom().randrange(1 << 30)
    luck = random.Random(seed)
    with tempfile.TemporaryDirectory() as directory:
        towns = Towns(binary, directory)
        try:
            for turn in range(kills):
                work = threading.Thread(target=lambda: (towns.bring() if turn % 4 == 0 else None, towns.make_lotes()))
                work.start()
                time.sleep(luck.random() * 0.25)
                towns.kill_one(luck)
                work.join()
            until_quiet(towns)
            towns.ubs.stop()
            towns.municipal.stop()
            found, count = violations(towns)
        finally:
            for node in (towns.ubs, towns.municipal):
                if node.process.poll() is None:
                    node.kill()
    print(f"kill_network: {kills} quedas, {count} fichas válidas, {len(found)} violações (semente {seed})")
    for line in found[:10]:
        print("  " + line)
    sys.exit(1 if found or count == 0 else 0)


if __name__ == "__main__":
    main()
