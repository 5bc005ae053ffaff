"""Copies made, verified and restored from outside: with the server running, on both engines, damaged, without room.
Usage: backup_test.py BINARY"""
import contextlib
import json
import os
import pathlib
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "faults"))
from kill_receive import Server, Singles, lotes_of, settle  # noqa: E402

BINARY = ""
PHRASE = "quatro palavras bem longas"
# Who is inside and the links end with a restore; the restore itself is in the trail; the numbering of lotes goes on further.
MAY_DIFFER = {"sessao", "convite", "evento", "evento_pendente", "evento_elo", "evento_cadeia", "lote_enviado_numero", "trabalho", "copia_seguranca", "tentativa"}
CPF = "11144477735"


def no_room(bytes_max):
    def before():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_max, bytes_max))
    return before


def call(*arguments, phrase=PHRASE, before=None):
    done = subprocess.run([BINARY, "backup", *map(str, arguments)], input=phrase + "\n", capture_output=True, text=True, timeout=120, check=False,
                          preexec_fn=before)
    return done.returncode, done.stdout, done.stderr


def ask(data, question, *values):
    with contextlib.closing(sqlite3.connect(f"file:{data}/aroeira.db?mode=ro", uri=True, timeout=20)) as base:
        return base.execute(question, values).fetchall()


def picture(data):
    """Every row of every table."""
    tables = [name for name, in ask(data, "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'")]
    return {table: sorted(map(repr, ask(data, f"SELECT * FROM {table}"))) for table in tables}


def derived():
    """What no copy holds: tables only this engine has, made again from the others."""
    words = (HERE.parents[1] / "db/derived").glob("*.sqlite.sql")
    return {table for file in words for table in re.search(r"^-- Tables: (.*)$", file.read_text(), re.M)[1].split(", ")}


def events(data, name):
    return ask(data, "SELECT COUNT(*) FROM evento WHERE evento = ?", name)[0][0]


@contextlib.contextmanager
def postgres():
    script = HERE.parent / "support" / "postgres.sh"
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        url = subprocess.run([script, "start", folder], capture_output=True, text=True, check=True, timeout=120).stdout.strip()
        try:
            yield url
        finally:
            subprocess.run([script, "stop", folder], check=False, timeout=60)


