"""Four installations, each sending to the next, and the demonstration's fichas on their way up. See ./demo-rede."""
import argparse
import contextlib
import pathlib
import signal
import time

from instalacao import ADMINISTRACAO, MUNICIPAL, MUNICIPIO, NACIONAL, SENHA, Instalacao

CNES = pathlib.Path(__file__).resolve().parents[2] / "db/demo/XmlParaESUS31_530010.xml"
NIVEIS = [
    ("ubs", "prontuario", "UBS Ipê Amarelo", ""),
    ("municipal", "centralizador_municipal", "Centralizador do Município de Brasília", ""),
    ("estadual", "centralizador_estadual", "Centralizador do Estado DF", "DF"),
    ("nacional", "centralizador_nacional", "Centralizador Nacional", ""),
]


def open_network(binary, dados, porta, at_end):
    """The four, running and joined. What was joined by an earlier start stays as it is; each that began is stopped `at_end`."""
    nacional = f"http://localhost:{porta + 3}"
    nodes = []
    for i, (pasta, *_) in enumerate(NIVEIS):
        node = Instalacao(binary, dados / pasta, porta + i, "--demo" if i == 0 else "--demo-contas", None if i == 3 else nacional)
        at_end.callback(node.stop)
        nodes.append(node.start())
    for node, (_, tipo, nome, uf) in zip(nodes, NIVEIS):
        node.identify(tipo, nome, uf)
    if not nodes[1].ask("GET", f"/api/v1/cnes/importacoes?municipio={MUNICIPIO}", cpf=MUNICIPAL)["itens"]:
        nodes[1].import_cnes(CNES)
    join(nodes)
    return nodes


def join(nodes):
    """Each sends to the next; only the one of the state sends to the Centralizador Nacional."""
    for node in nodes:
        if node is not nodes[-2]:
            node.ask("POST", f"/api/v1/transmissao/destinos/{NACIONAL}/inativar")
    for below, above, (_, _, nome, _) in zip(nodes, nodes[1:], NIVEIS[1:]):
        known = below.destinos()
        if above is nodes[-1]:
            if not next(one for one in known if one["id"] == NACIONAL)["usuario"]:
                below.send_to(above, nome, NACIONAL)
        elif all(one["endereco"] != above.endereco for one in known):
            below.send_to(above, nome)


def wait_until_told(node, seconds=300):
    """Every lote has its verdicts."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        waiting = [one for one in node.lotes() if one["situacao"] not in ("concluido", "parado")]
        if not waiting:
            return
        time.sleep(0.2)
    raise SystemExit(f"{node.dados.name}: {len(waiting)} lote(s) ainda a caminho")


def climb(nodes):
    for node, (_, _, nome, _) in zip(nodes[:-1], NIVEIS):
        node.generate()
        wait_until_told(node)
        lotes = [one for one in node.lotes() if one["situacao"] == "concluido"]
        aceitas, rejeitadas = (sum(one[key] for one in lotes) for key in ("aceitas", "rejeitadas"))
        print(f"  {nome}: {len(lotes)} lote(s) enviados, {aceitas} fichas aceitas acima, {rejeitadas} rejeitadas", flush=True)


def main():
    words = argparse.ArgumentParser(prog="./demo-rede", description=__doc__)
    words.add_argument("binario")
    words.add_argument("--porta", type=int, default=8081, help="da primeira das quatro instalações")
    words.add_argument("--dados", type=pathlib.Path, default=pathlib.Path("dados-rede"))
    words.add_argument("--uma-vez", action="store_true", help="termina depois que tudo subiu")
    chosen = words.parse_args()

    # Whoever asks us to end, by the keyboard or not, ends the four.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt), contextlib.ExitStack() as at_end:
        nodes = open_network(chosen.binario, chosen.dados, chosen.porta, at_end)
        for node, (_, _, nome, _) in zip(nodes, NIVEIS):
            print(f"{node.endereco}  {nome}")
        print(f"Administrador da instalação: {ADMINISTRACAO}; administrador municipal: {MUNICIPAL}; senha: {SENHA}")
        print("Enviando as fichas da demonstração:", flush=True)
        climb(nodes)
        if not chosen.uma_vez:
            print("Ctrl+C encerra as quatro.", flush=True)
            signal.pause()


if __name__ == "__main__":
    main()
