"""A ficha against the registry of the CNES: before the import, after it, and with the file alone.
Usage: cadastro_test.py BINARY"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "faults"), str(HERE.parent / "support")]
import counted  # noqa: E402
import cnes  # noqa: E402
from fichas import visita  # noqa: E402
from kill_receive import FORM, Server, form  # noqa: E402

BINARY = ""
IBGE = "5300108"
KNOWN = {"cnes": cnes.unidade(0), "ine": cnes.ine(0, 0), "cns": cnes.cns(0)}


class Cadastro(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.registry = str(self.folder / f"XmlParaESUS31_{IBGE[:6]}.zip")
        cnes.save(self.registry, ibge=IBGE, uf="DF", unidades=2, profissionais=8)

    def validate(self, data, catalogo):
        path = self.folder / "a.esus"
        path.write_bytes(data)
        done = subprocess.run([BINARY, "fichas", "validar", "--json", "--catalogo", catalogo, str(path)], capture_output=True, timeout=30, check=False)
        return done.returncode, [json.loads(line) for line in done.stdout.decode().splitlines()]

    def test_the_file_of_the_cnes_says_who_exists_and_nenhum_asks_nobody(self):
        stranger = visita(2, cns=cnes.cns(500))[1]
        self.assertEqual(self.validate(visita(1, **KNOWN)[1], self.registry)[0], 0)
        code, (line,) = self.validate(stranger, self.registry)
        self.assertEqual((code, line["situacao"]), (1, "invalida"))
        asked = {finding["regra"] for finding in line["erros"]}
        self.assertGreaterEqual(len(asked), 3, "unit, team and professional are all unknown")
        self.assertEqual(self.validate(stranger, "nenhum")[0], 0)
        code, lines = self.validate(stranger, str(self.folder / "nao-existe.zip"))
        self.assertEqual((code, lines), (2, []))

    def test_bad_input_a_ficha_of_an_unknown_cnes_is_inconsistent_and_accepted_after_the_import(self):
        server = Server(BINARY, str(self.folder / "dados"))
        self.addCleanup(server.kill)
        person = server.enter()
        system = server.enter_system(person)
        key, data = visita(3, **KNOWN)
        status, _, body = server.call("POST", "/api/v1/recebimento/ficha", form("ficha", key + ".esus", data), {**system, **FORM})
        self.assertEqual(status, 400, body.decode())
        self.assertIn("CNES", body.decode())
        self.assertEqual(self.situacao(server, person, key), "invalida")

        upload = form("arquivo", "XMLPARAESUS_530010.ZIP", pathlib.Path(self.registry).read_bytes())
        status, _, body = server.call("POST", "/api/v1/cnes/importacoes", upload, {**person, **FORM})
        self.assertEqual(status, 202, body.decode())
        for _ in range(200):
            if self.situacao(server, person, key) == "valida":
                break
            time.sleep(0.1)
        self.assertEqual(self.situacao(server, person, key), "valida")
        _, _, body = server.call("GET", "/api/v1/recebimento/lotes", None, person)
        lote = json.loads(body)["itens"][0]
        self.assertEqual((lote["tipo"], lote["validas"], lote["invalidas"]), ("online", 1, 0))

    def situacao(self, server, person, key):
        status, _, body = server.call("GET", "/api/v1/recebimento/fichas/" + key, None, person)
        self.assertEqual(status, 200, body.decode())
        return json.loads(body)["ficha"]["situacao"]


if __name__ == "__main__":
    BINARY = sys.argv[1]
    counted.main()
