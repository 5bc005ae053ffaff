# SPDX-License-Identifier: Apache-2.0
import unittest

import documents
import names
from tree import Tree


def told(check, texts):
    return [p.message for p in check(Tree(texts))]


class Links(unittest.TestCase):
    def test_a_link_leads_somewhere(self):
        texts = {"docs/a.md": "[b](b.md) [c](../src/c.hpp) [d](../src) [e](https://x.org/y) [f](#parte-um) [g](b.md#situação)\n# Parte um\n",
                 "docs/b.md": "## Situação\n", "src/c.hpp": ""}
        self.assertEqual(told(documents.check_links, texts), [])

    def test_a_link_to_nothing_is_told(self):
        self.assertEqual(told(documents.check_links, {"docs/a.md": "\n[b](gone.md)"}), ["o link gone.md não leva a nada"])
        self.assertEqual(told(documents.check_links, {"docs/a.md": "![b](gone.png)"}), ["o link gone.png não leva a nada"])
        self.assertEqual(told(documents.check_links, {"docs/a.md": "[b](#gone)"}), ["docs/a.md não tem a seção #gone"])


class Lists(unittest.TestCase):
    def test_every_folder_has_its_page(self):
        self.assertEqual(len(told(documents.check_readmes, {"src/platform/db/open.cpp": "", "src/modules/x/README.md": ""})), 1)

    def test_every_table_has_its_source(self):
        table = "# comment\ncode,name\n1,a\n2,b\n"
        row = "| `t.csv` | 2 | IBGE | 12/2025 |\n"
        self.assertEqual(told(documents.check_reference, {"db/reference/t.csv": table, "docs/fontes.md": row}), [])
        self.assertIn("falta a linha", told(documents.check_reference, {"db/reference/t.csv": table})[0])
        self.assertIn("falta a linha", told(documents.check_reference, {"db/reference/t.csv": table, "docs/fontes.md": row.replace("12/2025", "")})[0])
        self.assertEqual(told(documents.check_reference, {"db/reference/t.csv": table + "3,c\n", "docs/fontes.md": row}), ["t.csv tem 3 linhas, não 2"])
        self.assertEqual(told(documents.check_reference, {"docs/fontes.md": row}), ["t.csv não está mais em db/reference"])

    def test_every_dependency_has_its_decision(self):
        texts = {"tools/setup/packages.txt": "# x\nrun   zlib\ntest  wrk\n", "web/package.json": '{"dependencies": {"preact": "1"}}'}
        self.assertEqual(len(told(documents.check_decisions, texts)), 3)
        self.assertEqual(told(documents.check_decisions, texts | {"docs/adr/1.md": "`zlib` `wrk` `preact`"}), [])


class Names(unittest.TestCase):
    def found(self, code, **more):
        texts = {"docs/glossario.md": "| palavra | é |\n| --- | --- |\n| lotação | x |\n| município | x |\n", "README.md": "O cadastro de um paciente.",
                 "src/a.cpp": code} | more
        return told(names.check_names, texts)

    def test_a_portuguese_word_is_in_the_glossary(self):
        self.assertEqual(len(self.found("int paciente = 0;")), 1)
        self.assertEqual(len(self.found("struct CadastroNovo {};")), 1)
        self.assertEqual(self.found("struct Lotacao {}; int lotacoes, count_municipios;"), [])

    def test_an_ending_tells_a_word_nobody_wrote(self):
        self.assertEqual(len(self.found("int find_dispensacao();")), 1)

    def test_an_english_word_is_left_alone(self):
        self.assertEqual(self.found("int patient; // paciente paciente\n"), [])
        self.assertEqual(self.found("int paciente = 0; // A paciente, paciente.\n"), [])
        self.assertEqual(self.found("int paciente = 0;", **{"tools/tidy/ingles.txt": "other paciente\n"}), [])

    def test_columns_and_declarations_of_the_browser_count(self):
        self.assertEqual(len(self.found("", **{"db/migrations/0001_a.sql": "CREATE TABLE x (paciente TEXT);"})), 1)
        self.assertEqual(len(self.found("", **{"web/src/a.tsx": "const paciente = <p>cadastro</p>;"})), 1)

    def test_forms_of_a_word(self):
        for word, one in (("lotacoes", "lotacao"), ("perfis", "perfil"), ("profissionais", "profissional"), ("ativas", "ativo"), ("valores", "valor")):
            self.assertIn(one, names.forms(word))


if __name__ == "__main__":
    unittest.main()
