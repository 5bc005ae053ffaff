// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/store/sql_importacao_store.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr db::Query kInsert{"importacao.insert",
    "INSERT INTO cnes_importacao (municipio, id, arquivo, sha256, tamanho, simulada, situacao, mensagem, versao, data_arquivo, "
    "responsavel, ator, trabalho, iniciada_ms, relatorio) VALUES ($1, $2, $3, $4, $5, $6, 'aguardando', '', '', '', $7, $8, '', $9, '')"};
constexpr db::Query kInsertParte{"importacao.insert_parte",
    "INSERT INTO cnes_importacao_parte (municipio, importacao, parte, bytes) VALUES ($1, $2, $3, $4)"};
constexpr db::Query kPartes{"importacao.partes",
    "SELECT bytes FROM cnes_importacao_parte WHERE municipio = $1 AND importacao = $2 ORDER BY parte"};
constexpr db::Query kDeletePartes{"importacao.delete_partes", "DELETE FROM cnes_importacao_parte WHERE municipio = $1 AND importacao = $2"};
constexpr db::Query kSetTrabalho{"importacao.set_trabalho", "UPDATE cnes_importacao SET trabalho = $3 WHERE municipio = $1 AND id = $2"};
constexpr db::Query kSetExecutando{"importacao.set_executando",
    "UPDATE cnes_importacao SET situacao = 'executando' WHERE municipio = $1 AND id = $2 AND situacao = 'aguardando'"};
constexpr db::Query kConclude{"importacao.conclude",
    "UPDATE cnes_importacao SET situacao = $3, mensagem = $4, versao = $5, data_arquivo = $6, concluida_ms = $7, relatorio = $8 "
    "WHERE municipio = $1 AND id = $2 AND situacao IN ('aguardando', 'executando')"};
constexpr db::Query kCancel{"importacao.cancel",
    "UPDATE cnes_importacao SET situacao = 'cancelada', concluida_ms = $3 "
    "WHERE municipio = $1 AND trabalho = $2 AND situacao IN ('aguardando', 'executando') RETURNING id"};

constexpr db::Query kEndAbandoned{"importacao.end_abandoned",
    "UPDATE cnes_importacao SET situacao = 'falhou', mensagem = $3, concluida_ms = $4 "
    "WHERE municipio = $1 AND id <> $2 AND situacao IN ('aguardando', 'executando')"};
constexpr db::Query kDeleteOtherPartes{"importacao.delete_other_partes",
    "DELETE FROM cnes_importacao_parte WHERE municipio = $1 AND importacao <> $2"};

#define COLUMNS                                                                                                      \
    "municipio, id, arquivo, sha256, tamanho, simulada, situacao, mensagem, versao, data_arquivo, responsavel, ator, " \
    "trabalho, iniciada_ms, concluida_ms"
constexpr db::Query kFind{"importacao.find", "SELECT " COLUMNS ", relatorio FROM cnes_importacao WHERE municipio = $1 AND id = $2"};
constexpr db::Query kFindAny{"importacao.find_any", "SELECT " COLUMNS ", relatorio FROM cnes_importacao WHERE id = $1"};
constexpr db::Query kList{"importacao.list",
    "SELECT " COLUMNS ", '' FROM cnes_importacao WHERE municipio = $1 ORDER BY iniciada_ms DESC, id DESC LIMIT $2"};
constexpr db::Query kListAll{"importacao.list_all",
    "SELECT " COLUMNS ", '' FROM cnes_importacao ORDER BY iniciada_ms DESC, id DESC LIMIT $1"};
#undef COLUMNS

Result<Importacao> importacao_of(const db::Row& row) {
    AROEIRA_TRY(const auto municipio, Ibge::parse(row.text(0)));
    AROEIRA_TRY(const auto id, ImportacaoId::parse(row.text(1)));
    Importacao one{.id = id, .municipio = municipio};
    one.arquivo = row.string(2);
    one.sha256 = row.string(3);
    one.tamanho = row.integer(4);
    one.simulada = row.flag(5);
    one.situacao = situacao_of(row.text(6));
    one.mensagem = row.string(7);
    one.versao = row.string(8);
    one.data_arquivo = row.string(9);
    one.responsavel = row.string(10);
    one.ator = row.string(11);
    one.trabalho = row.string(12);
    one.iniciada = from_ms(row.integer(13));
    if (const auto ended = row.optional_integer(14)) one.concluida = from_ms(*ended);
    one.relatorio = row.string(15);
    return one;
}

}  // namespace

