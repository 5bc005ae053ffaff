"""Two installations and the certificates between them, over real TLS: who is let in by one, who is not, and what each is told.
Usage: certificado_test.py BINARY"""
import base64
import http.client
import json
import pathlib
import ssl
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "faults"), str(HERE.parent / "support")]
sys.path.insert(0, str(HERE.parents[1] / "tools/rede"))
import counted  # noqa: E402
from fichas import packed, visita  # noqa: E402
from instalacao import NACIONAL, Instalacao  # noqa: E402

BINARY = ""
PATIENCE_S = 60
ENTRADA = "/api/v1/integracao/entrada"


class Autoridade:
    """Signs certificates, as the one a município trusts."""

    def __init__(self, folder, name):
        self.folder, self.serial = pathlib.Path(folder), 0
        self.folder.mkdir()
        self.openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -keyout ca.key -out ca.crt -subj", f"/CN={name}")

    def openssl(self, words, *more):
        subprocess.run(["openssl", *words.split(), *more], cwd=self.folder, check=True, capture_output=True)

    def issue(self, name, begin=None, end=None):
        self.openssl(f"req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout {name}.key -out {name}.csr -subj", f"/CN={name}")
        if not begin:
            self.openssl(f"x509 -req -in {name}.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -out {name}.crt")
            return
        self.serial += 1
        (self.folder / "ca.cnf").write_text("[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\n"
                                            "default_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n")
        (self.folder / "index.txt").touch()
        (self.folder / "serial").write_text(f"0{self.serial}\n")
        self.openssl(f"ca -batch -notext -config ca.cnf -in {name}.csr -cert ca.crt -keyfile ca.key -startdate {begin} -enddate {end} -out {name}.crt")

    def base64(self, name):
        return base64.b64encode((self.folder / name).read_bytes()).decode()


