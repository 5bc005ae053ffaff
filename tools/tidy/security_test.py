# SPDX-License-Identifier: Apache-2.0
import unittest

import security
from tree import Tree

IDS = {"tools/tidy/asvs_5_0.txt": "# x\nV1.1.1 1\nV1.1.2 2\nV10.1.1 2\nV10.2.1 1\n", "src/a_test.cpp": ""}
WHOLE = "| V1.1.1 | sim | como | `src/a_test.cpp` |\n| V1.1.2 | parte | até aqui | |\n| V10.* | n/a | não há | |\n"


def told(page):
    return [p.message for p in security.check_asvs(Tree(IDS | {"docs/seguranca.md": page}))]


class Asvs(unittest.TestCase):
    def test_every_requirement_has_its_row_once(self):
        self.assertEqual(told(WHOLE), [])
        self.assertEqual(told(WHOLE.replace("| V1.1.2 | parte | até aqui | |\n", "")), ["falta V1.1.2"])
        self.assertEqual(told(WHOLE + "| V1.1.2 | não | x | |\n"), ["V1.1.2 já está na linha 2"])
        self.assertEqual(told(WHOLE + "| V9.9.9 | não | x | |\n"), ["V9.9.9 não é um requisito dos níveis 1 e 2"])

    def test_a_word_of_its_own_is_told(self):
        self.assertEqual(len(told(WHOLE.replace("parte", "quase"))), 1)

    def test_a_yes_has_its_proof(self):
        self.assertEqual(told(WHOLE.replace("`src/a_test.cpp` ", "")), ["V1.1.1: diz que sim e não diz o que o prova"])

    def test_what_it_names_is_there(self):
        self.assertEqual(told(WHOLE.replace("a_test", "b_test")), ["src/b_test.cpp não existe"])


if __name__ == "__main__":
    unittest.main()
