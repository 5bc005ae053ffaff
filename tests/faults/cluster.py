"""A centralizador estadual on one machine, for tests: one PostgreSQL, nodes that share it, nginx before them."""
import contextlib
import http.client
import json
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import threading
import time

HERE = pathlib.Path(__file__).parent
KEYS = "chaves"  # of the data directory: what all nodes must have the same


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Postgres:
    """A throw-away PostgreSQL, asked through psql."""

    def __init__(self, folder, *settings):
        self.folder = str(folder)
        self.url = subprocess.run([HERE.parent / "support/postgres.sh", "start", self.folder, *settings], check=True,
                                  capture_output=True, text=True).stdout.strip()

    def database(self, name):
        """The URL of a new, empty database."""
        self.ask(f"CREATE DATABASE {name}")
        return self.url.rsplit("/", 1)[0] + "/" + name

    def ask(self, sql, url=None):
        """The rows, each a list of texts."""
        out = subprocess.run(["psql", "-XAtq", "-F", "\x1f", "-v", "ON_ERROR_STOP=1", "-c", sql, url or self.url], check=True,
                             capture_output=True, text=True).stdout
        return [line.split("\x1f") for line in out.splitlines()]

    def one(self, sql, url=None):
        return self.ask(sql, url)[0][0]

    def stop(self):
        subprocess.run([HERE.parent / "support/postgres.sh", "stop", self.folder], check=True)


class Node:
    """`aroeira servir` over a data directory of its own, on a port that stays the same when it is started again. Without
    the URL of a PostgreSQL the database is a SQLite file there."""

    def __init__(self, binary, data, url, port=None):
        self.binary, self.data, self.url, self.port = binary, pathlib.Path(data), url, port or free_port()
        self.process = None
        self.data.mkdir(parents=True, exist_ok=True)
        # Only the proxy may say for whom it asks.
        (self.data / "aroeira.toml").write_text('[servidor]\nproxies = ["127.0.0.1"]\n', encoding="utf-8")

    def share_keys(self, other):
        """As whoever sets up one more node: the keys are copied before its first start."""
        shutil.copytree(other.data / KEYS, self.data / KEYS)

    def place(self):
        return ["--dados", str(self.data)] + (["--banco", self.url] if self.url else [])

    def command(self, *words):
        return [self.binary, *words, *self.place()]

    def start(self):
        with open(self.data / "registro.jsonl", "ab") as log:
            self.process = subprocess.Popen(self.command("servir", "--demo-contas", "--porta", str(self.port), "--porta-tls", "-1"),
                                            stdout=subprocess.PIPE, stderr=log, text=True)
        for line in self.process.stdout:
            if re.search(r"http://localhost:\d+$", line):
                return self
        raise SystemExit("o nó não iniciou:\n" + (self.data / "registro.jsonl").read_text(encoding="utf-8")[-2000:])

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait()
        self.process.stdout.close()

    def kill(self):
        self.end(signal.SIGKILL)

    def call(self, method, path, body=None, headers=None):
        return call(self.port, method, path, body, headers)


class Proxy:
    """nginx before the nodes: in turns; a request that no node has begun to answer goes to the other one."""

    def __init__(self, folder, nodes):
        self.port = free_port()
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        text = (HERE / "proxy.conf").read_text(encoding="utf-8")
        servers = "\n".join(f"        server 127.0.0.1:{node.port} max_fails=0;" for node in nodes)
        (self.folder / "nginx.conf").write_text(text.replace("FOLDER", str(self.folder)).replace("PORT", str(self.port))
                                                .replace("        SERVERS", servers), encoding="utf-8")
        self.process = subprocess.Popen(["nginx", "-p", str(self.folder), "-e", str(self.folder / "error.log"), "-c", str(self.folder / "nginx.conf")])
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
                return
            time.sleep(0.05)
        raise SystemExit("o nginx não iniciou")

    def call(self, method, path, body=None, headers=None):
        return call(self.port, method, path, body, headers)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def call(port, method, path, body=None, headers=None):
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Set-Cookie"), answer.read()


JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "multipart/form-data; boundary=limite"}


def form(part, name, content):
    return (f'--limite\r\nContent-Disposition: form-data; name="{part}"; filename="{name}"\r\n\r\n').encode() + content + \
        b"\r\n--limite--\r\n"


def enter(server, cpf="11144477735", senha="demonstracao-2026"):
    status, cookie, body = server.call("POST", "/api/v1/sessao", json.dumps({"cpf": cpf, "senha": senha}), JSON)
    if status != 200:
        raise SystemExit(f"não entrou: {status} {body!r}")
    return {"Cookie": cookie.split(";")[0], "X-CSRF": json.loads(body)["csrf"]}


def enter_system(server, who, name):
    """A third-party system with a credencial of its own."""
    status, _, body = server.call("POST", "/api/v1/integracao/credenciais", json.dumps({"nome": name}), {**who, **JSON})
    if status != 201:
        raise SystemExit(f"sem credencial: {status} {body!r}")
    made = json.loads(body)
    status, cookie, body = server.call("POST", "/api/recebimento/login", f"usuario={made['usuario']}&senha={made['senha']}",
                                       {"Content-Type": "application/x-www-form-urlencoded"})
    if status != 200:
        raise SystemExit(f"o sistema não entrou: {status} {body!r}")
    return {"Cookie": cookie.split(";")[0]}


class Threads:
    """Runs what it is given until `stop`; the first exception of any of them is raised there."""

    def __init__(self):
        self.over = threading.Event()
        self.failure = None
        self.all = []

    def start(self, work):
        def run():
            try:
                while not self.over.is_set():
                    work()
            except BaseException as problem:  # noqa: BLE001
                self.failure = self.failure or problem
                self.over.set()
        self.all.append(threading.Thread(target=run))
        self.all[-1].start()

    def stop(self):
        self.over.set()
        for one in self.all:
            one.join()
        if self.failure:
            raise self.failure
