#!/usr/bin/env python3
"""From «Gerar lotes» in a UBS to the last ficha on the screens of the municipal, over loopback, with every verdict back;
and, in the same run, what the municipal takes of the same fichas from a file."""
import pathlib
import statistics
import sys
import tempfile
import time

from receive_bench import FICHAS, import_registry, make_lote
from rows import BINARY, ROOT, row

sys.path.insert(0, str(ROOT / "tools/rede"))
from instalacao import MUNICIPAL, MUNICIPIO, NACIONAL, Instalacao  # noqa: E402

ROUNDS = 3


def received(node):
    lotes = node.ask("GET", f"/api/v1/recebimento/lotes?municipio={MUNICIPIO}", cpf=MUNICIPAL)["itens"]
    return sum(one["validas"] for one in lotes if one["situacao"] == "processado")


def until(done):
    begin = time.monotonic()
    while not done():
        if time.monotonic() - begin > 300:
            sys.exit("não terminou em 300 s")
        time.sleep(0.02)


def open_node(directory, name):
    dados = pathlib.Path(directory) / name
    dados.mkdir()
    import_registry(["--dados", str(dados)])
    return Instalacao(BINARY, dados).start()


def measure(content):
    """Fichas per second from a file, and from the UBS."""
    with tempfile.TemporaryDirectory() as directory:
        alone, ubs, municipal = (open_node(directory, name) for name in ("so", "ubs", "municipal"))
        try:
            begin = time.monotonic()
            alone.upload("/api/v1/recebimento/lotes", "lote.zip", content)
            until(lambda: received(alone) == FICHAS)
            by_file = FICHAS / (time.monotonic() - begin)
            alone.stop()

            ubs.upload("/api/v1/recebimento/lotes", "lote.zip", content)
            until(lambda: received(ubs) == FICHAS)
            ubs.ask("POST", f"/api/v1/transmissao/destinos/{NACIONAL}/inativar")
            ubs.send_to(municipal, "Centralizador do Município")
            begin = time.monotonic()
            ubs.generate()
            until(lambda: all(one["situacao"] == "concluido" for one in ubs.lotes()))
            spent = time.monotonic() - begin
            if received(municipal) != FICHAS:
                sys.exit(f"{received(municipal)} fichas no municipal, de {FICHAS}")
            return by_file, FICHAS / spent
        finally:
            for node in (alone, ubs, municipal):
                if node.process.poll() is None:
                    node.stop()


def main():
    content = make_lote()
    measured = [measure(content) for _ in range(ROUNDS)]
    rate = statistics.median(network for _, network in measured)
    ratio = round(statistics.median(network / by_file for by_file, network in measured), 3)
    row("rede.ubs_ao_municipal", rate, "1/s", 10_000, 25_000, rate >= 10_000, "receber o arquivo", round(statistics.median(f for f, _ in measured)), ratio)


if __name__ == "__main__":
    main()
