#!/usr/bin/env python3
"""Another installation sends lotes in parts, and the server is killed with SIGKILL at random points: while parts come,
as the last one is proven and confirmed, while lotes are processed. Started again, it must have every part it had
acknowledged and every lote it had confirmed; at the end every ficha is there once, every version once, and of a ficha
that came in many lotes the one of the last lote is current.
Usage: kill_arrival.py BINARY KILLS [SEED]"""
import hashlib
import http.client
import io
import json
import pathlib
import random
import sqlite3
import sys
import tempfile
import threading
import time
import uuid
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from fichas import key_faults, visita  # noqa: E402
from kill_receive import Server  # noqa: E402
from settle import lotes_of, settle  # noqa: E402

IBGE = "5300108"
AT_MS = 1_788_000_000_000
NEW = (40, 400)  # fichas of a lote nobody sent before, at least and at most
COMMON = 10      # fichas every lote brings again, changed
PART = (16 << 10, 24 << 10)  # bytes of a part
INSTALLATION = str(uuid.uuid4())


class Lote:
    """What the sender has: the file, and what it was promised about it."""

    def __init__(self, numero, first, count):
        self.numero, self.id = numero, str(uuid.uuid4())
        self.new = [visita(number) for number in range(first, first + count)]
        self.common = [visita(number, at_ms=AT_MS + numero * 1000) for number in range(COMMON)]
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for key, data in self.new + self.common:
                archive.writestr(key + ".esus", data)
        self.content = out.getvalue()
        self.acknowledged, self.confirmed = 0, False

    def announcement(self):
        return json.dumps({"lote": self.id, "municipio": IBGE, "numero": self.numero, "fichas": len(self.new) + COMMON,
                           "tamanho": len(self.content), "sha256": hashlib.sha256(self.content).hexdigest(),
                           "remetente": {"instalacao": INSTALLATION, "nome": "UBS da Queda", "tipo": "prontuario", "versao": "1"}})


class Sender:
    """Sends one lote after another, and goes on where the receiver says it is."""

    def __init__(self, chance, system):
        self.chance, self.system = chance, system
        self.lotes, self.faults, self.next_ficha = [], [], COMMON

    def new_lote(self):
        count = self.chance.randint(*NEW)
        self.lotes.append(Lote(len(self.lotes) + 1, self.next_ficha, count))
        self.next_ficha += count

    def pending(self):
        return not self.lotes or not self.lotes[-1].confirmed

    def work(self, server, enough):
        """Until the server is gone, or `enough` says so between two lotes."""
        try:
            while not self.faults:
                if not self.pending() or not self.lotes:
                    if enough():
                        return
                    self.new_lote()
                self.send(server, self.lotes[-1])
        except (OSError, http.client.HTTPException):
            pass  # the server is gone

    def send(self, server, lote):
        state = self.ask(server, "POST", "/api/v1/transmissao/chegadas", lote.announcement(), "application/json")
        if not self.accept(lote, state, "anunciado de novo"):
            return
        while not lote.confirmed:
            begin = state["recebidos"]
            part = lote.content[begin:begin + self.chance.randint(*PART)]
            state = self.ask(server, "PUT", f"/api/v1/transmissao/chegadas/{lote.id}/partes/{begin}?municipio={IBGE}", part,
                             "application/octet-stream")
            if not self.accept(lote, state, "parte enviada"):
                return

    def ask(self, server, method, path, body, kind):
        status, _, answer = server.call(method, path, body, {**self.system, "Content-Type": kind})
        if status != 200:
            self.faults.append(f"{method} {path}: {status} {answer!r}")
            return None
        return json.loads(answer)

    def accept(self, lote, state, what):
        """What was promised once is promised for ever."""
        if state is None:
            return False
        whole = state["situacao"] in ("confirmado", "processado")
        if state["recebidos"] < lote.acknowledged or (lote.confirmed and not whole) or state["situacao"] == "falhou":
            self.faults.append(f"lote {lote.numero}, {what}: prometidos {lote.acknowledged} bytes, e agora {state}")
            return False
        lote.acknowledged, lote.confirmed = state["recebidos"], whole
        return True

    def check_promises(self, server):
        """Of the last few lotes: the others were asked before."""
        for lote in self.lotes[-3:]:
            if not lote.acknowledged:
                continue
            self.accept(lote, self.ask(server, "GET", f"/api/v1/transmissao/chegadas/{lote.id}?municipio={IBGE}", None, "application/json"),
                        "depois da queda")


