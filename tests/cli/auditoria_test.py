"""The trail verified from outside: intact, ten tampered copies, a checkpoint kept elsewhere, and what cannot be read.
Usage: auditoria_test.py BINARY"""
import contextlib
import json
import pathlib
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "faults"), str(HERE.parent / "support")]
import counted  # noqa: E402
from kill_receive import Server  # noqa: E402

BINARY = ""
PATIENCE_S = 20
FORGED = "01910000-0000-7000-8000-000000000000"
# The events of the installation, the chain '': what is done, and what is found first ("#": the event of the third link).
TAMPERED = {
    "edit": ("UPDATE evento SET ator = 'outro' WHERE id = '#'", "evento_alterado", "#"),
    "edit of the instant": ("UPDATE evento SET instante_ms = instante_ms + 1 WHERE id = '#'", "evento_alterado", "#"),
    "deletion": ("DELETE FROM evento WHERE id = '#'", "evento_removido", "#"),
    "deletion with its link": ("DELETE FROM evento WHERE id = '#'; DELETE FROM evento_elo WHERE id = '#'", "elo_removido", ""),
    "another order": ("UPDATE evento_elo SET ordem = -ordem + 100 WHERE municipio = '' AND ordem IN (3, 4);"
                      "UPDATE evento_elo SET ordem = ordem - 93 WHERE municipio = '' AND ordem = 96;"
                      "UPDATE evento_elo SET ordem = 4 WHERE municipio = '' AND ordem = 97", "evento_alterado", None),
    "insertion": (f"INSERT INTO evento VALUES ('', '{FORGED}', 1, 'login_ok', '', '', '', '', '')", "evento_inserido", FORGED),
    "another link": ("UPDATE evento_elo SET elo = zeroblob(32) WHERE id = '#'", "evento_alterado", "#"),
    "truncation": ("DELETE FROM evento_elo WHERE municipio = '' AND ordem > 2", "fim_cortado", ""),
    "truncation with the end": ("DELETE FROM evento_elo WHERE municipio = '' AND ordem > 3; UPDATE evento_cadeia SET ordem = 3,"
                                " elo = (SELECT elo FROM evento_elo WHERE municipio = '' AND ordem = 3) WHERE municipio = ''",
                                "fim_sem_assinatura", "#"),
    "everything gone": ("DELETE FROM evento; DELETE FROM evento_elo; DELETE FROM evento_cadeia; DELETE FROM evento_pendente", "fim_cortado", ""),
}


class Auditoria(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.data = pathlib.Path(cls.folder.name) / "dados"
        cls.selo = str(pathlib.Path(cls.folder.name) / "selo.json")
        server = Server(BINARY, str(cls.data))
        for _ in range(5):
            server.enter()
        server.kill()
        done = subprocess.run([BINARY, "auditoria", "selo", "--dados", cls.data, "--para", cls.selo], capture_output=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr.decode()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def verify(self, data, *more):
        done = subprocess.run([BINARY, "auditoria", "verificar", "--json", "--dados", str(data), *more], capture_output=True, timeout=60, check=False)
        return done.returncode, json.loads(done.stdout) if done.stdout else None

    def copy(self, name):
        to = self.data.parent / name.replace(" ", "-")
        shutil.copytree(self.data, to)
        return to

    def test_what_a_killed_server_recorded_is_intact_and_sealed(self):
        code, found = self.verify(self.data, "--selo", self.selo)
        self.assertEqual((code, found["integro"], found["achados"]), (0, True, []))
        self.assertGreaterEqual(sum(chain["selados"] for chain in found["cadeias"]), 5)
        self.assertEqual([chain["ainda_nao_selados"] for chain in found["cadeias"]], [0] * len(found["cadeias"]))

    def test_bad_input_ten_tampered_copies_are_ten_findings(self):
        self.assertEqual(len(TAMPERED), 10)
        for name, (script, code, event) in TAMPERED.items():
            with self.subTest(name):
                data = self.copy(name)
                with contextlib.closing(sqlite3.connect(data / "aroeira.db")) as database:
                    third = database.execute("SELECT id FROM evento_elo WHERE municipio = '' AND ordem = 3").fetchone()[0]
                    database.executescript(script.replace("#", third))
                exit_code, found = self.verify(data, "--selo", self.selo)
                self.assertEqual((exit_code, found["integro"]), (1, False))
                self.assertEqual(found["achados"][0]["codigo"], code, found)
                if event is not None:
                    self.assertEqual(found["achados"][0]["evento"], event.replace("#", third))

    def command(self, *arguments):
        done = subprocess.run([BINARY, "auditoria", *arguments], capture_output=True, timeout=60, check=False)
        return done.returncode, done.stdout.decode()

    def test_an_event_is_proven_and_checked_without_the_database(self):
        with contextlib.closing(sqlite3.connect(self.data / "aroeira.db")) as database:
            third = database.execute("SELECT id FROM evento_elo WHERE municipio = '' AND ordem = 3").fetchone()[0]
        proof = self.data.parent / "prova.json"
        self.assertEqual(self.command("provar", third, "--dados", str(self.data), "--para", str(proof))[0], 0)
        key = json.loads(pathlib.Path(self.selo).read_text(encoding="utf-8"))["chave_publica"]
        self.assertEqual(self.command("conferir", str(proof), "--chave", key)[0], 0)
        self.assertEqual(self.command("conferir", str(proof), "--chave", "outra")[0], 1)
        told = json.loads(proof.read_text(encoding="utf-8"))
        told["evento"]["ator"] = "outro"
        proof.write_text(json.dumps(told), encoding="utf-8")
        self.assertEqual(self.command("conferir", str(proof))[0], 1)
        proof.write_text("{", encoding="utf-8")
        self.assertEqual(self.command("conferir", str(proof))[0], 2)
        self.assertEqual(self.command("provar", FORGED, "--dados", str(self.data))[0], 2)

    def test_the_ends_go_to_a_server_of_logs_and_serve_as_checkpoints(self):
        with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as listener:
            listener.bind(("127.0.0.1", 0))
            listener.settimeout(20)
            where = f"udp://127.0.0.1:{listener.getsockname()[1]}"
            self.assertEqual(self.command("selo", "--dados", str(self.data), "--syslog", where)[0], 0)
            message = listener.recv(65535).decode()
        self.assertRegex(message, r"^<109>1 \d{4}-\d\d-\d\dT[\d:.]+Z \S+ aroeira \d+ selo - {")
        kept = self.data.parent / "do-syslog.json"
        kept.write_text(message[message.index("{"):], encoding="utf-8")
        self.assertEqual(self.verify(self.data, "--selo", str(kept))[0], 0)

    def test_a_running_server_seals_by_itself(self):
        data = self.copy("running")
        server = Server(BINARY, str(data))
        self.addCleanup(server.kill)
        before = sum(chain["selados"] for chain in self.verify(data)[1]["cadeias"])
        server.enter()
        until = time.monotonic() + PATIENCE_S
        while sum(chain["selados"] for chain in self.verify(data)[1]["cadeias"]) <= before:
            self.assertLess(time.monotonic(), until, "nothing was sealed")
            time.sleep(0.2)

    def test_what_cannot_be_read_is_2_and_makes_nothing(self):
        nowhere = self.data.parent / "nada"
        self.assertEqual(self.verify(nowhere)[0], 2)
        self.assertFalse(nowhere.exists())
        self.assertEqual(self.verify(self.data, "--selo", str(nowhere))[0], 2)


if __name__ == "__main__":
    BINARY = sys.argv[1]
    counted.main()
