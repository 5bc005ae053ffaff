# SPDX-License-Identifier: Apache-2.0
"""`aroeira ceps importar`: a file becomes the base of addresses, or says which line is wrong.
Usage: ceps_test.py BINARY"""
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import counted  # noqa: E402

BINARY = ""
HEAD = "cep;uf;ibge;bairro;logradouro\n"


class Ceps(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def bring(self, content):
        file = self.folder / "ceps.csv"
        file.write_text(content, encoding="utf-8")
        command = [BINARY, "ceps", "importar", str(file), "--dados", str(self.folder / "dados")]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    def kept(self):
        with sqlite3.connect(self.folder / "dados" / "aroeira.db") as base:
            return base.execute("SELECT cep, cidade, bairro, logradouro FROM cep ORDER BY cep").fetchall()

    def test_a_file_becomes_the_base(self):
        """[S2-133] a file becomes the base of addresses, and the next one takes its place"""
        done = self.bring(HEAD + "49010-000;SE;2800308;Centro;Rua da Frente\n49020001;SE;2800308;;\n")
        self.assertEqual((done.returncode, done.stdout), (0, "2 CEPs na base de endereços.\n"), done.stderr)
        self.assertEqual(self.kept()[0], ("49010000", "2800308", "Centro", "Rua da Frente"))
        self.assertEqual(self.bring(HEAD + "70000000;DF;5300108;;\n").returncode, 0)
        self.assertEqual(self.kept(), [("70000000", "5300108", "", "")])

    def test_a_bad_line_changes_nothing(self):
        self.bring(HEAD + "49010000;SE;2800308;Centro;Rua da Frente\n")
        done = self.bring(HEAD + "49020000;SE;2800308;;\n4903;SE;2800308;;\n")
        self.assertEqual(done.returncode, 1)
        self.assertIn("Linha 3", done.stderr)
        self.assertEqual([row[0] for row in self.kept()], ["49010000"])

    def test_what_is_no_file_is_told(self):
        command = [BINARY, "ceps", "importar", str(self.folder / "nada.csv"), "--dados", str(self.folder / "dados")]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("CEP-0005", done.stderr)


if __name__ == "__main__":
    BINARY = sys.argv[1]
    counted.main()
