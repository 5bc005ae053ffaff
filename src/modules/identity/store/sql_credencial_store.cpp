// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/sql_credencial_store.hpp"

#include "modules/identity/store/columns.hpp"

namespace aroeira::identity {
namespace {

constexpr db::Query kInsert{"identity.insert_credencial", R"sql(
    INSERT INTO credencial (id, nome, usuario, segredo, municipio, ativa, criada_ms, criada_por, ultimo_uso_ms)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};

constexpr db::Query kFind{"identity.find_credencial", R"sql(
    SELECT id, nome, usuario, segredo, municipio, ativa, criada_ms, criada_por, ultimo_uso_ms, impressao, titular, valido_de_ms, valido_ate_ms
      FROM credencial LEFT JOIN credencial_certificado ON credencial = id WHERE id = $1
)sql"};

constexpr db::Query kFindByUsuario{"identity.find_credencial_by_usuario", R"sql(
    SELECT id, nome, usuario, segredo, municipio, ativa, criada_ms, criada_por, ultimo_uso_ms, impressao, titular, valido_de_ms, valido_ate_ms
      FROM credencial LEFT JOIN credencial_certificado ON credencial = id
     WHERE usuario = $1
)sql"};

constexpr db::Query kList{"identity.list_credenciais", R"sql(
    SELECT id, nome, usuario, segredo, municipio, ativa, criada_ms, criada_por, ultimo_uso_ms, impressao, titular, valido_de_ms, valido_ate_ms
      FROM credencial LEFT JOIN credencial_certificado ON credencial = id
     WHERE ($1 = '' OR municipio = $1)
     ORDER BY id DESC
     LIMIT 1000
)sql"};

constexpr db::Query kFindByCertificado{"identity.find_credencial_by_certificado", R"sql(
    SELECT id, nome, usuario, segredo, municipio, ativa, criada_ms, criada_por, ultimo_uso_ms, impressao, titular, valido_de_ms, valido_ate_ms
      FROM credencial_certificado JOIN credencial ON credencial = id
     WHERE impressao = $1
)sql"};

constexpr db::Query kSetCertificado{"identity.set_credencial_certificado", R"sql(
    INSERT INTO credencial_certificado (credencial, impressao, titular, valido_de_ms, valido_ate_ms, registrado_ms, registrado_por)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (credencial) DO UPDATE
       SET impressao = excluded.impressao, titular = excluded.titular, valido_de_ms = excluded.valido_de_ms,
           valido_ate_ms = excluded.valido_ate_ms, registrado_ms = excluded.registrado_ms, registrado_por = excluded.registrado_por
)sql"};

constexpr db::Query kRemoveCertificado{"identity.remove_credencial_certificado", "DELETE FROM credencial_certificado WHERE credencial = $1"};
constexpr db::Query kInactivate{"identity.inactivate_credencial", "UPDATE credencial SET ativa = 0 WHERE id = $1 AND ativa = 1"};
constexpr db::Query kSetUsed{"identity.set_credencial_used", "UPDATE credencial SET ultimo_uso_ms = $2 WHERE id = $1"};

Credencial credencial_of(const db::Row& row) {
    Credencial credencial{.id = columns::identifier<CredencialId>(row, 0)};
    credencial.nome = row.string(1);
    credencial.usuario = row.string(2);
    credencial.segredo_hash = row.string(3);
    credencial.municipio = columns::optional_identifier<Ibge>(row, 4);
    credencial.ativa = row.flag(5);
    credencial.criada = columns::instant(row, 6);
    credencial.criada_por = row.string(7);
    credencial.ultimo_uso = columns::optional_instant(row, 8);
    if (!row.is_null(9)) credencial.certificado = Certificado{row.string(9), row.string(10), columns::instant(row, 11), columns::instant(row, 12)};
    return credencial;
}

}  // namespace

Result<void> SqlCredencialStore::insert(const Credencial& c) {
    AROEIRA_CHECK(session_.run(kInsert, {c.id, c.nome, c.usuario, c.segredo_hash, c.municipio, c.ativa, to_ms(c.criada),
                                         c.criada_por, columns::ms(c.ultimo_uso)}));
    return {};
}

Result<std::optional<Credencial>> SqlCredencialStore::find(const CredencialId& id) {
    return session_.first(kFind, {id}, credencial_of);
}

Result<std::optional<Credencial>> SqlCredencialStore::find_by_usuario(std::string_view usuario) {
    return session_.first(kFindByUsuario, {usuario}, credencial_of);
}

Result<std::vector<Credencial>> SqlCredencialStore::list(const std::optional<Ibge>& municipio) {
    const std::string_view only = municipio ? municipio->text() : std::string_view();
    return session_.all(kList, {only}, credencial_of);
}

Result<bool> SqlCredencialStore::inactivate(const CredencialId& id) {
    AROEIRA_TRY(const auto rows, session_.run(kInactivate, {id}));
    return rows > 0;
}

Result<std::optional<Credencial>> SqlCredencialStore::find_by_certificado(std::string_view impressao) {
    return session_.first(kFindByCertificado, {impressao}, credencial_of);
}

Result<void> SqlCredencialStore::set_certificado(const CredencialId& id, const Certificado& c, std::string_view by, Instant at) {
    AROEIRA_CHECK(session_.run(kSetCertificado, {id, c.impressao, c.titular, to_ms(c.from), to_ms(c.until), to_ms(at), by}));
    return {};
}

Result<bool> SqlCredencialStore::remove_certificado(const CredencialId& id) {
    AROEIRA_TRY(const auto rows, session_.run(kRemoveCertificado, {id}));
    return rows > 0;
}

Result<void> SqlCredencialStore::set_used(const CredencialId& id, Instant at) {
    AROEIRA_CHECK(session_.run(kSetUsed, {id, to_ms(at)}));
    return {};
}

}  // namespace aroeira::identity
