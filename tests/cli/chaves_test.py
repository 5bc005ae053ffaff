"""Another master key: what is sealed goes under it, what was signed still holds, and nobody is inside meanwhile.
Usage: chaves_test.py BINARY"""
import contextlib
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "faults"), str(HERE.parent / "support")]
import counted  # noqa: E402
from kill_receive import Server  # noqa: E402

BINARY = ""


def call(*arguments):
    done = subprocess.run([BINARY, *map(str, arguments)], capture_output=True, timeout=60, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def key_of_seed(data):
    """Which key the seed of the second factor is under, as the sealed value says it."""
    with contextlib.closing(sqlite3.connect(f"{data}/aroeira.db", timeout=20)) as base:
        (sealed,) = base.execute("SELECT semente FROM segundo_fator").fetchone()
        return sealed[1:5]


class Chaves(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "dados"

    def start(self):
        server = Server(BINARY, str(self.data))
        self.addCleanup(server.kill)
        return server

    def test_the_key_is_changed_with_the_server_stopped_and_everything_goes_on(self):
        server = self.start()
        person = server.enter()
        status, _, body = server.call("POST", "/api/v1/segundo-fator", "", person)
        self.assertEqual(status, 201, body)
        code, _, error = call("chaves", "trocar", "--dados", self.data)
        self.assertEqual((code, "APP-0007" in error), (1, True), error)
        server.kill()

        before = key_of_seed(self.data)
        code, out, error = call("chaves", "trocar", "--dados", self.data)
        self.assertEqual((code, error), (0, ""), error)
        self.assertIn("com ela: 1.", out)
        self.assertNotEqual(key_of_seed(self.data), before)
        self.assertTrue((self.data / "chaves" / "mestra-0001.key").exists())
        code, out, _ = call("auditoria", "verificar", "--dados", self.data)
        self.assertEqual(code, 0, out)
        self.start().enter()

    def test_bad_input_a_folder_without_an_installation_stays_as_it_is(self):
        code, _, error = call("chaves", "trocar", "--dados", self.data)
        self.assertEqual((code, "APP-0003" in error), (1, True), error)
        self.assertFalse(self.data.exists())


if __name__ == "__main__":
    BINARY = sys.argv[1]
    counted.main()
