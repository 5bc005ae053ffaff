// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/columns.hpp"
#include "modules/identity/store/sql_sessao_store.hpp"

namespace aroeira::identity {
namespace {

constexpr db::Query kInsert{"identity.insert_sessao", R"sql(
    INSERT INTO sessao (token, tipo, usuario, credencial, acesso, csrf, endereco, criada_ms, vista_ms, expira_ms,
                        inatividade_ms, acesso_anterior_ms, falhas_anteriores, falta_codigo)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
)sql"};

// Every request passes here: primary keys only.
constexpr db::Query kFind{"identity.find_sessao", R"sql(
    SELECT s.token, s.usuario, s.credencial, s.csrf, s.endereco, s.criada_ms, s.vista_ms, s.expira_ms, s.inatividade_ms,
           s.acesso_anterior_ms, s.falhas_anteriores,
           COALESCE(u.nome, c.nome), COALESCE(u.ativo, c.ativa), u.trocar_senha, c.municipio,
           a.id, a.municipio, a.lotacao, COALESCE(m.ativo, p.ativo),
           COALESCE(m.municipio, p.municipio), a.perfil, COALESCE(m.nome, p.nome), COALESCE(m.tipo, p.tipo),
           COALESCE(m.tipo_acesso, p.tipo_acesso), COALESCE(m.padrao, p.padrao), COALESCE(m.editado, p.editado),
           COALESCE(m.versao, p.versao), s.falta_codigo, u.termo
      FROM sessao s
      LEFT JOIN usuario u ON u.id = s.usuario
      LEFT JOIN credencial c ON c.id = s.credencial
      LEFT JOIN acesso a ON a.id = s.acesso AND a.usuario = s.usuario AND a.ativo = 1
      LEFT JOIN perfil m ON m.municipio = a.municipio AND m.id = a.perfil
      LEFT JOIN perfil p ON p.municipio = '' AND p.id = a.perfil
     WHERE s.token = $1
)sql"};

constexpr db::Query kRotate{"identity.rotate_sessao", R"sql(
    UPDATE sessao SET token = $2, csrf = $3, acesso = $4, vista_ms = $5, falta_codigo = $6 WHERE token = $1
)sql"};

constexpr db::Query kListOfUsuario{"identity.list_sessoes", R"sql(
    SELECT token, endereco, criada_ms, vista_ms, expira_ms, inatividade_ms FROM sessao WHERE usuario = $1
     ORDER BY criada_ms DESC, token LIMIT 100
)sql"};

constexpr db::Query kRemove{"identity.remove_sessao", "DELETE FROM sessao WHERE token = $1"};
constexpr db::Query kRemoveOthers{"identity.remove_other_sessoes", "DELETE FROM sessao WHERE usuario = $1 AND token <> $2"};
constexpr db::Query kRemoveOfCredencial{"identity.remove_sessoes_of_credencial", "DELETE FROM sessao WHERE credencial = $1"};

constexpr db::Query kTrimUsuario{"identity.trim_sessoes_of_usuario", R"sql(
    DELETE FROM sessao
     WHERE usuario = $1
       AND token NOT IN (SELECT token FROM sessao WHERE usuario = $1 ORDER BY criada_ms DESC, token LIMIT $2)
)sql"};

constexpr db::Query kTrimCredencial{"identity.trim_sessoes_of_credencial", R"sql(
    DELETE FROM sessao
     WHERE credencial = $1
       AND token NOT IN (SELECT token FROM sessao WHERE credencial = $1 ORDER BY criada_ms DESC, token LIMIT $2)
)sql"};

constexpr db::Query kSweep{"identity.sweep_sessoes", "DELETE FROM sessao WHERE expira_ms < $1"};
constexpr db::Query kSetSeen{"identity.set_seen", "UPDATE sessao SET vista_ms = $2 WHERE token = $1 AND vista_ms < $2"};

Sessao sessao_of(const db::Row& row) {
    Sessao sessao;
    sessao.token_hash = row.string(0);
    sessao.usuario = columns::optional_identifier<UsuarioId>(row, 1);
    sessao.credencial = columns::optional_identifier<CredencialId>(row, 2);
    sessao.csrf = row.string(3);
    sessao.endereco = row.string(4);
    sessao.criada = columns::instant(row, 5);
    sessao.vista = columns::instant(row, 6);
    sessao.expira = columns::instant(row, 7);
    sessao.inatividade = std::chrono::milliseconds(row.integer(8));
    sessao.acesso_anterior = columns::optional_instant(row, 9);
    sessao.falhas_anteriores = row.integer(10);
    sessao.nome = row.string(11);
    sessao.ativo = row.flag(12);
    sessao.trocar_senha = row.flag(13);
    sessao.falta_codigo = row.flag(27);
    sessao.termo = row.integer(28);
    sessao.municipio_da_credencial = columns::optional_identifier<Ibge>(row, 14);
    if (auto perfil = columns::perfil(row, 19); perfil && row.flag(18) && sessao.usuario)
        sessao.acesso = Acesso{columns::identifier<AcessoId>(row, 15), *sessao.usuario, perfil->id,
                               columns::optional_identifier<Ibge>(row, 16), row.optional_string(17), std::move(*perfil)};
    return sessao;
}

std::optional<AcessoId> acesso_id(const Sessao& sessao) {
    if (!sessao.acesso) return std::nullopt;
    return sessao.acesso->id;
}

}  // namespace

Result<void> SqlSessaoStore::insert(const Sessao& s) {
    AROEIRA_CHECK(session_.run(kInsert, {s.token_hash, s.usuario ? "pessoa" : "credencial", s.usuario, s.credencial,
                                         acesso_id(s), s.csrf, s.endereco, to_ms(s.criada), to_ms(s.vista), to_ms(s.expira),
                                         s.inatividade.count(), columns::ms(s.acesso_anterior), s.falhas_anteriores, s.falta_codigo}));
    return {};
}

Result<std::optional<Sessao>> SqlSessaoStore::find(std::string_view token_hash) {
    return session_.first(kFind, {token_hash}, sessao_of);
}

Result<bool> SqlSessaoStore::rotate(std::string_view token_hash, const Sessao& renewed) {
    AROEIRA_TRY(const auto rows, session_.run(kRotate, {token_hash, renewed.token_hash, renewed.csrf, acesso_id(renewed),
                                                        to_ms(renewed.vista), renewed.falta_codigo}));
    return rows > 0;
}

Result<bool> SqlSessaoStore::remove(std::string_view token_hash) {
    AROEIRA_TRY(const auto rows, session_.run(kRemove, {token_hash}));
    return rows > 0;
}

Result<void> SqlSessaoStore::remove_others(const UsuarioId& usuario, std::string_view keep_token_hash) {
    AROEIRA_CHECK(session_.run(kRemoveOthers, {usuario, keep_token_hash}));
    return {};
}

Result<void> SqlSessaoStore::remove_of_credencial(const CredencialId& credencial) {
    AROEIRA_CHECK(session_.run(kRemoveOfCredencial, {credencial}));
    return {};
}

Result<std::vector<Sessao>> SqlSessaoStore::list(const UsuarioId& usuario) {
    return session_.all(kListOfUsuario, {usuario}, [&](const db::Row& row) {
        Sessao sessao;
        sessao.token_hash = row.string(0);
        sessao.usuario = usuario;
        sessao.endereco = row.string(1);
        sessao.criada = columns::instant(row, 2);
        sessao.vista = columns::instant(row, 3);
        sessao.expira = columns::instant(row, 4);
        sessao.inatividade = std::chrono::milliseconds(row.integer(5));
        return sessao;
    });
}

Result<void> SqlSessaoStore::trim(const Sessao& newest, std::int64_t keep, Instant now) {
    if (newest.usuario) {
        AROEIRA_CHECK(session_.run(kTrimUsuario, {*newest.usuario, keep}));
    } else if (newest.credencial) {
        AROEIRA_CHECK(session_.run(kTrimCredencial, {*newest.credencial, keep}));
    }
    // Those of the last day stay, so that who comes back is told that the session ended.
    AROEIRA_CHECK(session_.run(kSweep, {to_ms(now - std::chrono::days(1))}));
    return {};
}

Result<void> SqlSessaoStore::set_seen(std::string_view token_hash, Instant at) {
    AROEIRA_CHECK(session_.run(kSetSeen, {token_hash, to_ms(at)}));
    return {};
}

}  // namespace aroeira::identity
