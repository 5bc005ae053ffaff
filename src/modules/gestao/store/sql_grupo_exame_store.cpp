// SPDX-License-Identifier: Apache-2.0
#include "modules/gestao/store/sql_grupo_exame_store.hpp"

#include "base/text.hpp"
#include "modules/gestao/store/page_of.hpp"

namespace aroeira::gestao {
namespace {

constexpr db::Query kList{"gestao.list_grupos", R"sql(
    SELECT id, nome, versao, busca FROM grupo_exame WHERE municipio = $1 ORDER BY busca, id
)sql"};

constexpr db::Query kFind{"gestao.find_grupo", "SELECT id, nome, versao FROM grupo_exame WHERE municipio = $1 AND id = $2"};

constexpr db::Query kExames{"gestao.exames_of", R"sql(
    SELECT procedimento FROM grupo_exame_item WHERE municipio = $1 AND grupo = $2 ORDER BY procedimento
)sql"};

constexpr db::Query kInsert{"gestao.insert_grupo", R"sql(
    INSERT INTO grupo_exame (municipio, id, nome, busca, versao) VALUES ($1, $2, $3, $4, $5)
)sql"};

constexpr db::Query kUpdate{"gestao.update_grupo", R"sql(
    UPDATE grupo_exame SET nome = $3, busca = $4, versao = versao + 1 WHERE municipio = $1 AND id = $2 AND versao = $5
)sql"};

constexpr db::Query kForget{"gestao.forget_exames", "DELETE FROM grupo_exame_item WHERE municipio = $1 AND grupo = $2"};

constexpr db::Query kAdd{"gestao.add_exame", R"sql(
    INSERT INTO grupo_exame_item (municipio, grupo, procedimento) VALUES ($1, $2, $3)
)sql"};

constexpr db::Query kRemove{"gestao.remove_grupo", "DELETE FROM grupo_exame WHERE municipio = $1 AND id = $2"};

GrupoExame grupo_of(const db::Row& row) { return {GrupoExameId::parse(row.text(0)).value(), row.string(1), {}, row.integer(2)}; }

}  // namespace

Result<PageOfThings<GrupoExame>> SqlGrupoExameStore::list(const Ibge& municipio, std::string_view busca, const PageOf& page) {
    constexpr int kBusca = 3;
    AROEIRA_TRY(auto found, page_of<GrupoExame>(session_, kList, municipio, kBusca, busca, page, grupo_of));
    for (auto& grupo : found.items) AROEIRA_CHECK(read_exames(municipio, grupo));
    return found;
}

Result<std::optional<GrupoExame>> SqlGrupoExameStore::find(const Ibge& municipio, const GrupoExameId& id) {
    AROEIRA_TRY(auto found, session_.first(kFind, {municipio, id}, grupo_of));
    if (found) AROEIRA_CHECK(read_exames(municipio, *found));
    return found;
}

Result<void> SqlGrupoExameStore::insert(const Ibge& municipio, const GrupoExame& grupo) {
    AROEIRA_CHECK(session_.run(kInsert, {municipio, grupo.id, grupo.nome, text::fold(grupo.nome), grupo.versao}));
    return put_exames(municipio, grupo);
}

Result<bool> SqlGrupoExameStore::update(const Ibge& municipio, const GrupoExame& grupo) {
    AROEIRA_TRY(const auto rows, session_.run(kUpdate, {municipio, grupo.id, grupo.nome, text::fold(grupo.nome), grupo.versao}));
    if (rows == 0) return false;
    AROEIRA_CHECK(session_.run(kForget, {municipio, grupo.id}));
    AROEIRA_CHECK(put_exames(municipio, grupo));
    return true;
}

Result<bool> SqlGrupoExameStore::remove(const Ibge& municipio, const GrupoExameId& id) {
    AROEIRA_CHECK(session_.run(kForget, {municipio, id}));
    AROEIRA_TRY(const auto rows, session_.run(kRemove, {municipio, id}));
    return rows > 0;
}

Result<void> SqlGrupoExameStore::read_exames(const Ibge& municipio, GrupoExame& grupo) {
    AROEIRA_TRY(grupo.exames, session_.all(kExames, {municipio, grupo.id}, [](const db::Row& row) { return row.string(0); }));
    return {};
}

Result<void> SqlGrupoExameStore::put_exames(const Ibge& municipio, const GrupoExame& grupo) {
    for (const auto& exame : grupo.exames) AROEIRA_CHECK(session_.run(kAdd, {municipio, grupo.id, exame}));
    return {};
}

}  // namespace aroeira::gestao
