# SPDX-License-Identifier: Apache-2.0
import hashlib
import unittest

import sql
from tree import Tree

HEAD = "-- What it is.\n-- Owner: modules/x.\n"


def migrations(*names, text=HEAD + "CREATE TABLE x (id TEXT);\n"):
    return Tree({f"db/migrations/{name}": text for name in names})


class Traps(unittest.TestCase):
    def test_every_trap_is_seen(self):
        for text in ("SELECT a FROM b WHERE c LIKE $1", "SELECT a FROM b WHERE c ILIKE $1", "SELECT lower(a) FROM b", "SELECT upper (a) FROM b",
                     "SELECT now()", "UPDATE a SET b = CURRENT_TIMESTAMP", "SELECT strftime('%s')", "id INTEGER PRIMARY KEY AUTOINCREMENT",
                     "id BIGSERIAL", "id BIGINT GENERATED ALWAYS AS IDENTITY", "CREATE TRIGGER t", "SELECT group_concat(a) FROM b",
                     "SELECT string_agg(a, ',') FROM b", "SELECT DISTINCT ON (a) b FROM c", "SELECT a FROM b FOR UPDATE SKIP LOCKED",
                     "INSERT OR IGNORE INTO a", "REPLACE INTO a", "ALTER TABLE a ADD CONSTRAINT b", "a BOOLEAN", "SELECT a FROM b WHERE c = TRUE",
                     "SELECT a::text", "PRAGMA x", "a TIMESTAMP", "a JSONB", "a BLOB", "a VARCHAR(3)", "a DATETIME"):
            self.assertTrue(sql.traps_in(text), text)

    def test_what_both_engines_know_is_fine(self):
        for text in ("INSERT INTO a (b) VALUES ($1) ON CONFLICT (b) DO NOTHING RETURNING b", "SELECT a FROM b WHERE c = 'LIKE TRUE now()'",
                     "CREATE INDEX a ON b (c) WHERE d = 'x' -- LIKE", "a SMALLINT CHECK (a IN (0, 1))", "uuid TEXT, bytes BYTEA",
                     "SELECT count(*) FILTER (WHERE a = 1) FROM b", "UPDATE a SET b = $1, updated_ms = $2 WHERE c = $3"):
            self.assertEqual(sql.traps_in(text), [], text)

    def check(self, path, text):
        return [str(p) for p in sql.check_sql(Tree({path: text}))]

    def test_sql_is_found_in_strings_with_its_line(self):
        store = "src/modules/x/store/s.cpp"
        self.assertEqual(len(self.check(store, 'auto a = "SELECT lower(b) FROM c";')), 1)
        found = self.check(store, 'int i;\nauto a = R"sql(\n  SELECT b\n    FROM c WHERE d LIKE $1\n)sql";')
        self.assertEqual(len(found), 1)
        self.assertIn("s.cpp:4:", found[0])
        self.assertEqual(self.check(store, 'auto a = "Gosta? LIKE";  // SELECT lower(b) FROM c'), [])

    def test_sql_is_at_home_in_stores_only(self):
        text = 'auto a = "SELECT b FROM c";'
        self.assertEqual(len(self.check("src/modules/x/operations/o.cpp", text)), 1)
        self.assertEqual(len(self.check("src/platform/http/o.cpp", text)), 1)
        for path in ("src/modules/x/store/s.cpp", "src/platform/db/migrate.cpp", "src/platform/jobs/queue.cpp", "src/modules/x/http/r_test.cpp"):
            self.assertEqual(self.check(path, text), [], path)

    def test_one_engine_may_speak_its_own_tongue_in_its_own_place(self):
        text = 'auto a = "SELECT now()";'
        self.assertEqual(self.check("src/platform/db/postgres/database.cpp", text), [])
        self.assertEqual(self.check("db/migrations/0002_x.sqlite.sql", "PRAGMA x;"), [])
        self.assertEqual(len(self.check("db/migrations/0002_x.sql", "PRAGMA x;")), 1)


class Migrations(unittest.TestCase):
    def says(self, tree, part):
        found = sql.check_migrations(tree)
        self.assertEqual(len(found), 1, found)
        self.assertIn(part, found[0].message)

    def test_in_order_is_fine(self):
        self.assertEqual(sql.check_migrations(migrations("0001_a.sql", "0002_b.sqlite.sql", "0002_b.postgres.sql", "0003_c.sql")), [])

    def test_a_gap_is_told(self):
        self.says(migrations("0001_a.sql", "0003_c.sql"), "0002")

    def test_two_of_one_number_are_told(self):
        self.says(migrations("0001_a.sql", "0001_b.sql"), "um número tem um arquivo")

    def test_one_engine_without_the_other_is_told(self):
        self.says(migrations("0001_a.sqlite.sql"), "um número tem um arquivo")

    def test_a_strange_name_is_told(self):
        self.says(migrations("0001_a.sql", "notes.txt"), "NNNN_o_que_faz")

    def test_an_owner_is_asked_for(self):
        self.says(migrations("0001_a.sql", text="CREATE TABLE x (id TEXT);"), "Owner")

    def test_a_released_one_does_not_change(self):
        text = "CREATE TABLE x (id TEXT);\n"
        row = f"# comment\n{hashlib.sha256(text.encode()).hexdigest()}  db/migrations/0001_a.sql\n"
        self.assertEqual(sql.check_released(Tree({sql.RELEASED: row, "db/migrations/0001_a.sql": text})), [])
        self.assertIn("já foi lançada", sql.check_released(Tree({sql.RELEASED: row, "db/migrations/0001_a.sql": text + " "}))[0].message)
        self.assertIn("não está mais aqui", sql.check_released(Tree({sql.RELEASED: row}))[0].message)


if __name__ == "__main__":
    unittest.main()