class Backup(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.place = pathlib.Path(cls.folder.name)
        cls.data = cls.place / "dados"
        server = Server(BINARY, str(cls.data))
        person = server.enter()
        system = server.enter_system(person)
        Singles(0).run(server, person, system)
        # While a system sends one ficha after another.
        sending = Singles(1)
        thread = threading.Thread(target=sending.run, args=(server, person, system))
        thread.start()
        while len(sending.acknowledged) < 5:
            time.sleep(0.005)
        cls.acknowledged = set(sending.acknowledged)
        cls.copy = cls.place / "a.copia"
        cls.made = call("criar", cls.copy, "--dados", cls.data)
        thread.join()
        server.kill()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def fresh(self, name):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return pathlib.Path(folder.name) / name

    def restored(self, name="outra", copy=None):
        data = self.fresh(name)
        code, out, error = call("restaurar", copy or self.copy, "--dados", data)
        self.assertEqual(code, 0, error)
        self.assertIn("cada linha foi lida de novo", out)
        return data

    def test_a_copy_is_made_while_the_server_receives_and_says_what_it_holds(self):
        """[S2-319]"""
        self.assertEqual(self.made[0], 0, self.made[2])
        code, out, _ = call("verificar", self.copy, "--json")
        self.assertEqual(code, 0)
        held = json.loads(out)
        self.assertEqual(held["origem"]["banco"], "sqlite")
        self.assertEqual({table["nome"] for table in held["tabelas"]}, set(picture(self.data)) - derived() - {"schema_migration"})
        self.assertEqual(events(self.data, "copia_de_seguranca_realizada"), 1)
        self.assertEqual(os.stat(self.copy).st_mode & 0o777, 0o600)

    def test_nothing_acknowledged_before_the_copy_began_is_missing_in_it(self):
        data = self.restored()
        kept = {uuid for uuid, in ask(data, "SELECT uuid FROM ficha")}
        self.assertTrue(self.acknowledged <= kept, f"faltam {len(self.acknowledged - kept)}")

    def test_the_restored_installation_starts_lets_people_in_and_its_trail_holds(self):
        data = self.restored()
        self.assertEqual(ask(data, "SELECT COUNT(*) FROM sessao")[0][0], 0)
        done = subprocess.run([BINARY, "auditoria", "verificar", "--dados", data], capture_output=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)
        server = Server(BINARY, str(data))
        self.addCleanup(server.kill)
        server.enter()
        settle(lotes_of(data))
        self.assertEqual(events(data, "copia_de_seguranca_restaurada"), 1)

    def test_to_the_other_engine_and_back_every_table_is_equal(self):
        with postgres() as url:
            there = self.fresh("no_postgres")
            code, _, error = call("restaurar", self.copy, "--dados", there, "--banco", url)
            self.assertEqual(code, 0, error)
            again = self.place / "b.copia"
            code, _, error = call("criar", again, "--dados", there, "--banco", url)
            self.assertEqual(code, 0, error)
            # Not empty any more.
            code, _, error = call("restaurar", self.copy, "--dados", self.fresh("x"), "--banco", url)
            self.assertEqual((code, "APP-0008" in error), (1, True), error)
            code, _, error = call("restaurar", self.copy, "--dados", there, "--banco", url, "--substituir")
            self.assertEqual(code, 0, error)
        one, other = picture(self.restored("uma")), picture(self.restored("duas", again))
        self.assertEqual(one.keys(), other.keys())
        for table in one.keys() - MAY_DIFFER - {"schema_migration"}:
            self.assertEqual(one[table], other[table], table)
        self.assertTrue(one["ficha"])

    def test_no_passphrase_no_entry_and_no_cpf_in_the_file(self):
        content = self.copy.read_bytes()
        for secret in (CPF.encode(), b"usuario", b"demonstracao", b"mestra.key"):
            self.assertNotIn(secret, content)
        code, _, error = call("verificar", self.copy, phrase="outra frase qualquer")
        self.assertEqual((code, "COPIA-0004" in error), (2, True), error)
        data = self.fresh("x")
        code, _, _ = call("restaurar", self.copy, "--dados", data, phrase="outra frase qualquer")
        self.assertEqual(code, 1)
        self.assertFalse((data / "aroeira.db").exists())
        self.assertIn("APP-0010", call("criar", self.place / "c.copia", "--dados", self.data, phrase="curta")[2])

    def test_a_damaged_copy_changes_nothing_and_is_in_the_trail(self):
        """[S2-320] [S2-321]"""
        data = self.restored()
        before = picture(data)
        damaged = self.fresh("d.copia")
        content = bytearray(self.copy.read_bytes())
        content[len(content) // 2] ^= 1
        damaged.write_bytes(content)
        code, _, error = call("restaurar", damaged, "--dados", data, "--substituir")
        self.assertEqual((code, "COPIA-0003" in error), (1, True), error)
        self.assertEqual(call("verificar", damaged, "--dados", data)[0], 1)
        self.assertEqual(events(data, "copia_de_seguranca_integridade"), 2)
        code, _, error = call("restaurar", self.copy, "--dados", data, "--substituir", phrase="outra frase qualquer")
        self.assertEqual((code, "COPIA-0004" in error), (1, True), error)
        self.assertEqual(events(data, "copia_de_seguranca_restauracao_falhou"), 1)
        after = picture(data)
        for table in before.keys() - {"evento", "evento_pendente"}:
            self.assertEqual(before[table], after[table], table)
        self.assertFalse((data / "restauracao").exists())

    def test_what_is_there_is_not_replaced_unless_asked_and_then_kept_aside(self):
        data = self.restored()
        code, _, error = call("restaurar", self.copy, "--dados", data)
        self.assertEqual((code, "APP-0008" in error), (1, True), error)
        before = picture(data)
        code, out, error = call("restaurar", self.copy, "--dados", data, "--substituir", "--json")
        self.assertEqual(code, 0, error)
        aside = data / json.loads(out)["guardado"]
        self.assertEqual(picture(aside), before)
        self.assertTrue((aside / "chaves" / "mestra.key").exists())

    def test_an_installation_in_use_is_not_replaced(self):
        data = self.restored()
        server = Server(BINARY, str(data))
        self.addCleanup(server.kill)
        code, _, error = call("restaurar", self.copy, "--dados", data, "--substituir")
        self.assertEqual((code, "APP-0007" in error), (1, True), error)
        server.enter()

    def test_without_room_nothing_is_left(self):
        target = self.fresh("c.copia")
        pathlib.Path(f"{target}.parcial").symlink_to("/dev/full")
        code, _, error = call("criar", target, "--dados", self.data)
        self.assertEqual((code, "COPIA-0005" in error, list(target.parent.iterdir())), (1, True, []), error)
        data = self.restored()
        before = picture(data)
        code, _, error = call("restaurar", self.copy, "--dados", data, "--substituir", before=no_room(256 << 10))
        self.assertEqual(code, 1, error)
        after = picture(data)
        for table in before.keys() - {"evento", "evento_pendente"}:
            self.assertEqual(before[table], after[table], table)

    def test_every_night_by_itself_and_the_oldest_go_away(self):
        data, folder = self.restored(), self.fresh("copias")
        folder.mkdir()
        self.assertEqual(call("listar", "--dados", data)[0], 1)
        self.assertIn("COPIA-0014", call("agendar", "--dados", data, "--pasta", "perto")[2])
        code, _, error = call("agendar", "--dados", data, "--pasta", folder, "--manter", 2)
        self.assertEqual(code, 0, error)
        server = Server(BINARY, str(data))
        self.addCleanup(server.kill)
        seen = set()
        for night in range(3):
            with contextlib.closing(sqlite3.connect(data / "aroeira.db", timeout=20)) as base, base:
                base.execute("UPDATE trabalho SET nao_antes_ms = 0 WHERE tipo = 'copias_rotina'")
            until = time.monotonic() + 30
            while len(seen) <= night and time.monotonic() < until:
                seen |= set(folder.glob("*.copia"))
                time.sleep(0.1)
            time.sleep(1.1)  # the name of the next one has another second
        self.assertEqual(len(seen), 3)
        until = time.monotonic() + 10
        while len(list(folder.iterdir())) > 2 and time.monotonic() < until:
            time.sleep(0.1)
        self.assertEqual(len(list(folder.iterdir())), 2)
        code, out, _ = call("listar", "--dados", data, "--json")
        self.assertEqual((code, json.loads(out)["situacao"]), (0, "em_dia"))
        self.assertEqual(call("verificar", max(folder.iterdir()))[0], 0)
        self.assertEqual(call("agendar", "--dados", data, "--desligar")[0], 0)
        self.assertEqual(call("listar", "--dados", data)[0], 1)


def main():
    global BINARY
    BINARY = str(pathlib.Path(sys.argv[1]).resolve())
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(Backup)
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