Result<void> SqlImportacaoStore::insert(const Importacao& one) {
    AROEIRA_CHECK(session_.run(kInsert, {one.municipio, one.id.text(), one.arquivo, one.sha256, one.tamanho, one.simulada,
                                         one.responsavel, one.ator, to_ms(one.iniciada)}));
    return {};
}

Result<void> SqlImportacaoStore::insert_parte(const Importacao& one, int parte, std::string_view bytes) {
    AROEIRA_CHECK(session_.run(kInsertParte, {one.municipio, one.id.text(), parte, db::Blob{bytes}}));
    return {};
}

Result<std::string> SqlImportacaoStore::read_partes(const Ibge& municipio, const ImportacaoId& id) {
    std::string whole;
    AROEIRA_CHECK(session_.each(kPartes, {municipio, id.text()}, [&](const db::Row& row) {
        whole += row.blob(0);
        return true;
    }));
    return whole;
}

Result<void> SqlImportacaoStore::set_trabalho(const Ibge& municipio, const ImportacaoId& id, std::string_view trabalho) {
    AROEIRA_CHECK(session_.run(kSetTrabalho, {municipio, id.text(), trabalho}));
    return {};
}

Result<void> SqlImportacaoStore::set_executando(const Ibge& municipio, const ImportacaoId& id) {
    AROEIRA_CHECK(session_.run(kSetExecutando, {municipio, id.text()}));
    return {};
}

Result<void> SqlImportacaoStore::conclude(const Importacao& one) {
    const db::Value ended = one.concluida ? db::Value(to_ms(*one.concluida)) : db::Value();
    AROEIRA_TRY(const auto changed, session_.run(kConclude, {one.municipio, one.id.text(), name_of(one.situacao), one.mensagem,
                                                             one.versao, one.data_arquivo, ended, one.relatorio}));
    if (changed == 0)
        return Error{ErrorKind::conflict, "CNES-0012", "A importação já tinha terminado ou foi cancelada. Nada foi alterado."};
    AROEIRA_CHECK(session_.run(kDeletePartes, {one.municipio, one.id.text()}));
    return {};
}

Result<std::optional<ImportacaoId>> SqlImportacaoStore::cancel(const Ibge& municipio, std::string_view trabalho, Instant at) {
    AROEIRA_TRY(const auto text, session_.first(kCancel, {municipio, trabalho, to_ms(at)}, [](const db::Row& row) { return row.string(0); }));
    if (!text) return std::optional<ImportacaoId>();
    AROEIRA_TRY(const auto id, ImportacaoId::parse(*text));
    AROEIRA_CHECK(session_.run(kDeletePartes, {municipio, id.text()}));
    return std::optional(id);
}

Result<void> SqlImportacaoStore::end_abandoned(const Importacao& current) {
    AROEIRA_CHECK(session_.run(kEndAbandoned, {current.municipio, current.id.text(),
                                               "A importação não pôde ser terminada e foi abandonada. Nada foi alterado.", to_ms(current.iniciada)}));
    AROEIRA_CHECK(session_.run(kDeleteOtherPartes, {current.municipio, current.id.text()}));
    return {};
}

Result<Importacao> SqlImportacaoStore::find(const std::optional<Ibge>& municipio, const ImportacaoId& id) {
    const auto make = [](const db::Row& row) { return importacao_of(row); };
    AROEIRA_TRY(auto found, municipio ? session_.first(kFind, {*municipio, id.text()}, make) : session_.first(kFindAny, {id.text()}, make));
    if (!found) return Error{ErrorKind::not_found, "CNES-0010", "Esta importação não existe neste município."};
    return std::move(*found);
}

Result<std::vector<Importacao>> SqlImportacaoStore::list(const std::optional<Ibge>& municipio, int limit) {
    const auto make = [](const db::Row& row) { return importacao_of(row); };
    AROEIRA_TRY(auto rows, municipio ? session_.all(kList, {*municipio, limit}, make) : session_.all(kListAll, {limit}, make));
    std::vector<Importacao> list;
    for (auto& row : rows) {
        AROEIRA_TRY(auto one, std::move(row));
        list.push_back(std::move(one));
    }
    return list;
}

}  // namespace aroeira::estabelecimentos
