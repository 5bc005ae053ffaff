#!/usr/bin/env python3
"""What a ficha costs to receive when there are five million of them already, against ten thousand: from the first byte
of a lote sent to its last ficha on the screens, on SQLite and on PostgreSQL. In turns, on the same disk.
Usage: growth_bench.py [sqlite] [postgres]"""
import contextlib
import io
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

from receive_bench import IBGE, import_registry, upload, wait_visible
from rows import BINARY, BUILD, ROOT, row

sys.path.insert(0, str(ROOT / "tests/faults"))
from cluster import Node, Postgres, enter  # noqa: E402
from fichas import visita  # noqa: E402

FEW, MANY = 10_000, 5_000_000
WARM, LOTE, ROUNDS = 9_000, 10_000, 5  # Each turn starts the server: a lote warms it, and with it there are `FEW`.
MUST, AIM = 1.5, 1.2
SERVER = ("shared_buffers=1GB", "max_wal_size=4GB")  # of a machine that keeps millions


def make_lote(count, chance):
    """Fichas whose uuids come in no order, as those of real ones."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for _ in range(count):
            key, data = visita(chance.getrandbits(128) & ~(0xf << 76 | 3 << 62), IBGE)
            archive.writestr(key + ".esus", data)
    return out.getvalue()


class Installation:
    """What received `FEW`, over a data directory and perhaps a PostgreSQL."""

    def __init__(self, data, url=""):
        self.data, self.url = data, url
        self.node = Node(BINARY, data, url)

    def begin(self, first):
        import_registry(self.node.place())
        with self.running():
            self.receive(first)
        return self

    def fill(self, count):
        subprocess.run([str(BUILD / "growth_fill"), self.url or f"{self.data}/aroeira.db", str(count)], check=True)
        return self

    @contextlib.contextmanager
    def running(self):
        self.node.start()
        self.who = enter(self.node)
        try:
            yield self
        finally:
            self.node.end()

    def receive(self, content):
        """Seconds."""
        begin = time.monotonic()
        seen = wait_visible(self.node, self.who, upload(self.node, self.who, content))
        if seen["validas"] != seen["recebidas"]:
            sys.exit(f"{seen['validas']} fichas válidas de {seen['recebidas']}")
        return time.monotonic() - begin


def measure(engine, few, many, chance):
    """`few()` gives one that received no more than `FEW`, each time: a lote would double it."""
    ratios, costs = [], []
    for turn in range(ROUNDS):
        spent = {}
        for name in ("few", "many") if turn % 2 else ("many", "few"):
            with (few() if name == "few" else many).running() as one:
                one.receive(make_lote(WARM, chance))
                spent[name] = one.receive(make_lote(LOTE, chance)) / LOTE * 1e6
        ratios.append(spent["many"] / spent["few"])
        costs.append(spent["many"])
    ratio, cost = round(statistics.median(ratios), 3), statistics.median(costs)
    row(f"crescer.receber_{engine}", cost, "µs", MUST, AIM, ratio <= MUST, "com 10 mil guardadas", round(cost / ratio, 2), ratio)


def on_sqlite(folder, first, chance):
    begun = Installation(f"{folder}/inicio").begin(first).data
    shutil.copytree(begun, f"{folder}/muitas")

    def few():
        shutil.rmtree(f"{folder}/poucas", ignore_errors=True)
        return Installation(shutil.copytree(begun, f"{folder}/poucas"))
    measure("sqlite", few, Installation(f"{folder}/muitas").fill(MANY - FEW + WARM), chance)


def on_postgres(folder, first, chance):
    postgres = Postgres(f"{folder}/postgres", *SERVER)
    try:
        begun = Installation(f"{folder}/nos", postgres.database("inicio")).begin(first)

        def copy(name):
            postgres.ask(f"DROP DATABASE IF EXISTS {name}")
            postgres.ask(f"CREATE DATABASE {name} TEMPLATE inicio")
            return Installation(begun.data, begun.url.replace("inicio", name))
        measure("postgres", lambda: copy("poucas"), copy("muitas").fill(MANY - FEW + WARM), chance)
    finally:
        postgres.stop()


def main():
    chance = random.Random(2026)
    first = make_lote(FEW - WARM, chance)
    engines = {"sqlite": on_sqlite, "postgres": on_postgres}
    for on_engine in [engines[name] for name in sys.argv[1:] or engines]:
        with tempfile.TemporaryDirectory(prefix="aroeira-crescer-") as folder:
            pathlib.Path(folder).chmod(0o755)  # PostgreSQL runs as another user.
            on_engine(folder, first, chance)


if __name__ == "__main__":
    main()
