// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/store/sql_destino_store.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "modules/transmission/store/named.hpp"

namespace aroeira::transmission {
namespace {

constexpr db::Query kList{"transmission.list_destinos", R"sql(
    SELECT id, nome, origem, endereco, protocolo, usuario, senha IS NOT NULL, ca_pem, janela_inicio, janela_fim, ativo,
           conexao, conexao_detalhe, conexao_ms, proxima_ms, agendada, falhas, parado, causa, certificado
      FROM destino
     WHERE removido = 0 AND ($1 = '' OR id = $1)
)sql"};

constexpr db::Query kInsert{"transmission.insert_destino", R"sql(
    INSERT INTO destino (id, nome, origem, endereco, protocolo, usuario, ca_pem, janela_inicio, janela_fim, ativo)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql"};

constexpr db::Query kInsertFirst{"transmission.insert_first_destino", R"sql(
    INSERT INTO destino (id, nome, origem, endereco, protocolo, usuario, ca_pem, janela_inicio, janela_fim, ativo)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (id) DO NOTHING
)sql"};

constexpr db::Query kUpdate{"transmission.update_destino", R"sql(
    UPDATE destino
       SET nome = $2, endereco = $3, protocolo = $4, usuario = $5, ca_pem = $6, janela_inicio = $7, janela_fim = $8, ativo = $9
     WHERE id = $1 AND removido = 0
)sql"};

constexpr db::Query kSetSenha{"transmission.set_senha", R"sql(
    UPDATE destino SET senha = $2 WHERE id = $1 AND removido = 0
)sql"};

constexpr db::Query kSenha{"transmission.senha", R"sql(
    SELECT senha FROM destino WHERE id = $1 AND removido = 0
)sql"};

constexpr db::Query kSetCertificado{"transmission.set_certificado", R"sql(
    UPDATE destino SET certificado = $2, chave = $3 WHERE id = $1 AND removido = 0
)sql"};

constexpr db::Query kChave{"transmission.chave", R"sql(
    SELECT chave FROM destino WHERE id = $1 AND removido = 0
)sql"};

constexpr db::Query kRemove{"transmission.remove_destino", R"sql(
    UPDATE destino SET removido = 1, ativo = 0, senha = NULL, certificado = '', chave = NULL WHERE id = $1 AND removido = 0
)sql"};

constexpr db::Query kSetConexao{"transmission.set_conexao", R"sql(
    UPDATE destino SET conexao = $2, conexao_detalhe = $3, conexao_ms = $4 WHERE id = $1 AND removido = 0
)sql"};

constexpr db::Query kSetTentativas{"transmission.set_tentativas", R"sql(
    UPDATE destino SET proxima_ms = $2, agendada = $3, falhas = $4, parado = $5, causa = $6 WHERE id = $1 AND removido = 0
)sql"};

Error unknown_destino() { return {ErrorKind::not_found, "TRANS-0010", "Esta instalação não está mais na lista. Abra a lista de novo."}; }

/// One row changed, or there is no such destino.
Result<void> one(const Result<std::int64_t>& changed) {
    AROEIRA_CHECK(changed);
    if (*changed == 0) return unknown_destino();
    return {};
}

std::optional<Instant> instant_of(const db::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return from_ms(row.integer(column));
}
db::Value ms_of(const std::optional<Instant>& at) { return at ? db::Value(to_ms(*at)) : db::Value(); }

Result<Destino> destino_of(const db::Row& row) {
    AROEIRA_TRY(const auto id, DestinoId::parse(row.text(0)));
    Destino destino{.id = id, .nome = row.string(1)};
    AROEIRA_TRY(destino.origem, named(row.text(2), kOrigensDestino));
    destino.endereco = row.string(3);
    AROEIRA_TRY(destino.protocolo, named(row.text(4), kProtocolos));
    destino.usuario = row.string(5);
    destino.tem_senha = row.flag(6);
    destino.ca_pem = row.string(7);
    if (!row.is_null(8) && !row.is_null(9)) destino.janela = Janela{static_cast<int>(row.integer(8)), static_cast<int>(row.integer(9))};
    destino.ativo = row.flag(10);
    AROEIRA_TRY(destino.conexao.situacao, named(row.text(11), kSituacoesConexao));
    destino.conexao.detalhe = row.string(12);
    destino.conexao.em = instant_of(row, 13);
    destino.tentativas = {instant_of(row, 14), row.flag(15), static_cast<int>(row.integer(16)), row.flag(17), row.string(18)};
    destino.certificado_pem = row.string(19);
    return destino;
}

db::Value minutes(const std::optional<Janela>& janela, int Janela::* which) {
    return janela ? db::Value((*janela).*which) : db::Value();
}

}  // namespace

Result<std::vector<Destino>> SqlDestinoStore::list() {
    std::vector<Destino> all;
    Result<void> parsed;
    AROEIRA_CHECK(session_.each(kList, {""}, [&](const db::Row& row) {
        auto destino = destino_of(row);
        if (destino) all.push_back(std::move(*destino));
        else parsed = std::move(destino).error();
        return parsed.has_value();
    }));
    AROEIRA_CHECK(parsed);
    // The engines do not agree on the order of accented letters.
    std::sort(all.begin(), all.end(), [](const Destino& a, const Destino& b) {
        const auto key = [](const Destino& d) { return std::tuple(d.origem != OrigemDestino::nacional, text::fold(d.nome), d.id); };
        return key(a) < key(b);
    });
    return all;
}

Result<Destino> SqlDestinoStore::find(const DestinoId& id) {
    AROEIRA_TRY(auto found, session_.first(kList, {id}, destino_of));
    if (!found) return unknown_destino();
    return std::move(*found);
}

Result<void> SqlDestinoStore::insert(const Destino& destino) { return add(kInsert, destino); }
Result<void> SqlDestinoStore::insert_first(const Destino& destino) { return add(kInsertFirst, destino); }

Result<void> SqlDestinoStore::add(const db::Query& how, const Destino& d) {
    AROEIRA_CHECK(session_.run(how, {d.id, d.nome, name_of(d.origem), d.endereco, name_of(d.protocolo), d.usuario, d.ca_pem,
                                     minutes(d.janela, &Janela::from_minutes), minutes(d.janela, &Janela::until_minutes), d.ativo}));
    return {};
}

Result<void> SqlDestinoStore::update(const Destino& d) {
    return one(session_.run(kUpdate, {d.id, d.nome, d.endereco, name_of(d.protocolo), d.usuario, d.ca_pem,
                                      minutes(d.janela, &Janela::from_minutes), minutes(d.janela, &Janela::until_minutes), d.ativo}));
}

Result<void> SqlDestinoStore::set_senha(const DestinoId& id, std::string_view sealed) {
    return one(session_.run(kSetSenha, {id, sealed.empty() ? db::Value() : db::Value(db::Blob{sealed})}));
}

Result<std::string> SqlDestinoStore::senha(const DestinoId& id) {
    AROEIRA_TRY(auto found, session_.first(kSenha, {id}, [](const db::Row& row) { return std::string(row.blob(0)); }));
    if (!found) return unknown_destino();
    return std::move(*found);
}

Result<void> SqlDestinoStore::set_certificado(const DestinoId& id, std::string_view pem, std::string_view sealed_key) {
    return one(session_.run(kSetCertificado, {id, pem, sealed_key.empty() ? db::Value() : db::Value(db::Blob{sealed_key})}));
}

Result<std::string> SqlDestinoStore::chave(const DestinoId& id) {
    AROEIRA_TRY(auto found, session_.first(kChave, {id}, [](const db::Row& row) { return std::string(row.blob(0)); }));
    if (!found) return unknown_destino();
    return std::move(*found);
}

Result<void> SqlDestinoStore::remove(const DestinoId& id) { return one(session_.run(kRemove, {id})); }

Result<void> SqlDestinoStore::set_conexao(const DestinoId& id, const Conexao& conexao) {
    return one(session_.run(kSetConexao, {id, name_of(conexao.situacao), conexao.detalhe, ms_of(conexao.em)}));
}

Result<void> SqlDestinoStore::set_tentativas(const DestinoId& id, const Tentativas& t) {
    return one(session_.run(kSetTentativas, {id, ms_of(t.proxima), t.agendada, t.falhas, t.parado, t.causa}));
}

}  // namespace aroeira::transmission
