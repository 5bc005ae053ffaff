#!/usr/bin/env python3
"""From the first byte of a zip sent to the screens showing its last ficha, against SQLite alone writing the same rows
with the same indexes, synchronous=FULL and the same commits. In turns, on the same disk."""
import io
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

from cnes.make_cnes import write as write_cnes
from rows import BINARY, BUILD, ROOT, row

sys.path.insert(0, str(ROOT / "tests/faults"))
from fichas import visita  # noqa: E402
from kill_receive import Server  # noqa: E402

FICHAS, ROUNDS = 60_000, 3
BLOCK = 4096  # fichas the program commits together
IBGE = "5300108"


def make_lote():
    numbers = random.Random(2026).sample(range(1 << 40), FICHAS)  # uuids come in no order
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in numbers:
            key, data = visita(number, IBGE)
            archive.writestr(key + ".esus", data)
    return out.getvalue()


def import_registry(where):
    """The unit, the team and the professional of the fichas, so that every rule is asked and none refuses."""
    with tempfile.TemporaryDirectory() as directory:
        write_cnes(f"{directory}/cnes.xml", 300, ibge=IBGE, also=("2269741", "0000123456", "700000000000005"))
        subprocess.run([BINARY, "cnes", "importar", f"{directory}/cnes.xml", "--municipio", IBGE, *where],
                       stdout=subprocess.DEVNULL, check=True)


def upload(server, who, content):
    head = b'--limite\r\nContent-Disposition: form-data; name="arquivo"; filename="lote.zip"\r\n\r\n'
    status, _, body = server.call("POST", "/api/v1/recebimento/lotes", head + content + b"\r\n--limite--\r\n",
                                  {**who, "Content-Type": "multipart/form-data; boundary=limite"})
    if status != 202:
        sys.exit(f"o lote não foi aceito: {status} {body!r}")
    return json.loads(body)["lote"]


def wait_visible(server, who, lote):
    while True:
        status, _, body = server.call("GET", f"/api/v1/recebimento/lotes/{lote}", headers=who)
        seen = json.loads(body)
        seen = seen.get("lote", seen)
        if status != 200 or seen["situacao"] == "falhou":
            sys.exit(f"o lote não foi processado: {status} {body!r}")
        if seen["situacao"] == "processado":
            return seen
        time.sleep(0.01)


def receive(data, content):
    import_registry(["--dados", data])
    server = Server(BINARY, data)
    try:
        who = server.enter()
        begin = time.monotonic()
        seen = wait_visible(server, who, upload(server, who, content))
        spent = time.monotonic() - begin
    finally:
        server.process.terminate()
        server.process.wait(60)
    if seen["validas"] != FICHAS:
        sys.exit(f"{seen['validas']} fichas válidas de {FICHAS}")
    return FICHAS / spent


def write_alone(data):
    with tempfile.TemporaryDirectory() as directory:
        command = [str(BUILD / "sqlite_floor"), f"{data}/aroeira.db", directory, str(BLOCK)]
        return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main():
    content = make_lote()
    measured = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as data:
            measured.append((receive(data, content), write_alone(data)))
    rate = statistics.median(ours for ours, _ in measured)
    floor = statistics.median(alone for _, alone in measured)
    ratio = round(statistics.median(ours / alone for ours, alone in measured), 3)
    row("receber.zip_ate_visivel", rate, "1/s", 0.5, 0.7, ratio >= 0.5, "SQLite só, mesmas linhas", round(floor), ratio)
    row("receber.fichas_por_segundo", rate, "1/s", 20_000, 50_000, rate >= 20_000)


if __name__ == "__main__":
    main()
