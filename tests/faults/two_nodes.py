#!/usr/bin/env python3
"""Two nodes on one PostgreSQL behind a proxy. What is proven, besides that they are equal (equal_nodes.py): fichas are
sent through the proxy by file, in batches and one by one while a node is killed with SIGKILL, started again, and killed
again; whatever was not acknowledged is sent again, as senders do. In the end every ficha is stored once, with the verdict
it must have, every lote is processed, the counters are those of a recount and the trail is whole.
Usage: two_nodes.py BINARY KILLS [SEED]"""
import base64
import contextlib
import http.client
import itertools
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import cnes  # noqa: E402
import equal_nodes  # noqa: E402
from cluster import FORM, Node, Postgres, Proxy, Threads, enter, enter_system, form  # noqa: E402
from fichas import ONE_OF_EACH, packed, visita  # noqa: E402
from settle import jobs_of, settle  # noqa: E402

IBGE = "5300108"
FICHAS = 200  # of a lote or a batch
SINGLES = 4  # processes of one sender: all of them add to its lote of the day
LEASE_S = 30  # src/platform/jobs/queue.hpp
RETRY_S = 0.05


class Load:
    """What every sender shares: the next numbers, and what was sent and acknowledged."""

    def __init__(self, proxy):
        self.proxy, self.numbers, self.lock = proxy, itertools.count(1), threading.Lock()
        self.expected, self.lotes, self.answers = {}, set(), {}

    def next(self, count):
        """`count` numbers of a new block; the units of every second one are known to the registry."""
        with self.lock:
            return next(self.numbers) * FICHAS, count

    def known(self, number):
        return number % 2 == 0

    def one(self, number):
        who = {"cnes": cnes.unidade(1), "ine": cnes.ine(1, 0), "cns": cnes.cns(1)} if self.known(number) else {}
        return visita(number, IBGE, **who)

    def acknowledge(self, keys):
        with self.lock:
            self.expected.update(keys)

    def count(self, what):
        with self.lock:
            self.answers[what] = self.answers.get(what, 0) + 1

    def insist(self, send):
        """Sends until it is acknowledged; how often a request was lost or refused on the way is counted."""
        for _ in range(400):
            try:
                if send():
                    return
            except (OSError, http.client.HTTPException):
                self.count("conexão perdida")
            time.sleep(RETRY_S)
        raise SystemExit("não foi confirmado depois de 400 tentativas")

    def send_file(self, who):
        first, count = self.next(FICHAS)
        items = [self.one(number) for number in range(first, first + count)]
        content = packed(items)

        def send():
            status, _, body = self.proxy.call("POST", "/api/v1/recebimento/lotes", form("arquivo", "lote.zip", content), {**who, **FORM})
            self.count(f"arquivo {status}")
            if status == 202:
                with self.lock:
                    self.lotes.add(json.loads(body)["lote"])
                self.acknowledge({key: self.known(first + i) for i, (key, _) in enumerate(items)})
            return status == 202
        self.insist(send)

    def send_batch(self, system):
        first, count = self.next(FICHAS)
        items = [self.one(number) for number in range(first, first + count)]
        known = {key: self.known(first + i) for i, (key, _) in enumerate(items)}
        done = 0

        def send():
            nonlocal done
            body = "\n".join(json.dumps({"nome": key + ".esus", "conteudo": base64.b64encode(data).decode()}) for key, data in items[done:])
            with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.proxy.port, timeout=60)) as connection:
                connection.request("POST", "/api/v1/recebimento/fichas", body, {**system, "Content-Type": "application/x-ndjson"})
                answer = connection.getresponse()
                self.count(f"lote em linhas {answer.status}")
                while answer.status == 200 and (line := answer.readline()):
                    if b'"interrompido"' in line:
                        self.count(f"lote em linhas {json.loads(line)['codigo']}")
                    elif line.endswith(b"\n") and b'"situacao"' in line:
                        key = json.loads(line)["uuid"]
                        self.acknowledge({key: known[key]})
                        done += 1
            return done == count
        self.insist(send)

    def send_single(self, system):
        first, _ = self.next(1)
        key, data = self.one(first)

        def send():
            status, _, body = self.proxy.call("POST", "/api/v1/recebimento/ficha", form("ficha", key + ".esus", data), {**system, **FORM})
            kept = status == 200 or (status == 400 and body.startswith("Erro de validação".encode()))
            self.count(f"ficha {status if not kept else 'guardada'}")
            if kept:
                self.acknowledge({key: self.known(first)})
            return kept
        self.insist(send)


def import_registry(node, folder):
    path = pathlib.Path(folder) / "cnes.xml"
    cnes.save(path, ibge=IBGE, uf="DF", unidades=3, profissionais=30)
    subprocess.run(node.command("cnes", "importar", str(path), "--municipio", IBGE), check=True, stdout=subprocess.DEVNULL)


