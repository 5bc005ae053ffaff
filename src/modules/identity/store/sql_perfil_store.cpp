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

// What a município edited stands for the one of the installation, also when it made it inactive.
constexpr db::Query kOffered{"identity.offered_perfis", R"sql(
    SELECT municipio, id, nome, tipo, tipo_acesso, padrao, editado, versao, ativo FROM perfil p
     WHERE p.tipo_acesso = $2 AND p.ativo = 1
       AND (p.municipio = $1 OR (p.municipio = '' AND NOT EXISTS (SELECT 1 FROM perfil o WHERE o.municipio = $1 AND o.id = p.id)))
     ORDER BY nome_busca, id LIMIT $3
)sql"};

// At most one per município, and read once, when a version starts.
constexpr db::Query kEdited{"identity.edited_perfis", R"sql(
    SELECT municipio, id, nome, tipo, tipo_acesso, padrao, editado, versao, ativo FROM perfil
     WHERE id = $1 AND padrao = 1 AND editado = 1 ORDER BY municipio
)sql"};

// $3: -1 for both. A part of the name is looked for without LIKE, which the engines read differently.
constexpr db::Query kList{"identity.list_perfis", R"sql(
    SELECT p.municipio, p.id, p.nome, p.tipo, p.tipo_acesso, p.padrao, p.editado, p.versao, p.ativo FROM perfil p
     WHERE (p.municipio = $1
            OR p.municipio = '' AND NOT EXISTS (SELECT 1 FROM perfil m WHERE m.municipio = $1 AND m.id = p.id))
       AND ($2 = '' OR replace(p.nome_busca, $2, '') <> p.nome_busca)
       AND ($3 = -1 OR p.ativo = $3)
     ORDER BY p.nome_busca, p.id LIMIT 30 OFFSET $4
)sql"};

constexpr db::Query kCount{"identity.count_perfis", R"sql(
    SELECT count(*) FROM perfil p
     WHERE (p.municipio = $1
            OR p.municipio = '' AND NOT EXISTS (SELECT 1 FROM perfil m WHERE m.municipio = $1 AND m.id = p.id))
       AND ($2 = '' OR replace(p.nome_busca, $2, '') <> p.nome_busca)
       AND ($3 = -1 OR p.ativo = $3)
)sql"};

constexpr db::Query kNameTaken{"identity.perfil_name_taken", R"sql(
    SELECT 1 FROM perfil WHERE municipio IN ($1, '') AND nome_busca = $2 AND id <> $3 LIMIT 1
)sql"};

constexpr db::Query kUsers{"identity.count_usuarios_of_perfil", R"sql(
    SELECT count(DISTINCT usuario) FROM acesso WHERE perfil = $2 AND municipio = $1 AND ativo = 1
)sql"};

constexpr db::Query kUserNames{"identity.usuarios_of_perfil", R"sql(
    SELECT DISTINCT u.nome, u.id FROM acesso a JOIN usuario u ON u.id = a.usuario
     WHERE a.perfil = $2 AND a.municipio = $1 AND a.ativo = 1 ORDER BY u.nome, u.id LIMIT 5
)sql"};

constexpr db::Query kRemoveRecursos{"identity.remove_recursos", "DELETE FROM perfil_recurso WHERE municipio = $1 AND perfil = $2"};
constexpr db::Query kRemove{"identity.remove_perfil", "DELETE FROM perfil WHERE municipio = $1 AND id = $2 AND versao = $3"};

std::string_view owner(const Perfil& perfil) { return perfil.municipio ? perfil.municipio->text() : std::string_view(); }

constexpr int kPerfisOffered = 500;

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

Result<PerfilPage> SqlPerfilStore::list(const Ibge& municipio, const PerfilFilter& filter) {
    const std::int64_t ativo = filter.ativo ? (*filter.ativo ? 1 : 0) : -1;
    PerfilPage page;
    AROEIRA_TRY(page.itens, session_.all(kList, {municipio, filter.busca, ativo, (filter.page - 1) * kPerfisPerPage}, perfil_of));
    AROEIRA_TRY(const auto total, session_.first(kCount, {municipio, filter.busca, ativo}, [](const db::Row& row) { return row.integer(0); }));
    page.total = total.value_or(0);
    return page;
}

Result<bool> SqlPerfilStore::name_taken(const Ibge& municipio, std::string_view nome, std::string_view but_id) {
    AROEIRA_TRY(const auto one, session_.first(kNameTaken, {municipio, text::fold(nome), but_id}, [](const db::Row&) { return true; }));
    return one.has_value();
}

Result<PerfilUse> SqlPerfilStore::use_of(const Ibge& municipio, std::string_view id) {
    PerfilUse use;
    AROEIRA_TRY(const auto usuarios, session_.first(kUsers, {municipio, id}, [](const db::Row& row) { return row.integer(0); }));
    use.usuarios = usuarios.value_or(0);
    AROEIRA_TRY(use.nomes, session_.all(kUserNames, {municipio, id}, [](const db::Row& row) { return row.string(0); }));
    return use;
}

Result<bool> SqlPerfilStore::remove(const Perfil& p) {
    AROEIRA_CHECK(session_.run(kRemoveRecursos, {owner(p), p.id}));
    AROEIRA_TRY(const auto rows, session_.run(kRemove, {owner(p), p.id, p.versao}));
    return rows > 0;
}

Result<std::vector<Perfil>> SqlPerfilStore::offered(const std::optional<Ibge>& municipio, TipoAcesso acesso) {
    return session_.all(kOffered, {municipio ? municipio->text() : std::string_view(), code_of(acesso), kPerfisOffered}, perfil_of);
}

Result<std::vector<Perfil>> SqlPerfilStore::edited(std::string_view id) { return session_.all(kEdited, {id}, perfil_of); }

}  // namespace aroeira::identity
