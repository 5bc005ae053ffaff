#!/usr/bin/env python3
"""Kills, with SIGKILL at random points, a copy being made and a copy being restored over another installation: there is no
file with the name of a copy that is not whole, and the installation is the one of before or the restored one.
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


def restoring(binary, data, folder, kills, chance):
    """Between two installations that differ in how many fichas they have; each fall may leave either, whole."""
    found, fallen = [], 0
    few, many = folder / "inteira.copia", folder / "vazia.copia"
    empty = folder / "vazia"
    server = Server(binary, str(empty))
    server.kill()
    finish(binary, "criar", many, "--dados", empty)
    sizes = {few: ask(data, "SELECT COUNT(*) FROM ficha")[0][0], many: 0}
    target = folder / "alvo"
    finish(binary, "restaurar", few, "--dados", target)
    longest = timed(lambda: finish(binary, "restaurar", few, "--dados", target, "--substituir"))
    there = few
    for number in range(kills):
        wanted = many if there is few else few
        fallen += fall(start(binary, "restaurar", wanted, "--dados", target, "--substituir"), chance, longest * 1.1)
        # The next program that enters ends it or forgets it.
        seen = subprocess.run([binary, "auditoria", "verificar", "--dados", target], capture_output=True, timeout=60, check=False)
        if seen.returncode != 0:
            found.append(f"restaurar {number}: {(seen.stdout + seen.stderr).decode()}")
        fichas = ask(target, "SELECT COUNT(*) FROM ficha")[0][0]
        if fichas not in sizes.values():
            found.append(f"restaurar {number}: {fichas} fichas, de nenhuma das duas")
        if ask(target, "PRAGMA integrity_check")[0][0] != "ok":
            found.append(f"restaurar {number}: o banco está danificado")
        if (target / "restauracao").exists():
            found.append(f"restaurar {number}: ficou o que se preparava")
        there = few if fichas == sizes[few] else many
        for old in target.glob("anterior_*"):
            shutil.rmtree(old)
    return found, fallen


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
        more, restored = restoring(binary, data, folder, kills, chance)
        found += more
    for one in found:
        print(one)
    print(f"criar: {made} quedas de {kills}; restaurar: {restored} quedas de {kills}")
    if min(made, restored) < kills * ENOUGH:
        found.append("quase nenhuma queda chegou antes do fim")
    print(f"{0 if found else 1} passed, {1 if found else 0} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