RECOUNT = """
    SELECT COUNT(*) FROM
      (SELECT municipio, lote, cnes, tipo, SUM(CASE WHEN situacao = 'valida' THEN 1 ELSE 0 END) AS v,
              SUM(CASE WHEN situacao = 'valida' THEN 0 ELSE 1 END) AS i FROM ficha GROUP BY 1, 2, 3, 4) f
      FULL JOIN (SELECT municipio, lote, cnes, tipo, SUM(validas) AS v, SUM(invalidas) AS i FROM recebimento_total GROUP BY 1, 2, 3, 4) t
        USING (municipio, lote, cnes, tipo)
     WHERE f.v IS DISTINCT FROM t.v OR f.i IS DISTINCT FROM t.i"""
RECOUNT_LOTE = """
    SELECT COUNT(*) FROM lote_recebido l
     WHERE validas + invalidas <> (SELECT COUNT(*) FROM ficha f WHERE f.municipio = l.municipio AND f.lote = l.id)
        OR validas + invalidas + ilegiveis + repetidas <> recebidas OR (canal = 'arquivo' AND recebidas <> entradas)"""


def violations(postgres, node, load):
    found = []
    kept = {key: (versions, verdict) for key, versions, verdict in
            postgres.ask("SELECT uuid, COUNT(*), MAX(situacao) FROM ficha GROUP BY uuid")}
    for key, known in load.expected.items():
        verdict = "valida" if known else "invalida"
        if kept.get(key) != ("1", verdict):
            found.append(f"{key}: {kept.get(key, 'não está')}, e deveria ser uma vez, {verdict}")
    if len(kept) != len(load.expected):
        found.append(f"{len(kept)} fichas guardadas de {len(load.expected)} confirmadas (tudo foi enviado até ser confirmado)")
    processed = {one for one, in postgres.ask("SELECT id FROM lote_recebido WHERE situacao = 'processado' AND canal = 'arquivo'")}
    found += [f"lote {one} confirmado e não processado" for one in load.lotes - processed]
    for name, sql in {
            "totais por CNES diferentes da recontagem": RECOUNT,
            "lotes com contagem diferente da recontagem": RECOUNT_LOTE,
            "versões em dobro": ONE_OF_EACH,
            "partes de lotes já processados": "SELECT COUNT(*) FROM lote_parte",
            "trabalhos que falharam": "SELECT COUNT(*) FROM trabalho WHERE situacao = 'falhou'",
            "lotes online repetidos no dia": "SELECT COUNT(*) FROM (SELECT 1 FROM lote_recebido WHERE canal = 'online' GROUP BY municipio, ator HAVING COUNT(*) > 1) d"}.items():
        if (number := postgres.one(sql)) != "0":
            found.append(f"{name}: {number}")
    if subprocess.run(node.command("auditoria", "verificar"), stdout=subprocess.DEVNULL, check=False).returncode != 0:
        found.append("a trilha não confere")
    return found


def main():
    binary, kills = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    chance = random.Random(seed)
    print("semente", seed, flush=True)
    with tempfile.TemporaryDirectory(prefix="aroeira-centralizador-") as folder, contextlib.ExitStack() as at_end:
        pathlib.Path(folder).chmod(0o755)  # PostgreSQL runs as another user.
        postgres = Postgres(pathlib.Path(folder) / "postgres")
        at_end.callback(postgres.stop)
        found = equal_nodes.migrate_at_once(binary, folder, postgres)
        nodes = [Node(binary, f"{folder}/{name}", postgres.url) for name in "ab"]
        nodes[0].start()
        at_end.callback(nodes[0].kill)
        found += equal_nodes.other_keys(nodes[1])
        nodes[1].share_keys(nodes[0])
        nodes[1].start()
        at_end.callback(nodes[1].kill)
        proxy = Proxy(f"{folder}/proxy", nodes)
        at_end.callback(proxy.stop)
        found += equal_nodes.equal(nodes, proxy)

        person = enter(proxy)
        systems = [enter_system(proxy, person, f"Sistema {i}") for i in range(3)]
        load = Load(proxy)
        threads = Threads()
        works = [lambda: load.send_file(person)] * 2 + [lambda: load.send_batch(systems[0]), lambda: load.send_batch(systems[1])]
        for work in works + [lambda: load.send_single(systems[2])] * SINGLES:
            threads.start(work)
        for number in range(kills):
            time.sleep(chance.uniform(0.2, 1.5))
            if number == kills // 2:
                import_registry(nodes[0], folder)  # The other one must hear of it.
            victim = chance.choice(nodes)
            victim.kill()
            time.sleep(chance.uniform(0, 1))
            victim.start()
        threads.stop()
        waited = settle(jobs_of(postgres), 3 * LEASE_S, 0.2)
        found += violations(postgres, nodes[0], load)
        found += equal_nodes.take_over(nodes, person, postgres, LEASE_S)
    for one in found[:50]:
        print("violação:", one)
    print(f"{kills} quedas, {len(load.expected)} fichas confirmadas, {len(load.lotes)} lotes, {waited:.0f} s até o fim; respostas: "
          + ", ".join(f"{what} {times}" for what, times in sorted(load.answers.items())))
    kinds = {what.split()[0] for what in load.answers}
    if not {"arquivo", "lote", "ficha"} <= kinds or len(set(load.expected.values())) != 2:
        found.append("nada foi provado")
    print(f"{0 if found else 1} passed, {1 if found else 0} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
