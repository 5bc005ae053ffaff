#!/usr/bin/env python3
"""Kills, with SIGKILL at random points, a copy being made and a copy being restored over another installation, on
SQLite and on PostgreSQL: there is no file with the name of a copy that is not whole, and the installation is the one of
before or the restored one.
Usage: kill_backup.py BINARY KILLS [SEED]"""
import contextlib
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from cluster import Postgres  # noqa: E402
from kill_receive import File, Server, lotes_of, settle  # noqa: E402

PHRASE = b"quatro palavras bem longas\n"
LOTES = 4  # that make a database worth restoring
ENOUGH = 0.2  # of the falls that must have come before the end, for the test to have proven something


def ask(data, question):
    with contextlib.closing(sqlite3.connect(f"{data}/aroeira.db", timeout=20)) as base:
        return base.execute(question).fetchall()


def start(binary, *arguments):
    process = subprocess.Popen([binary, "backup", *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    process.stdin.write(PHRASE)
    process.stdin.close()
    return process


def finish(binary, *arguments):
    process = start(binary, *arguments)
    if process.wait(timeout=120) != 0:
        raise SystemExit(f"falhou sem queda: {arguments}")


def fall(process, chance, longest):
    """True when it was still running."""
    time.sleep(chance.uniform(0, longest))
    fell = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    return fell


def timed(work):
    began = time.monotonic()
    work()
    return time.monotonic() - began


def making(binary, data, folder, kills, chance):
    found, fallen = [], 0
    longest = timed(lambda: finish(binary, "criar", folder / "inteira.copia", "--dados", data))
    for number in range(kills):
        copy = folder / f"{number}.copia"
        fallen += fall(start(binary, "criar", copy, "--dados", data), chance, longest)
        if copy.exists() and start(binary, "verificar", copy).wait(timeout=60) != 0:
            found.append(f"criar {number}: ficou um arquivo pela metade")
        if not copy.exists():  # what the fallen one left does not disturb the next
            finish(binary, "criar", copy, "--dados", data)
        copy.unlink()
    return found, fallen


class OnSqlite:
    """An installation whose database is a file beside its data."""

    def __init__(self, folder):
        self.data = folder / "alvo"
        self.arguments = ("--dados", self.data)

    def count(self):
        return ask(self.data, "SELECT COUNT(*) FROM ficha")[0][0]

    def damage(self):
        """What is wrong in what is there."""
        return "" if ask(self.data, "PRAGMA integrity_check")[0][0] == "ok" else "o banco está danificado"

    def forget(self):
        """What stays beside of the installations of before."""
        for old in self.data.glob("anterior_*"):
            shutil.rmtree(old)


class OnPostgres:
    """An installation whose database is in a server."""

    def __init__(self, folder, server):
        self.data = folder / "alvo_no_servidor"
        self.server, self.url = server, server.database("alvo")
        self.arguments = ("--dados", self.data, "--banco", self.url)

    def count(self):
        return int(self.server.one("SELECT COUNT(*) FROM ficha", self.url))

    def damage(self):
        left = self.schemas("restauracao_")
        return f"ficou o esquema {left[0]}" if left else ""

    def forget(self):
        for name in self.schemas("anterior_"):
            self.server.ask(f"DROP SCHEMA {name} CASCADE", self.url)
        for old in self.data.glob("anterior_*"):
            shutil.rmtree(old)

    def schemas(self, begin):
        return [name for name, in self.server.ask(f"SELECT nspname FROM pg_namespace WHERE nspname LIKE '{begin}%'", self.url)]


def restoring(binary, there, copies, kills, chance):
    """Between two installations that differ in how many fichas they have; each fall may leave either, whole."""
    found, fallen = [], 0
    (few, _), (many, _) = copies.items()
    finish(binary, "restaurar", few, *there.arguments)
    longest = timed(lambda: finish(binary, "restaurar", few, *there.arguments, "--substituir"))
    now = few
    for number in range(kills):
        wanted = many if now is few else few
        fallen += fall(start(binary, "restaurar", wanted, *there.arguments, "--substituir"), chance, longest * 1.1)
        # The next program that enters ends it or forgets it.
        seen = subprocess.run([binary, "auditoria", "verificar", *there.arguments], capture_output=True, timeout=60, check=False)
        if seen.returncode != 0:
            found.append(f"restaurar {number}: {(seen.stdout + seen.stderr).decode()}")
        fichas = there.count()
        if fichas not in copies.values():
            found.append(f"restaurar {number}: {fichas} fichas, de nenhuma das duas")
        if there.damage():
            found.append(f"restaurar {number}: {there.damage()}")
        if (there.data / "restauracao").exists():
            found.append(f"restaurar {number}: ficou o que se preparava")
        now = few if fichas == copies[few] else many
        there.forget()
    return found, fallen


def two_copies(binary, data, folder):
    """Of one installation with fichas and of one without: how many each has."""
    whole, empty = folder / "inteira.copia", folder / "vazia.copia"
    server = Server(binary, str(folder / "vazia"))
    server.kill()
    finish(binary, "criar", empty, "--dados", folder / "vazia")
    return {whole: ask(data, "SELECT COUNT(*) FROM ficha")[0][0], empty: 0}


def main():
    binary, kills = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    chance = random.Random(seed)
    print("semente", seed, flush=True)
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        data = folder / "dados"
        server = Server(binary, str(data))
        person = server.enter()
        for number in range(LOTES):
            File(number).run(server, person, None)
        settle(lotes_of(data))
        server.kill()
        found, made = making(binary, data, folder, kills, chance)
        copies = two_copies(binary, data, folder)
        more, restored = restoring(binary, OnSqlite(folder), copies, kills, chance)
        folder.chmod(0o755)  # PostgreSQL runs as another user.
        postgres = Postgres(folder / "servidor")
        few = kills // 2  # There each takes thrice as long.
        try:
            also, beside = restoring(binary, OnPostgres(folder, postgres), copies, few, chance)
        finally:
            postgres.stop()
        found += more + also
    for one in found:
        print(one)
    print(f"criar: {made} de {kills} quedas; restaurar: {restored} de {kills} e, no PostgreSQL, {beside} de {few}")
    if min(made, restored, 2 * beside) < kills * ENOUGH:
        found.append("quase nenhuma queda chegou antes do fim")
    print(f"{0 if found else 1} passed, {1 if found else 0} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
