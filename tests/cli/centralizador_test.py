"""What kind of installation this is decides which municípios it receives and which rules it can ask, seen from outside.
Usage: centralizador_test.py BINARY"""
import hashlib
import io
import json
import pathlib
import sys
import tempfile
import time
import unittest
import uuid
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "faults"), str(HERE.parent / "support")]
import counted  # noqa: E402
from fichas import visita  # noqa: E402
from kill_receive import Server  # noqa: E402

BINARY = ""
PATIENCE_S = 20
BRASILIA, ARACAJU, SAO_PAULO = "5300108", "2800308", "3550308"  # the first is active in the demonstration, without a CNES
JSON = {"Content-Type": "application/json"}


class Centralizador(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.server = Server(BINARY, folder.name)
        self.addCleanup(self.server.kill)
        status, cookie, body = self.server.call("POST", "/api/v1/sessao", json.dumps({"cpf": "52998224725", "senha": "demonstracao-2026"}), JSON)
        self.assertEqual(status, 200, body)
        self.marina = {"Cookie": cookie.split(";")[0], "X-CSRF": json.loads(body)["csrf"], **JSON}
        self.posto = self.server.enter_system({name: value for name, value in self.marina.items() if name != "Content-Type"})
        self.numero = 0

    def become(self, tipo, uf=""):
        status, _, body = self.server.call("PUT", "/api/v1/instalacao", json.dumps({"nome": "Teste", "tipo": tipo, "uf": uf}), self.marina)
        self.assertEqual(status, 200, body)

    def ask(self, method, path, body=None, kind="application/json"):
        status, _, answer = self.server.call(method, path, body, {**self.posto, "Content-Type": kind})
        return status, json.loads(answer)

    def announce(self, lote, content, ibge):
        self.numero += 1
        sender = {"instalacao": str(uuid.uuid4()), "nome": "UBS", "tipo": "prontuario", "versao": "1"}
        return self.ask("POST", "/api/v1/transmissao/chegadas", json.dumps(
            {"lote": lote, "municipio": ibge, "numero": self.numero, "fichas": 1, "tamanho": len(content),
             "sha256": hashlib.sha256(content).hexdigest(), "remetente": sender}))

    def send(self, ibge):
        """Sends one ficha of a município; gives its verdict, or the code of the refusal."""
        key, data = visita(self.numero + 1, ibge=ibge)
        out, lote = io.BytesIO(), str(uuid.uuid4())
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(key + ".esus", data)
        status, answer = self.announce(lote, out.getvalue(), ibge)
        if status != 200:
            return answer["code"]
        place = f"/api/v1/transmissao/chegadas/{lote}"
        status, answer = self.ask("PUT", f"{place}/partes/0?municipio={ibge}", out.getvalue(), "application/octet-stream")
        self.assertEqual((status, answer["situacao"]), (200, "confirmado"))
        until = time.monotonic() + PATIENCE_S
        while self.ask("GET", f"{place}?municipio={ibge}")[1]["situacao"] != "processado":
            self.assertLess(time.monotonic(), until, "the lote is not processed")
            time.sleep(0.05)
        question = {"municipio": ibge, "fichas": [{"uuid": key, "sha256": hashlib.sha256(data).hexdigest()}]}
        return self.ask("POST", "/api/v1/transmissao/vereditos", json.dumps(question))[1]["itens"][0]["situacao"]

    def test_a_prontuario_knows_its_municipios_and_asks_the_cnes(self):
        self.assertEqual(self.send(ARACAJU), "INST-0001")
        self.assertEqual(self.send(BRASILIA), "rejeitada")  # of no establishment it knows

    def test_a_centralizador_municipal_is_no_different(self):
        self.become("centralizador_municipal", "DF")
        self.assertEqual(self.send(ARACAJU), "INST-0001")
        self.assertEqual(self.send(BRASILIA), "rejeitada")

    def test_a_centralizador_estadual_takes_the_municipios_of_its_state_and_judges_without_a_cnes_it_does_not_have(self):
        self.become("centralizador_estadual", "SE")
        self.assertEqual(self.send(ARACAJU), "aceita")
        self.assertEqual(self.send(SAO_PAULO), "INST-0001")

    def test_the_centralizador_nacional_takes_any_and_says_when_to_come_once_twenty_are_sending(self):
        self.become("centralizador_nacional")
        self.assertEqual(self.send(ARACAJU), "aceita")
        self.assertEqual(self.send(SAO_PAULO), "aceita")
        credenciais = [self.posto, self.server.enter_system({name: value for name, value in self.marina.items() if name != "Content-Type"})]
        for number in range(20):  # begun and not ended; one credencial begins at most 16
            self.posto = credenciais[number // 10]
            self.assertEqual(self.announce(str(uuid.uuid4()), b"PK" + bytes([number]), ARACAJU)[0], 200)
        status, answer = self.announce(str(uuid.uuid4()), b"PK", ARACAJU)
        self.assertEqual((status, answer["code"]), (503, "TRANS-0020"))
        self.assertGreater(answer["agendado_para"], time.time() * 1000)
        self.assertRegex(answer["title"], r"agendado para (\d\d/\d\d, às )?\d\d:\d\d\.$")


if __name__ == "__main__":
    BINARY = sys.argv[1]
    counted.main()
