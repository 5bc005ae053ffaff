# SPDX-License-Identifier: Apache-2.0
import unittest

import layers
from tree import Tree

DEPENDS = {"fichas": {"tabelas", "identity"}, "platform/http": {"json"}}


class IncludeDirection(unittest.TestCase):
    def refused(self, path, included, why=""):
        said = layers.include_problem(path, included, DEPENDS)
        self.assertTrue(said, f"{path} -> {included}")
        self.assertIn(why, said)

    def allowed(self, path, included):
        self.assertEqual(layers.include_problem(path, included, DEPENDS), "")

    def test_domain_reaches_out_to_nothing(self):
        for there in ("modules/fichas/store/sql.hpp", "modules/fichas/http/routes.hpp", "modules/fichas/operations/x.hpp", "platform/db/session.hpp",
                      "platform/http/http.hpp", "platform/jobs/jobs.hpp", "app/config.hpp"):
            self.refused("modules/fichas/domain/ficha.cpp", there)
        self.allowed("modules/fichas/domain/ficha.cpp", "platform/json/json.hpp")

    def test_operations_know_the_port_and_not_the_sql(self):
        self.refused("modules/fichas/operations/receive.cpp", "modules/fichas/store/sql.hpp")
        self.refused("modules/fichas/operations/receive.cpp", "platform/http/http.hpp")
        self.allowed("modules/fichas/operations/receive.cpp", "modules/fichas/domain/ficha_store.hpp")

    def test_operations_ask_other_servers_and_the_domain_does_not(self):
        self.allowed("modules/fichas/operations/send.cpp", "platform/client/client.hpp")
        self.refused("modules/fichas/domain/ficha.cpp", "platform/client/client.hpp")

    def test_http_does_not_reach_the_store(self):
        self.refused("modules/fichas/http/routes.cpp", "modules/fichas/store/sql.hpp")
        self.allowed("modules/fichas/http/routes.cpp", "modules/fichas/operations/receive.hpp")

    def test_a_neighbour_is_entered_by_the_front_door(self):
        self.refused("modules/fichas/operations/receive.cpp", "modules/identity/domain/perfil.hpp", "identity/api/")
        self.refused("modules/fichas/operations/receive.cpp", "modules/identity/module.hpp", "identity/api/")
        self.allowed("modules/fichas/operations/receive.cpp", "modules/identity/api/granted.hpp")

    def test_a_neighbour_is_declared(self):
        self.refused("modules/fichas/operations/receive.cpp", "modules/audit/api/trail.hpp", "DEPENDS")

    def test_a_test_is_put_together_from_real_parts(self):
        self.allowed("modules/fichas/tests/world.hpp", "modules/identity/store/sql.hpp")
        self.allowed("modules/fichas/http/routes_test.cpp", "modules/fichas/tests/world.hpp")
        self.allowed("modules/fichas/http/routes_test.cpp", "tests/support/databases.hpp")
        self.refused("modules/fichas/http/routes_test.cpp", "modules/identity/domain/perfil.hpp")

    def test_what_is_for_tests_stays_in_tests(self):
        self.refused("modules/fichas/http/routes.cpp", "modules/fichas/tests/world.hpp")
        self.refused("app/main.cpp", "tests/support/databases.hpp")

    def test_the_platform_knows_no_module(self):
        self.refused("platform/jobs/queue.cpp", "modules/fichas/api/ficha.hpp")
        self.refused("base/ids.cpp", "platform/json/json.hpp")

    def test_one_technology_uses_another_when_it_says_so(self):
        self.refused("platform/http/server.cpp", "platform/db/session.hpp", "CMakeLists")
        self.allowed("platform/http/openapi.cpp", "platform/json/json.hpp")

    def test_nobody_includes_app(self):
        self.refused("modules/fichas/module.cpp", "app/config.hpp", "app/")
        self.refused("platform/http/server.cpp", "app/config.hpp", "app/")
        self.allowed("app/config_test.cpp", "app/config.hpp")
        self.allowed("app/demo/steps_test.cpp", "tests/support/databases.hpp")
        self.allowed("app/wiring.cpp", "modules/fichas/store/sql.hpp")


CMAKE = {"src/modules/audit/CMakeLists.txt": "aroeira_module(audit DEPENDS)\n",
         "src/modules/fichas/CMakeLists.txt": "# A comment.\naroeira_module(fichas DEPENDS audit LINK other)\n",
         "src/platform/http/CMakeLists.txt": "platform(http aroeira_platform_json OpenSSL::SSL)\n"}


class Tables(unittest.TestCase):
    def test_cmake_is_read(self):
        self.assertEqual(layers.declared(Tree(CMAKE)), {"audit": set(), "fichas": {"audit"}, "platform/http": {"json"}})

    def test_an_include_is_found_with_its_line(self):
        tree = Tree(CMAKE | {"src/modules/audit/domain/x.cpp": '#pragma once\n#include "platform/db/session.hpp"\n'})
        self.assertEqual([str(p) for p in layers.check_includes(tree)],
                         ["src/modules/audit/domain/x.cpp:2: domain não pode incluir platform/db"])

    def test_the_page_says_what_cmake_says(self):
        page = "| `audit` | a trilha | ninguém |\n| `fichas` | as fichas | `audit` |\n"
        self.assertEqual(layers.check_architecture(Tree(CMAKE | {"ARCHITECTURE.md": page})), [])
        for wrong, why in ((page.replace("`audit` |\n", "ninguém |\n"), "fichas usa audit"), (page.split("\n")[1] + "\n", "falta o módulo audit"),
                           (page + "| `gone` | nada | ninguém |\n", "gone não é um módulo")):
            found = layers.check_architecture(Tree(CMAKE | {"ARCHITECTURE.md": wrong}))
            self.assertEqual(len(found), 1)
            self.assertIn(why, found[0].message)


if __name__ == "__main__":
    unittest.main()
