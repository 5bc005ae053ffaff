#!/usr/bin/env python3
"""Kills an import of the CNES with SIGKILL at random points, and asks the database: the registry is that of one file
or of the other, whole, and the history agrees with it.
Usage: kill_import.py BINARY KILLS [SEED]"""
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import cnes  # noqa: E402

IBGE = "2800308"
PEOPLE, UNITS = 3000, 40


def command(binary, data, path):
    return [binary, "cnes", "importar", str(path), "--municipio", IBGE, "--dados", data, "--json"]


def state(data):
    """Who is active, and what the history says was imported last."""
    with sqlite3.connect(f"{data}/aroeira.db") as base:
        one = lambda sql: base.execute(sql).fetchall()  # noqa: E731
        active = {row[0] for row in one("SELECT cpf FROM profissional WHERE ativo = 1")}
        repeated = one("SELECT count(*) FROM lotacao GROUP BY municipio, profissional, cnes, ine, cbo HAVING count(*) > 1")
        orphans = one("SELECT count(*) FROM lotacao l WHERE NOT EXISTS (SELECT 1 FROM profissional p WHERE p.id = l.profissional)")[0][0]
        last = one("SELECT i.arquivo FROM cnes_vigente v JOIN cnes_importacao i ON i.id = v.importacao WHERE i.situacao = 'concluida'")
        ended = one("SELECT count(*) FROM cnes_importacao WHERE situacao <> 'concluida'")[0][0]
        audited = one("SELECT count(*) FROM evento WHERE evento = 'cnes_importado'")[0][0] - one("SELECT count(*) FROM cnes_importacao")[0][0]
        intact = one("PRAGMA integrity_check")[0][0]
    return active, last[0][0] if last else "", [bool(repeated), orphans != 0, ended != 0, audited != 0, intact != "ok"]


def main():
    binary, kills = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    chance = random.Random(seed)
    violations, finished = 0, 0
    with tempfile.TemporaryDirectory(prefix="aroeira-importacao-") as folder:
        files = {}
        for name, since in (("a.xml", 0), ("b.xml", PEOPLE // 2)):
            path = pathlib.Path(folder) / name
            cnes.save(path, unidades=UNITS, profissionais=PEOPLE, desde=since)
            files[name] = path
        data = f"{folder}/dados"
        people = {}
        for name, path in files.items():
            began = time.monotonic()
            subprocess.run(command(binary, data, path), check=True, stdout=subprocess.DEVNULL)
            whole = time.monotonic() - began
            people[name] = state(data)[0]
        if people["a.xml"] == people["b.xml"] or not people["a.xml"]:
            raise SystemExit("os dois arquivos deveriam ser diferentes")
        before = "b.xml"
        for _ in range(kills):
            name = "a.xml" if before == "b.xml" else "b.xml"
            process = subprocess.Popen(command(binary, data, files[name]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(chance.uniform(0, whole * 1.1))
                finished += 1
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            active, last, wrong = state(data)
            if last not in people or active != people[last] or any(wrong):
                violations += 1
                print(f"violação: história {last!r}, {len(active)} ativos, {wrong}")
            before = last
    print(f"{kills} interrupções (semente {seed}), {finished} chegaram ao fim, {violations} violações")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
