"""That no node of a centralizador is special. Each function gives the violations it found."""
import json
import shutil
import signal
import subprocess
import sys
import time
import pathlib

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from cluster import FORM, JSON, KEYS, Node, enter, form  # noqa: E402
from fichas import packed, visita  # noqa: E402

AT_ONCE = 4  # nodes that begin on one empty database
TIMES = 4
BIG = 30_000  # fichas: some seconds of processing, so that the fall comes in the middle
NURSE = "39053344705"  # of the demonstration; its password is typed wrong here
WRONG_MAX = 5  # «Máximo de tentativas», as it comes


def migrate_at_once(binary, folder, postgres):
    """Several nodes make the tables of one empty database at the same time."""
    found = []
    first = Node(binary, f"{folder}/primeiro", postgres.database("primeiro"))
    subprocess.run(first.command("banco", "migrar"), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    expected = postgres.one("SELECT COUNT(*) FROM schema_migration", first.url)
    for time_ in range(TIMES):
        url = postgres.database(f"juntos_{time_}")
        nodes = [Node(binary, f"{folder}/juntos-{time_}-{i}", url) for i in range(AT_ONCE)]
        for node in nodes:
            node.share_keys(first)
        running = [subprocess.Popen(node.command("banco", "migrar"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for node in nodes]
        for one in running:
            _, said = one.communicate()
            if one.returncode != 0:
                found.append(f"migrar ao mesmo tempo: {said[-300:]}")
        if (number := postgres.one("SELECT COUNT(*) FROM schema_migration", url)) != expected:
            found.append(f"migrar ao mesmo tempo: {number} migrações em vez de {expected}")
        for node in nodes:
            shutil.rmtree(node.data)
    return found


def other_keys(node):
    """A node with keys of its own does not begin on a database that others made."""
    try:
        done = subprocess.run(node.command("servir", "--porta", str(node.port), "--porta-tls", "-1"), capture_output=True, text=True,
                              timeout=20, check=False)
    except subprocess.TimeoutExpired:
        return ["um nó com outras chaves serve"]
    finally:
        shutil.rmtree(node.data / KEYS)
    return [] if done.returncode == 1 and "APP-0002" in done.stderr else [f"não diz por que não começa: {done.stderr[-300:]}"]


def status_of(server, who):
    return server.call("GET", "/api/v1/sessao", headers=who)[0]


def equal(nodes, proxy):
    """What one node knows the other one knows at once: sessions, their end, and wrong passwords."""
    found = []
    person = enter(nodes[0])
    if [status_of(server, person) for server in (*nodes, proxy)] != [200] * 3:
        found.append("a sessão aberta em um nó não vale no outro")
    nodes[1].call("DELETE", "/api/v1/sessao", headers=person)
    if status_of(nodes[0], person) != 401:
        found.append("a sessão encerrada em um nó ainda vale no outro")
    enters = lambda node, typed: json.loads(node.call("POST", "/api/v1/sessao", typed, JSON)[2]).get("code", "entrou")  # noqa: E731
    wrong = json.dumps({"cpf": NURSE, "senha": "esta-nao-e-2026"})
    codes = [enters(nodes[i % 2], wrong) for i in range(WRONG_MAX)]
    right = json.dumps({"cpf": NURSE, "senha": "demonstracao-2026"})
    codes.append(enters(nodes[0], right))
    if codes != ["ACESSO-0010"] * (WRONG_MAX - 1) + ["ACESSO-0011"] * 2:
        found.append(f"as senhas erradas não são contadas juntas: {codes}")
    return found


def take_over(nodes, person, postgres, lease_s):
    """The job of a node that is gone is done by the other one when the lease ends."""
    content = packed([visita(number) for number in range(1 << 40, (1 << 40) + BIG)])
    for node in nodes[1:]:
        node.end(signal.SIGTERM)
    status, _, body = nodes[0].call("POST", "/api/v1/recebimento/lotes", form("arquivo", "grande.zip", content), {**person, **FORM})
    if status != 202:
        raise SystemExit(f"o lote grande não foi aceito: {status} {body!r}")
    which = json.loads(body)["lote"]
    while postgres.one(f"SELECT recebidas FROM lote_recebido WHERE id = '{which}'") == "0":
        time.sleep(0.01)
    nodes[0].kill()
    fallen = time.monotonic()
    done, state = postgres.ask(f"SELECT recebidas, situacao FROM lote_recebido WHERE id = '{which}'")[0]
    if state != "processando":
        raise SystemExit(f"a queda não veio no meio do processamento: {state}, {done}")
    for node in nodes[1:]:
        node.start()
    while postgres.one(f"SELECT situacao FROM lote_recebido WHERE id = '{which}'") != "processado":
        if time.monotonic() - fallen > 3 * lease_s:
            return ["o trabalho do nó que caiu não foi retomado"]
        time.sleep(0.1)
    took = time.monotonic() - fallen
    print(f"um lote de {BIG} fichas, {done} gravadas quando o nó caiu: terminado pelo outro {took:.0f} s depois")
    nodes[0].start()
    right = postgres.one(f"SELECT COUNT(DISTINCT uuid) FROM ficha WHERE lote = '{which}'") == str(BIG) and \
        postgres.one(f"SELECT validas + invalidas FROM lote_recebido WHERE id = '{which}'") == str(BIG)
    late = took > lease_s + 20
    return ([] if right else ["o lote retomado não está inteiro"]) + (["o lote retomado demorou mais que a concessão"] if late else [])