def violations(data, lotes):
    found = []
    with sqlite3.connect(f"file:{data}/aroeira.db?mode=ro", uri=True) as base:
        kept = {key: (versions, current) for key, versions, current in
                base.execute("SELECT uuid, COUNT(*), SUM(atual) FROM ficha GROUP BY uuid")}
        current = dict(base.execute("SELECT uuid, conteudo FROM ficha WHERE atual = 1"))
        for lote in lotes:
            row = base.execute("SELECT situacao, recebidas, validas + invalidas, ilegiveis, repetidas FROM lote_recebido WHERE id = ?",
                               (lote.id,)).fetchall()
            total = len(lote.new) + COMMON
            if row != [("processado", total, total, 0, 0)]:
                found.append(f"lote {lote.numero}: {row}, e eram {total} fichas")
            if wrong := [key for key, data_ in lote.new if kept.get(key) != (1, 1) or current[key] != data_]:
                found.append(f"lote {lote.numero}: {len(wrong)} fichas perdidas, em dobro ou outras")
        for key, data_ in lotes[-1].common:
            if kept.get(key) != (len(lotes), 1) or current[key] != data_:
                found.append(f"{key}: {kept.get(key)} de {len(lotes)} versões, atual {'certa' if current.get(key) == data_ else 'errada'}")
        fichas = sum(len(lote.new) for lote in lotes) + COMMON
        if len(kept) != fichas:
            found.append(f"{len(kept)} fichas, e eram {fichas}")
        for what, sql in {"lotes": f"SELECT COUNT(*) - {len(lotes)} FROM lote_recebido", "partes": "SELECT COUNT(*) FROM lote_parte",
                          "chegadas abertas": "SELECT COUNT(*) FROM chegada WHERE confirmado_ms IS NULL",
                          "somas": "SELECT (SELECT COUNT(*) FROM ficha) - (SELECT SUM(validas + invalidas) FROM recebimento_total)"}.items():
            if extra := base.execute(sql).fetchone()[0]:
                found.append(f"{what}: {extra} a mais")
        found += key_faults(base)
        if base.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            found.append("o banco está danificado")
    return found


def main():
    binary, kills = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    chance = random.Random(seed)
    print("semente", seed, flush=True)
    in_middle = 0
    with tempfile.TemporaryDirectory() as data:
        server = Server(binary, data)
        sender = Sender(chance, server.enter_system(server.enter()))
        for _ in range(kills):
            worker = threading.Thread(target=sender.work, args=(server, lambda: False))
            worker.start()
            time.sleep(chance.uniform(0, 0.03) if chance.random() < 0.6 else chance.uniform(0.03, 0.25))
            server.kill()
            worker.join()
            in_middle += sender.pending() and sender.lotes[-1].acknowledged > 0
            server = Server(binary, data)
            sender.check_promises(server)
            if sender.faults:
                break
        sender.work(server, lambda: True)
        settle(lotes_of(data))
        server.kill()
        found = sender.faults + violations(data, sender.lotes)
    for one in found:
        print(one)
    print(f"{len(sender.lotes)} lotes, {sum(len(lote.new) + COMMON for lote in sender.lotes)} fichas; "
          f"{in_middle} de {kills} quedas com um lote pela metade")
    # Without falls in the middle of a lote, and without many lotes whole, nothing was proven.
    if in_middle < kills // 20 or len(sender.lotes) < kills // 20:
        found.append("poucas quedas em um lote pela metade")
        print(found[-1])
    print(f"{0 if found else 1} passed, {1 if found else 0} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
