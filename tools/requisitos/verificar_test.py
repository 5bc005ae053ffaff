# SPDX-License-Identifier: Apache-2.0
"""Each check of verificar.py is seen to fire, and to keep quiet when all is well."""
import pathlib
import tempfile
import unittest

import verificar


def row(one, situacao="feito", verify_by="api + unit", requirement="something"):
    return dict.fromkeys(verificar.COLUMNS, "") | {"id": one, "situacao": situacao, "verify_by": verify_by, "requirement": requirement}


class Table(unittest.TestCase):
    def says(self, rows, named, part):
        found = verificar.problems(rows, named)
        self.assertEqual(len(found), 1, found)
        self.assertIn(part, found[0])

    def test_a_done_row_that_a_test_names_is_fine(self):
        self.assertEqual(verificar.problems([row("S0-001"), row("S0-002", "aberto")], {"S0-001": {"src/x_test.cpp"}}), [])

    def test_a_done_row_nobody_names_is_refused(self):
        self.says([row("S0-001")], {}, "S0-001 está feito, mas nenhum teste o cita")

    def test_a_screen_is_proven_by_a_journey(self):
        for how in ("ui-e2e", "ui-e2e + server validation", "e2e flow"):
            with self.subTest(how):
                self.says([row("S0-001", verify_by=how)], {"S0-001": {"src/x_test.cpp"}}, "nenhuma jornada")
                self.assertEqual(verificar.problems([row("S0-001", verify_by=how)], {"S0-001": {"tests/journeys/cnes.mjs"}}), [])

    def test_a_name_nobody_knows_is_refused_with_its_file(self):
        self.says([row("S0-001", "aberto")], {"S4-999": {"src/x_test.cpp"}}, "S4-999 é citado em src/x_test.cpp")

    def test_a_repeated_id_is_refused(self):
        self.says([row("S0-001", "aberto")] * 2, {}, "repetido")

    def test_an_id_is_well_formed(self):
        self.says([row("S9-001", "aberto")], {}, "não é um identificador")

    def test_a_row_says_something(self):
        self.says([row("S0-001", "aberto", requirement="")], {}, "não diz nada")

    def test_there_are_two_states(self):
        self.says([row("S0-001", "quase")], {}, "aberto ou feito")

    def test_a_missing_column_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "requisitos.csv"
            file.write_text("id,situacao\nS0-001,feito\n", encoding="utf-8")
            with self.assertRaises(ValueError):
                verificar.read_rows(file)


class Places(unittest.TestCase):
    def test_what_is_a_test(self):
        for path in ("src/modules/fichas/http/routes_test.cpp", "src/modules/fichas/tests/cases/visita.case", "tests/journeys/cnes.mjs",
                     "tests/faults/kill.py", "web/src/base/format.test.ts", "tests/suites/http.sh"):
            self.assertTrue(verificar.is_test(path), path)

    def test_what_is_no_test(self):
        for path in ("src/modules/fichas/http/routes.cpp", "web/src/app.tsx", "web/node_modules/x/tests/a.test.ts",
                     "tests/journeys/mock/server.mjs", "tests/support/databases.cpp", "tests/journeys/README.md"):
            self.assertFalse(verificar.is_test(path), path)

    def test_only_a_name_counts_and_not_a_comment(self):
        self.assertEqual(verificar.ids_named("a_test.cpp", 'TEST_CASE("[S2-001 S2-002] it does") {'), {"S2-001", "S2-002"})
        self.assertEqual(verificar.ids_named("a_test.cpp", "// S2-001 is somewhere else"), set())
        self.assertEqual(verificar.ids_named("a_test.cpp", 'CHECK(x == "a");  // S2-001'), set())
        self.assertEqual(verificar.ids_named("a.py", '    """[S2-007] A docstring names a test."""'), {"S2-007"})
        self.assertEqual(verificar.ids_named("a.mjs", "await checks.check(`[S2-093] opens`, async () => {"), {"S2-093"})
        self.assertEqual(verificar.ids_named("a.case", "# S2-001: a nurse wrote it"), {"S2-001"})

    def test_the_tree_is_read(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path, text in {"src/a/x_test.cpp": 'TEST_CASE("[S2-001] a")', "src/a/x.cpp": '"S2-002"', "web/node_modules/y.test.ts": '"S2-003"',
                               "tests/journeys/b.mjs": "'[S2-001] b'"}.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
            self.assertEqual(dict(verificar.tests_by_id(root)), {"S2-001": {"src/a/x_test.cpp", "tests/journeys/b.mjs"}})


class Counts(unittest.TestCase):
    def test_the_counts_add_up(self):
        rows = [row("S0-001"), row("S0-002", "aberto"), row("S0-003", "aberto")]
        self.assertEqual(verificar.counts(rows, {"S0-001": {"a"}, "S0-003": {"a"}}), "3 requisitos: 1 feitos, 2 abertos, 2 citados por testes")
        self.assertIn("citados e abertos: S0-003", verificar.by_section(rows, {"S0-001": {"a"}, "S0-003": {"a"}}))


if __name__ == "__main__":
    unittest.main()
