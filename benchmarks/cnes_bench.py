#!/usr/bin/env python3
"""A CNES file of 40 MB, imported for the first time and again, against expat alone reading it. In turns, by processor time
of each whole process; and the most memory an import ever held."""
import json
import os
import statistics
import subprocess
import sys
import tempfile

from cnes.make_cnes import write as write_cnes
from rows import BINARY, BUILD, row

IBGE, PROFESSIONALS, ROUNDS = "5300108", 78_000, 3


def cost(command):
    """Seconds of processor, MiB at the highest, and what it printed."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out)
        _, status, used = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{command[0]} terminou com {status}")
        out.seek(0)
        return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out.read()


def import_into(data, path, unchanged):
    seconds, mib, out = cost([BINARY, "cnes", "importar", path, "--municipio", IBGE, "--dados", data, "--json"])
    counts = json.loads(out)["profissionais"]
    if counts["inalteradas" if unchanged else "novas"] != PROFESSIONALS:
        sys.exit(f"a importação não contou o que devia: {counts}")
    return seconds, mib


def main():
    with tempfile.TemporaryDirectory() as directory:
        path = f"{directory}/XmlParaESUS31_530010.xml"
        size = write_cnes(path, PROFESSIONALS, ibge=IBGE)
        floor = lambda: cost([str(BUILD / "expat_floor"), path])[0]  # noqa: E731
        first, again, memory = [], [], []
        for _ in range(ROUNDS):
            with tempfile.TemporaryDirectory() as data:
                alone = floor()
                seconds, mib = import_into(data, path, unchanged=False)
                first.append((seconds, (alone + floor()) / 2))
                memory.append(mib)
                alone = floor()
                seconds, mib = import_into(data, path, unchanged=True)
                again.append((seconds, (alone + floor()) / 2))
                memory.append(mib)
    for name, turns in (("cnes.primeira_importacao", first), ("cnes.reimportacao", again)):
        ratio = round(statistics.median(ours / alone for ours, alone in turns), 2)
        row(name, statistics.median(ours for ours, _ in turns), "s", 4, 2.5, ratio <= 4, f"expat só, {size / 1e6:.0f} MB",
            round(statistics.median(alone for _, alone in turns), 3), ratio)
    row("cnes.memoria_maxima", max(memory), "MiB", 96, 96, max(memory) <= 96)


if __name__ == "__main__":
    main()
