"""One running installation, asked as a browser asks it. For the network of demonstration, its fault tests and its benchmark."""
import contextlib
import http.client
import json
import pathlib
import re
import signal
import subprocess
import time

SENHA = "demonstracao-2026"
ADMINISTRACAO = "52998224725"
MUNICIPAL = "11144477735"
MUNICIPIO = "5300108"
NACIONAL = "00000000-0000-7000-8000-000000000001"


class Instalacao:
    """`aroeira servir` over its own data directory."""

    def __init__(self, binary, dados, porta=0, demo="--demo-contas", nacional=None, porta_tls=-1, ajustes=""):
        """`ajustes`: lines of the settings file, besides the address of the Centralizador Nacional."""
        self.binary, self.dados, self.porta, self.demo = str(binary), pathlib.Path(dados), porta, demo
        self.porta_tls, self.ajustes = porta_tls, []
        self.dados.mkdir(parents=True, exist_ok=True)
        if nacional:
            ajustes += f'[transmissao]\nnacional = "{nacional}"\n'
        if ajustes:
            arquivo = self.dados / "aroeira.toml"
            arquivo.write_text(ajustes, encoding="utf-8")
            self.ajustes = ["--config", str(arquivo)]
        self.process = None
        self.sessions = {}

    def start(self):
        registro = self.dados / "registro.jsonl"
        with open(registro, "ab") as log:
            self.process = subprocess.Popen([self.binary, "servir", self.demo, "--dados", str(self.dados), "--porta", str(self.porta),
                                             "--porta-tls", str(self.porta_tls), *self.ajustes], stdout=subprocess.PIPE, stderr=log, text=True)
        for line in self.process.stdout:
            found = re.search(r"http://localhost:(\d+)$", line)
            if found:
                self.porta = int(found.group(1))
                if self.porta_tls != -1:
                    self.porta_tls = int(re.search(r"https://localhost:(\d+)$", self.process.stdout.readline()).group(1))
                return self
        raise SystemExit(f"a instalação em {self.dados} não iniciou:\n" + "".join(registro.read_text(encoding="utf-8").splitlines(True)[-3:]))

    @property
    def endereco(self):
        return f"http://localhost:{self.porta}"

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self._gone()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self._gone()

    def _gone(self):
        self.process.wait()
        self.process.stdout.close()

    def call(self, method, path, body=None, headers=None, timeout=60):
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.porta, timeout=timeout)) as connection:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

    def enter(self, cpf):
        _, headers, body = self.call("POST", "/api/v1/sessao", json.dumps({"cpf": cpf, "senha": SENHA}), {"Content-Type": "application/json"})
        self.sessions[cpf] = {"Cookie": headers["Set-Cookie"].split(";")[0], "X-CSRF": json.loads(body)["csrf"]}

    def ask(self, method, path, body=None, cpf=ADMINISTRACAO, content_type="application/json"):
        """What the route answers, as JSON; a refusal stops the program."""
        if cpf not in self.sessions:
            self.enter(cpf)
        data = json.dumps(body) if content_type == "application/json" and body is not None else body
        status, _, answer = self.call(method, path, data, {**self.sessions[cpf], "Content-Type": content_type})
        if status >= 400:
            raise RuntimeError(f"{method} {path}: {status} {answer.decode('utf-8', 'replace')[:500]}")
        return json.loads(answer) if answer else {}

    def upload(self, path, name, content, cpf=MUNICIPAL):
        limit = "----aroeira-limite"
        body = (f'--{limit}\r\nContent-Disposition: form-data; name="arquivo"; filename="{name}"\r\n'
                f"Content-Type: application/octet-stream\r\n\r\n").encode() + content + f"\r\n--{limit}--\r\n".encode()
        return self.ask("POST", path, body, cpf, f"multipart/form-data; boundary={limit}")

    def wait_for(self, trabalho, cpf=ADMINISTRACAO, seconds=120):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            now = self.ask("GET", f"/api/v1/trabalhos/{trabalho}", cpf=cpf)
            if now["situacao"] not in ("aguardando", "executando"):
                return now
            time.sleep(0.05)
        raise RuntimeError("o trabalho não terminou a tempo")

    # What the screens of «Transmissão de Dados» and «Integração» do.

    def identify(self, tipo, nome, uf=""):
        self.ask("PUT", "/api/v1/instalacao", {"nome": nome, "tipo": tipo, "uf": uf})

    def credencial(self, nome):
        made = self.ask("POST", "/api/v1/integracao/credenciais", {"nome": nome})
        return made["usuario"], made["senha"]

    def destinos(self):
        return self.ask("GET", "/api/v1/transmissao/destinos")["itens"]

    def send_to(self, other, nome, destino=None):
        """Lays `other` into the list of destinos, or gives the one there its credencial."""
        usuario, senha = other.credencial(self.dados.name)
        body = {"nome": nome, "endereco": other.endereco, "protocolo": "aroeira", "usuario": usuario, "senha": senha, "autoridade": "", "janela": None}
        if destino:
            return self.ask("PUT", f"/api/v1/transmissao/destinos/{destino}", body)
        return self.ask("POST", "/api/v1/transmissao/destinos", body)

    def import_cnes(self, arquivo):
        path = f"/api/v1/cnes/importacoes?municipio={MUNICIPIO}"
        taken = self.upload(path, pathlib.Path(arquivo).name, pathlib.Path(arquivo).read_bytes())
        return self.wait_for(taken["trabalho"], MUNICIPAL)

    def generate(self, municipio=MUNICIPIO, wait=True):
        """«Gerar lotes», and marks those that wait to be sent at once."""
        taken = self.ask("POST", f"/api/v1/transmissao/lotes?municipio={municipio}")
        if wait:
            self.wait_for(taken["trabalho"])
        for one in self.lotes(municipio):
            if one["situacao"] in ("gerado", "salvo") and not one["enviar_ja"]:
                try:
                    self.ask("POST", f"/api/v1/transmissao/lotes/{one['id']}/enviar?municipio={municipio}")
                except RuntimeError as refused:
                    if "TRANS-0030" not in str(refused):  # It left meanwhile.
                        raise

    def lotes(self, municipio=MUNICIPIO):
        found, page = [], 1
        while True:
            answer = self.ask("GET", f"/api/v1/transmissao/lotes?municipio={municipio}&pagina={page}")
            found += answer["itens"]
            if len(found) >= answer["total"] or not answer["itens"]:
                return found
            page += 1
