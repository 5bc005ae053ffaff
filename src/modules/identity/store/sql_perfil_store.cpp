// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/sql_perfil_store.hpp"

#include "base/text.hpp"
#include "modules/identity/store/columns.hpp"

namespace aroeira::identity {
namespace {

// The município's own row comes before that of the installation.
constexpr db::Query kFind{"identity.find_perfil", R"sql(
    SELECT municipio, id, nome, tipo, tipo_acesso, padrao, editado, versao, ativo FROM perfil
     WHERE id = $2 AND (municipio = $1 OR municipio = '')
     ORDER BY municipio DESC LIMIT 1
)sql"};

constexpr db::Query kInsert{"identity.insert_perfil", R"sql(
    INSERT INTO perfil (municipio, id, nome, nome_busca, tipo, tipo_acesso, padrao, editado, ativo, versao)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql"};

constexpr db::Query kUpdate{"identity.update_perfil", R"sql(
    UPDATE perfil
       SET nome = $4, nome_busca = $5, tipo = $6, tipo_acesso = $7, editado = $8, ativo = $9, versao = versao + 1
     WHERE municipio = $1 AND id = $2 AND versao = $3
)sql"};

constexpr db::Query kRecursos{"identity.recursos_of_perfil", R"sql(
    SELECT recurso, ativo FROM perfil_recurso WHERE municipio = $1 AND perfil = $2 ORDER BY recurso
)sql"};

constexpr db::Query kPutRecurso{"identity.put_recurso", R"sql(
    INSERT INTO perfil_recurso (municipio, perfil, recurso, ativo) VALUES ($1, $2, $3, $4)
    ON CONFLICT (municipio, perfil, recurso) DO UPDATE SET ativo = excluded.ativo
)sql"};

// At most one per município, and read once, when a version starts.
constexpr db::Query kEdited{"identity.edited_perfis", R"sql(
    SELECT municipio, id, nome, tipo, tipo_acesso, padrao, editado, versao, ativo FROM perfil
     WHERE id = $1 AND padrao = 1 AND editado = 1 ORDER BY municipio
)sql"};

std::string_view owner(const Perfil& perfil) { return perfil.municipio ? perfil.municipio->text() : std::string_view(); }

Perfil perfil_of(const db::Row& row) {
    Perfil perfil = columns::perfil(row, 0).value();
    perfil.ativo = row.flag(8);
    return perfil;
}

}  // namespace

Result<std::optional<Perfil>> SqlPerfilStore::find(const std::optional<Ibge>& municipio, std::string_view id) {
    return session_.first(kFind, {municipio ? municipio->text() : std::string_view(), id}, perfil_of);
}

Result<void> SqlPerfilStore::insert(const Perfil& p) {
    AROEIRA_CHECK(session_.run(kInsert, {owner(p), p.id, p.nome, text::fold(p.nome), code_of(p.tipo), code_of(p.acesso), p.padrao,
                                         p.editado, p.ativo, p.versao}));
    return {};
}

Result<bool> SqlPerfilStore::update(const Perfil& p) {
    AROEIRA_TRY(const auto rows, session_.run(kUpdate, {owner(p), p.id, p.versao, p.nome, text::fold(p.nome), code_of(p.tipo),
                                                        code_of(p.acesso), p.editado, p.ativo}));
    return rows > 0;
}

Result<std::vector<KeptRecurso>> SqlPerfilStore::recursos(const Perfil& perfil) {
    return session_.all(kRecursos, {owner(perfil), perfil.id}, [](const db::Row& row) { return KeptRecurso{row.string(0), row.flag(1)}; });
}

Result<void> SqlPerfilStore::put_recursos(const Perfil& perfil, std::span<const KeptRecurso> recursos) {
    for (const auto& one : recursos) AROEIRA_CHECK(session_.run(kPutRecurso, {owner(perfil), perfil.id, one.caminho, one.ativo}));
    return {};
}

Result<std::vector<Perfil>> SqlPerfilStore::edited(std::string_view id) { return session_.all(kEdited, {id}, perfil_of); }

}  // namespace aroeira::identity
