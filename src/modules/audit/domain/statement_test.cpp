// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/domain/statement.hpp"

#include <doctest/doctest.h>

#include "modules/audit/domain/audited_table.hpp"

using namespace aroeira::audit;
using Columns = std::vector<std::string>;

namespace {
Statement read(std::string_view sql) { return read_statement(sql, [](std::string_view table) { return audited_table(table).key; }); }
}  // namespace

TEST_CASE("[S2-324] what an INSERT writes is read from its text: table, columns, id and município") {
    const auto s = read("\n  INSERT INTO credencial (id, nome, municipio) VALUES ($2, lower($1), $3)");
    CHECK(s.operation == Operation::created);
    CHECK(s.table == "credencial");
    CHECK(s.columns == Columns{"id", "nome", "municipio"});
    CHECK(s.id_parameter == 2);
    CHECK(s.municipio_parameter == 3);
    const auto chosen = read("INSERT INTO equipe (municipio, id, nome) SELECT $1, e.id, 'a, b' FROM outra e WHERE e.x = $2");
    CHECK(chosen.operation == Operation::created);
    CHECK(chosen.municipio_parameter == 1);
    CHECK(chosen.id_parameter == 0);
}

TEST_CASE("[S2-324] an INSERT that updates what is there is a change; one that does nothing is a creation") {
    CHECK(read("INSERT INTO configuracao (municipio, chave, valor) VALUES ('', $1, $2) ON CONFLICT (municipio, chave) DO UPDATE SET valor = $2").operation == Operation::changed);
    CHECK(read("INSERT INTO configuracao (municipio, chave) VALUES ('', $1) ON CONFLICT DO NOTHING").operation == Operation::created);
    CHECK(read("INSERT INTO configuracao (municipio, chave, valor) VALUES ('', $1, $2)").id_parameter == 1);
}

TEST_CASE("[S2-324] what an UPDATE changes, and which row it names") {
    const auto s = read("UPDATE usuario AS u SET nome = $3, falhas = falhas + 1, ativo = CASE WHEN $4 = 1 THEN 1 ELSE 0 END WHERE municipio = $1 AND u.id = $2 AND x < $5 RETURNING id");
    CHECK(s.operation == Operation::changed);
    CHECK(s.table == "usuario");
    CHECK(s.columns == Columns{"nome", "falhas", "ativo"});
    CHECK(s.id_parameter == 2);
    CHECK(s.municipio_parameter == 1);
    CHECK(read("UPDATE equipe SET ativa = 0 WHERE municipio = $1").id_parameter == 0);
    CHECK(read("UPDATE equipe SET ativa = 0 WHERE id IN (SELECT id FROM x WHERE id = $1)").id_parameter == 0);
}

TEST_CASE("[S2-324] a row that is only taken is no change, and a question is none either") {
    CHECK(read("UPDATE evento_cadeia SET ordem = ordem WHERE municipio = $1 RETURNING ordem").operation == Operation::none);
    CHECK(read("SELECT id FROM usuario WHERE id = $1 FOR" " UPDATE").operation == Operation::none);
    CHECK(read("WITH a AS (SELECT 1 AS update) SELECT * FROM a").operation == Operation::none);
    CHECK(read("").operation == Operation::none);
    CHECK(read("CREATE TABLE x (id TEXT)").operation == Operation::none);
}

TEST_CASE("[S2-324] a DELETE, and what comes after a WITH") {
    const auto s = read("WITH velhos AS (SELECT id FROM equipe WHERE (a = 'DELETE FROM')) DELETE FROM equipe WHERE id = $1 -- and nothing more");
    CHECK(s.operation == Operation::removed);
    CHECK(s.table == "equipe");
    CHECK(s.columns.empty());
    CHECK(s.id_parameter == 1);
}
