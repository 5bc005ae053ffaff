"""`aroeira fichas validar` and `aroeira fichas converter`, as a vendor's continuous integration runs them.
Usage: fichas_test.py BINARY"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "faults"), str(HERE.parent / "support")]
import counted  # noqa: E402
from fichas import lote, text, visita  # noqa: E402

BINARY = ""
LINE = ["arquivo", "uuid", "tipo", "versao", "situacao", "erros", "avisos"]
FINDING = ["regra", "campo", "mensagem", "correcao"]
CNS = b"700000000000005"


def in_the_future(number):
    """A visit that only its date makes wrong."""
    return visita(number, at_ms=int(time.time() * 1000) + 30 * 86_400_000)


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return str(path)

    def zip(self, name, entries):
        with zipfile.ZipFile(self.folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, content in entries:
                archive.writestr(entry, content)
        return str(self.folder / name)

    def run_it(self, *arguments):
        return subprocess.run([BINARY, "fichas", *arguments], capture_output=True, timeout=30, check=False)

    def validate(self, *arguments):
        done = self.run_it("validar", "--json", *arguments)
        return done.returncode, [json.loads(line) for line in done.stdout.decode().splitlines()]

    def convert(self, path, to):
        done = self.run_it("converter", path, "--para", to)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout


class Validar(Case):
    def test_a_valid_ficha_is_one_line_and_exit_0(self):
        key, data = visita(1)
        path = self.file(key + ".esus", data)
        code, (line,) = self.validate(path)
        self.assertEqual(code, 0, line)
        self.assertEqual(line, {"arquivo": path, "uuid": key, "tipo": 8, "versao": "8.7.0", "situacao": "valida", "erros": [], "avisos": []})
        self.assertEqual(list(line), LINE)

    def test_an_invalid_one_says_rule_field_cause_and_correction_and_exit_1(self):
        key, data = in_the_future(2)
        code, (line,) = self.validate(self.file("a.esus", data))
        self.assertEqual(code, 1)
        self.assertEqual((line["uuid"], line["situacao"]), (key, "invalida"))
        self.assertTrue(line["erros"])
        for finding in line["erros"]:
            self.assertEqual(list(finding), FINDING)
            self.assertTrue(all(finding.values()), finding)

    def test_what_cannot_be_read_is_exit_2_and_says_why(self):
        cut = visita(3)[1][:-40]
        for content in (b"", b"texto", cut, b"PK\x03\x04 cortado"):
            with self.subTest(content=content[:8]):
                code, (line,) = self.validate(self.file("a.esus", content))
                self.assertEqual(code, 2)
                self.assertEqual(line["situacao"], "ilegivel")
                self.assertTrue(line["erros"][0]["mensagem"])
        code, (line,) = self.validate(str(self.folder / "nao-existe.esus"))
        self.assertEqual((code, line["situacao"]), (2, "ilegivel"))

    def test_the_worst_of_many_files_gives_the_exit_code_and_each_has_its_line(self):
        good, bad, junk = self.file("a.esus", visita(4)[1]), self.file("b.esus", in_the_future(5)[1]), self.file("c.esus", b"?")
        code, lines = self.validate(junk, good, bad)
        self.assertEqual(code, 2)
        self.assertEqual([line["situacao"] for line in lines], ["ilegivel", "valida", "invalida"])
        self.assertEqual([line["arquivo"] for line in lines], [junk, good, bad])
        self.assertEqual(self.validate(good, bad)[0], 1)

    def test_it_reads_esus13_and_esus_xml_too(self):
        key, data = visita(6)
        xml = self.convert(self.file("a.esus", data), "xml")
        for name, content in ((key + ".esus13", data), (key + ".esus.xml", xml)):
            with self.subTest(name=name):
                code, (line,) = self.validate(self.file(name, content))
                self.assertEqual((code, line["uuid"], line["situacao"]), (0, key, "valida"), line)

    def test_a_zip_has_a_line_per_entry(self):
        content, keys = lote(10, 3)
        path = self.file("lote.zip", content)
        code, lines = self.validate(path)
        self.assertEqual(code, 0, lines)
        self.assertEqual([line["uuid"] for line in lines], keys)
        self.assertEqual([line["arquivo"] for line in lines], [f"{path}!{key}.esus" for key in keys])
        mixed = self.zip("misto.zip", [("a.esus", visita(13)[1]), ("b.esus", b"?"), ("c.esus", in_the_future(14)[1])])
        code, lines = self.validate(mixed)
        self.assertEqual((code, [line["situacao"] for line in lines]), (2, ["valida", "ilegivel", "invalida"]))

    def test_a_zip_that_is_damaged_dangerous_or_empty_is_exit_2(self):
        whole = lote(20, 2)[0]
        for path in (self.file("cortado.zip", whole[:100]), self.zip("vazio.zip", []), self.zip("bomba.zip", [("a.esus", b"x" * 20_000_000)]),
                     self.zip("fora.zip", [("../a.esus", visita(22)[1])])):
            with self.subTest(path=path):
                code, (line,) = self.validate(path)
                self.assertEqual((code, line["situacao"]), (2, "ilegivel"))
                self.assertTrue(line["erros"][0]["regra"])

    def test_a_name_with_another_uuid_is_refused_as_the_server_does(self):
        code, (line,) = self.validate(self.file(visita(30)[0] + ".esus", visita(31)[1]))
        self.assertEqual(code, 1)
        self.assertEqual([finding["regra"] for finding in line["erros"]], ["RECEB-NOME"])

    def test_without_json_a_person_reads_it_and_no_identifier_of_anybody_is_shown(self):
        done = self.run_it("validar", self.file("a.esus", in_the_future(32)[1]))
        self.assertEqual(done.returncode, 1)
        self.assertIn("a.esus: invalida", done.stdout.decode())
        self.assertNotIn(CNS, done.stdout + done.stderr)


class Converter(Case):
    def test_thrift_to_thrift_gives_the_same_bytes_and_what_nobody_declared_stays(self):
        data = visita(1)[1]
        self.assertEqual(self.convert(self.file("a.esus", data), "thrift"), data)
        more = data[:-1] + text(99, "campo do futuro") + b"\0"
        self.assertEqual(self.convert(self.file("b.esus", more), "thrift"), more)

    def test_json_and_xml_give_back_the_same_thrift(self):
        data = visita(2)[1]
        original = self.file("a.esus", data)
        for form in ("json", "xml"):
            with self.subTest(form=form):
                between = self.convert(original, form)
                self.assertNotEqual(between, data)
                self.assertEqual(self.convert(self.file("b.esus." + form, between), "thrift"), data)

    def test_the_json_is_json_and_the_xml_has_the_envelope_of_the_layout(self):
        key, data = visita(3)
        original = self.file("a.esus", data)
        self.assertEqual(json.loads(self.convert(original, "json"))["uuidDadoSerializado"], key)
        xml = self.convert(original, "xml").decode()
        self.assertIn("dadoTransporteTransportXml", xml)
        self.assertIn("http://esus.ufsc.br/fichavisitadomiciliarmaster", xml)

    def test_what_cannot_be_read_is_exit_2_with_nothing_on_the_output(self):
        for path in (self.file("a.esus", b"texto"), str(self.folder / "nao-existe.esus")):
            done = self.run_it("converter", path, "--para", "json")
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertTrue(done.stderr.startswith("aroeira: ".encode()))

    def test_another_format_is_refused(self):
        done = self.run_it("converter", self.file("a.esus", visita(4)[1]), "--para", "pdf")
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(done.stdout, b"")


if __name__ == "__main__":
    BINARY = sys.argv[1]
    counted.main()