class Certificado(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        folder = pathlib.Path(cls.temporary.name)
        cls.ours, cls.theirs = Autoridade(folder / "nossa", "Autoridade do município"), Autoridade(folder / "outra", "Outra autoridade")
        for name in ("ubs", "desconhecida"):
            cls.ours.issue(name)
        cls.ours.issue("vencida", "20200101000000Z", "20200201000000Z")
        cls.theirs.issue("alheia")
        cls.municipal = Instalacao(BINARY, folder / "municipal", porta_tls=0, ajustes=f'[servidor]\nautoridade_clientes = "{cls.ours.folder}/ca.crt"\n').start()
        cls.addClassCleanup(cls.municipal.stop)
        # No CNES is imported: a centralizador estadual judges without it.
        cls.municipal.identify("centralizador_estadual", "Centralizador", "DF")

    def setUp(self):
        made = self.municipal.ask("POST", "/api/v1/integracao/credenciais", {"nome": "UBS do certificado"})
        self.credencial = made["credencial"]["id"]
        self.path = f"/api/v1/integracao/credenciais/{self.credencial}"

    def tearDown(self):
        self.municipal.ask("DELETE", self.path)

    def register(self, name="ubs"):
        return self.municipal.ask("PUT", self.path + "/certificado", {"arquivo": self.ours.base64(name + ".crt")})

    def enter(self, authority=None, name=None, path=ENTRADA, method="POST", cookie=None):
        """Status, code and cookie of what a client with this certificate is answered."""
        context = ssl.create_default_context(cafile=str(self.municipal.dados / "tls/ca.crt"))
        if name:
            context.load_cert_chain(authority.folder / f"{name}.crt", authority.folder / f"{name}.key")
        connection = http.client.HTTPSConnection("localhost", self.municipal.porta_tls, context=context, timeout=20)
        self.addCleanup(connection.close)
        connection.request(method, path, headers={"Cookie": cookie} if cookie else {})
        answer = connection.getresponse()
        body = answer.read()
        code = json.loads(body).get("code") if body.startswith(b"{") else None
        given = answer.getheader("Set-Cookie")
        return answer.status, code, given.split(";")[0] if given else None

    def test_only_a_registered_certificate_in_its_time_and_of_our_authority_enters(self):
        self.assertEqual(self.enter(self.ours, "ubs")[:2], (401, "ACESSO-0057"))
        shown = self.register()["certificado"]
        self.assertEqual((shown["titular"], len(shown["impressao"])), ("ubs", 64))
        self.assertEqual(self.enter(self.ours, "ubs")[0], 204)
        self.assertEqual(self.enter(self.ours, "desconhecida")[:2], (401, "ACESSO-0057"))
        self.assertEqual(self.enter(self.ours, "vencida")[:2], (401, "ACESSO-0054"))
        self.assertEqual(self.enter(self.theirs, "alheia")[:2], (401, "ACESSO-0056"))
        self.assertEqual(self.enter()[:2], (401, "ACESSO-0053"))

    def test_without_certificate_and_without_password_nobody_enters(self):
        self.register()
        self.assertEqual(self.enter()[:2], (401, "ACESSO-0053"))
        self.assertEqual(self.enter(path="/api/recebimento/login")[0], 400)
        # Showing a certificate is not being inside.
        self.assertEqual(self.enter(self.ours, "ubs", method="GET", path="/api/v1/transmissao/chegadas/01990000-0000-7000-8000-000000000001?municipio=5300108")[0], 401)

    def test_a_removed_certificate_ends_its_sessions_and_enters_no_more(self):
        self.register()
        _, _, cookie = self.enter(self.ours, "ubs")
        inside = lambda: self.enter(method="GET", path="/api/v1/transmissao/chegadas/01990000-0000-7000-8000-000000000001?municipio=5300108", cookie=cookie)[0]  # noqa: E731
        self.assertEqual(inside(), 404)
        self.municipal.ask("DELETE", self.path + "/certificado")
        self.assertEqual(inside(), 401)
        self.assertEqual(self.enter(self.ours, "ubs")[:2], (401, "ACESSO-0057"))

    def test_a_ubs_sends_its_fichas_by_certificate_and_is_told_why_when_it_cannot(self):
        ubs = Instalacao(BINARY, pathlib.Path(self.temporary.name) / "ubs").start()
        self.addCleanup(ubs.stop)
        ubs.identify("centralizador_estadual", "UBS", "DF")
        ubs.ask("POST", f"/api/v1/transmissao/destinos/{NACIONAL}/inativar")
        body = {"nome": "Centralizador", "endereco": f"https://localhost:{self.municipal.porta_tls}", "protocolo": "aroeira", "usuario": "", "senha": "",
                "autoridade": (self.municipal.dados / "tls/ca.crt").read_text()}
        made = ubs.ask("POST", "/api/v1/transmissao/destinos",
                       {**body, "certificado": self.ours.base64("ubs.crt"), "chave": self.ours.base64("ubs.key")})

        def tested():
            found = next(one for one in ubs.ask("POST", "/api/v1/transmissao/testar-conexao")["itens"] if one["id"] == made["id"])["conexao"]
            return found["situacao"], found["detalhe"]

        situacao, detalhe = tested()
        self.assertEqual(situacao, "falhou")
        self.assertIn("não conhece o certificado", detalhe)
        self.register()
        self.assertEqual(tested(), ("estabelecida", "Respondeu: Centralizador."))
        items = [visita(number) for number in range(20)]
        ubs.upload("/api/v1/recebimento/lotes", "lote.zip", packed(items))
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            ubs.generate()
            lotes = ubs.lotes()
            if lotes and all(one["situacao"] == "concluido" for one in lotes):
                break
            time.sleep(0.3)
        self.assertEqual([(one["situacao"], one["aceitas"]) for one in ubs.lotes()], [("concluido", 20)])
        # Of another authority: the same installation, and the reason in words.
        ubs.ask("PUT", f"/api/v1/transmissao/destinos/{made['id']}", {**body, "certificado": self.theirs.base64("alheia.crt"), "chave": self.theirs.base64("alheia.key")})
        situacao, detalhe = tested()
        self.assertEqual(situacao, "falhou")
        self.assertIn("autoridade que o servidor aceita", detalhe)


if __name__ == "__main__":
    BINARY = sys.argv[1]
    counted.main()
