// SPDX-License-Identifier: Apache-2.0
// What is read: the list, a lote, its history and its bytes.
#include "modules/transmission/store/sql_lote_enviado_store.hpp"

#include "modules/transmission/store/named.hpp"

namespace aroeira::transmission {
namespace {

constexpr db::Query kFind{"transmission.find_lote", R"sql(
    SELECT l.id, l.destino, d.nome, l.numero, l.situacao, l.fichas, l.sha256, l.tamanho, l.criado_ms, l.responsavel, l.ator,
           l.enviar_ja, l.enviados, l.recusas, l.causa, l.enviado_ms, l.aceitas, l.rejeitadas, d.ativo, d.endereco,
           d.janela_inicio, d.janela_fim, d.proxima_ms, d.agendada, d.falhas, d.parado, d.causa
      FROM lote_enviado l
      JOIN destino d ON d.id = l.destino
     WHERE l.municipio = $1 AND l.id = $2
)sql"};

constexpr db::Query kList{"transmission.list_lotes", R"sql(
    SELECT l.id, l.destino, d.nome, l.numero, l.situacao, l.fichas, l.sha256, l.tamanho, l.criado_ms, l.responsavel, l.ator,
           l.enviar_ja, l.enviados, l.recusas, l.causa, l.enviado_ms, l.aceitas, l.rejeitadas, d.ativo, d.endereco,
           d.janela_inicio, d.janela_fim, d.proxima_ms, d.agendada, d.falhas, d.parado, d.causa
      FROM lote_enviado l
      JOIN destino d ON d.id = l.destino
     WHERE l.municipio = $1 AND ($2 = '' OR l.situacao = $2)
     ORDER BY l.numero DESC
     LIMIT $3 OFFSET $4
)sql"};

constexpr db::Query kCount{"transmission.count_lotes", R"sql(
    SELECT COUNT(*) FROM lote_enviado WHERE municipio = $1 AND ($2 = '' OR situacao = $2)
)sql"};

constexpr db::Query kHistory{"transmission.history", R"sql(
    SELECT id, ato, instante_ms, responsavel, ator, detalhe
      FROM lote_enviado_historico
     WHERE municipio = $1 AND lote = $2
     ORDER BY instante_ms, id
)sql"};

constexpr db::Query kZip{"transmission.read_zip", R"sql(
    SELECT bytes FROM lote_enviado_parte WHERE municipio = $1 AND lote = $2 ORDER BY parte
)sql"};

std::optional<Instant> instant_of(const db::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return from_ms(row.integer(column));
}

/// The part of a row that tells of its destino, from column 18 on.
void read_destino(const db::Row& row, DestinoDoLote& destino) {
    destino.online = row.flag(18) && !row.text(19).empty();
    if (!row.is_null(20) && !row.is_null(21)) destino.janela = Janela{static_cast<int>(row.integer(20)), static_cast<int>(row.integer(21))};
    destino.tentativas = {instant_of(row, 22), row.flag(23), static_cast<int>(row.integer(24)), row.flag(25), row.string(26)};
}

Result<LoteEnviado> lote_of(const Ibge& municipio, const db::Row& row) {
    AROEIRA_TRY(const auto id, LoteEnviadoId::parse(row.text(0)));
    AROEIRA_TRY(const auto destino, DestinoId::parse(row.text(1)));
    LoteEnviado lote{.id = id, .municipio = municipio, .destino = {.id = destino, .nome = row.string(2)}};
    lote.numero = row.integer(3);
    AROEIRA_TRY(lote.situacao, named(row.text(4), kSituacoesEnvio));
    lote.fichas = row.integer(5);
    lote.sha256 = row.string(6);
    lote.tamanho = row.integer(7);
    lote.criado = from_ms(row.integer(8));
    lote.responsavel = row.string(9);
    lote.ator = row.string(10);
    lote.enviar_ja = row.flag(11);
    lote.enviados = row.integer(12);
    lote.recusas = static_cast<int>(row.integer(13));
    lote.causa = row.string(14);
    lote.enviado = instant_of(row, 15);
    lote.aceitas = row.integer(16);
    lote.rejeitadas = row.integer(17);
    read_destino(row, lote.destino);
    return lote;
}

Result<LinhaDoHistorico> line_of(const db::Row& row) {
    AROEIRA_TRY(const auto id, Uuid::parse(row.text(0)));
    AROEIRA_TRY(const auto ato, named(row.text(1), kAtosDoLote));
    return LinhaDoHistorico{id, ato, from_ms(row.integer(2)), row.string(3), row.string(4), row.string(5)};
}

/// The values, or the first Error among them.
template <class T>
Result<std::vector<T>> together(std::vector<Result<T>> rows) {
    std::vector<T> values;
    for (auto& row : rows) {
        AROEIRA_TRY(auto value, std::move(row));
        values.push_back(std::move(value));
    }
    return values;
}

}  // namespace

Result<LoteEnviado> SqlLoteEnviadoStore::find(const Ibge& municipio, const LoteEnviadoId& lote) {
    AROEIRA_TRY(auto found, session_.first(kFind, {municipio, lote}, [&](const db::Row& row) { return lote_of(municipio, row); }));
    if (!found) return Error{ErrorKind::not_found, "TRANS-0001", "Este lote não existe neste município."};
    return std::move(*found);
}

Result<LotesEnviados> SqlLoteEnviadoStore::list(const Ibge& municipio, const LoteEnviadoFilter& filter) {
    const std::string_view situacao = filter.situacao ? name_of(*filter.situacao) : "";
    AROEIRA_TRY(auto rows, session_.all(kList, {municipio, situacao, filter.page_size, (filter.page - 1) * filter.page_size},
                                        [&](const db::Row& row) { return lote_of(municipio, row); }));
    LotesEnviados page;
    AROEIRA_TRY(page.items, together(std::move(rows)));
    AROEIRA_TRY(const auto total, session_.first(kCount, {municipio, situacao}, [](const db::Row& row) { return row.integer(0); }));
    page.total = total.value_or(0);
    return page;
}

Result<std::vector<LinhaDoHistorico>> SqlLoteEnviadoStore::history(const Ibge& municipio, const LoteEnviadoId& lote) {
    AROEIRA_TRY(auto rows, session_.all(kHistory, {municipio, lote}, line_of));
    return together(std::move(rows));
}

Result<std::string> SqlLoteEnviadoStore::read_zip(const Ibge& municipio, const LoteEnviadoId& lote) {
    std::string zip;
    AROEIRA_CHECK(session_.each(kZip, {municipio, lote}, [&](const db::Row& row) {
        zip += row.blob(0);
        return true;
    }));
    return zip;
}

}  // namespace aroeira::transmission
