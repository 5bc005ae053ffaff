// SPDX-License-Identifier: Apache-2.0
// Lotes: their bytes, their counters, their list.
#include "modules/fichas/store/sql_ficha_store.hpp"

namespace aroeira::fichas {
namespace {

constexpr db::Query kInsertLote{"fichas.insert_lote", R"sql(
    INSERT INTO lote_recebido (municipio, id, canal, arquivo, sha256, tamanho, responsavel, ator, numero, situacao,
                               mensagem, trabalho, entradas, recebido_ms, remetente, numero_remetente)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
)sql"};

constexpr db::Query kInsertPart{"fichas.insert_part", R"sql(
    INSERT INTO lote_parte (municipio, lote, parte, bytes) VALUES ($1, $2, $3, $4)
)sql"};

constexpr db::Query kReadParts{"fichas.read_parts", R"sql(
    SELECT bytes FROM lote_parte WHERE municipio = $1 AND lote = $2 ORDER BY parte
)sql"};

constexpr db::Query kDeleteParts{"fichas.delete_parts", R"sql(
    DELETE FROM lote_parte WHERE municipio = $1 AND lote = $2
)sql"};

constexpr db::Query kFindLote{"fichas.find_lote", R"sql(
    SELECT id, canal, arquivo, sha256, tamanho, responsavel, ator, numero, situacao, mensagem, trabalho, entradas,
           recebidas, validas, invalidas, ilegiveis, repetidas, recebido_ms, processado_ms, remetente, numero_remetente
      FROM lote_recebido
     WHERE municipio = $1 AND id = $2
)sql"};

constexpr db::Query kFindOnline{"fichas.find_online", R"sql(
    SELECT id, canal, arquivo, sha256, tamanho, responsavel, ator, numero, situacao, mensagem, trabalho, entradas,
           recebidas, validas, invalidas, ilegiveis, repetidas, recebido_ms, processado_ms, remetente, numero_remetente
      FROM lote_recebido
     WHERE municipio = $1 AND canal = 'online' AND ator = $2 AND recebido_ms >= $3 AND remetente = ''
     ORDER BY recebido_ms DESC
     LIMIT 1
)sql"};

constexpr db::Query kListLotes{"fichas.list_lotes", R"sql(
    SELECT id, canal, arquivo, sha256, tamanho, responsavel, ator, numero, situacao, mensagem, trabalho, entradas,
           recebidas, validas, invalidas, ilegiveis, repetidas, recebido_ms, processado_ms, remetente, numero_remetente
      FROM lote_recebido
     WHERE municipio = $1 AND ($2 = '' OR canal = $2) AND ($3 = '' OR situacao = $3)
     ORDER BY recebido_ms DESC, id DESC
     LIMIT $4 OFFSET $5
)sql"};

constexpr db::Query kCountLotes{"fichas.count_lotes", R"sql(
    SELECT COUNT(*) FROM lote_recebido
     WHERE municipio = $1 AND ($2 = '' OR canal = $2) AND ($3 = '' OR situacao = $3)
)sql"};

constexpr db::Query kSetJob{"fichas.set_job", R"sql(
    UPDATE lote_recebido SET trabalho = $3 WHERE municipio = $1 AND id = $2
)sql"};

constexpr db::Query kUpdateLote{"fichas.update_lote", R"sql(
    UPDATE lote_recebido
       SET situacao = $3, recebidas = recebidas + $4, validas = validas + $5, invalidas = invalidas + $6,
           ilegiveis = ilegiveis + $7, repetidas = repetidas + $8, numero = COALESCE(numero, $9),
           processado_ms = COALESCE($10, processado_ms), mensagem = $11,
           novidade = CASE WHEN CAST($5 AS BIGINT) > 0 THEN 1 ELSE novidade END
     WHERE municipio = $1 AND id = $2 AND situacao <> 'falhou'
)sql"};

// The state is asked again in the statement: the last block may be committing right now.
constexpr db::Query kCancelLote{"fichas.cancel_lote", R"sql(
    UPDATE lote_recebido SET situacao = 'falhou', processado_ms = $3, mensagem = $4
     WHERE municipio = $1 AND trabalho = $2 AND situacao IN ('aguardando', 'processando')
    RETURNING id
)sql"};

constexpr db::Query kWaiting{"fichas.municipios_waiting", R"sql(
    SELECT DISTINCT municipio FROM lote_recebido WHERE situacao = 'aguardando' ORDER BY municipio
)sql"};

LoteRecebido lote_of(const Ibge& municipio, const db::Row& row) {
    const auto canal = row.text(1) == name_of(Canal::online) ? Canal::online : Canal::arquivo;
    auto situacao = SituacaoLote::aguardando;
    for (const auto one : {SituacaoLote::processando, SituacaoLote::processado, SituacaoLote::falhou})
        if (row.text(8) == name_of(one)) situacao = one;
    LoteRecebido lote{.id = LoteId::parse(row.text(0)).value(), .municipio = municipio, .canal = canal};
    lote.arquivo = row.string(2);
    lote.sha256 = row.string(3);
    lote.tamanho = row.integer(4);
    lote.responsavel = row.string(5);
    lote.ator = row.string(6);
    lote.numero = row.optional_integer(7);
    lote.situacao = situacao;
    lote.mensagem = row.string(9);
    lote.trabalho = row.string(10);
    lote.entradas = row.integer(11);
    lote.contagem = {row.integer(12), row.integer(13), row.integer(14), row.integer(15), row.integer(16)};
    lote.recebido = from_ms(row.integer(17));
    if (!row.is_null(18)) lote.processado = from_ms(row.integer(18));
    lote.remetente = row.string(19);
    lote.numero_remetente = row.integer(20);
    return lote;
}

std::optional<std::int64_t> ms_of(const std::optional<Instant>& at) {
    if (!at) return std::nullopt;
    return to_ms(*at);
}

}  // namespace

Result<void> SqlFichaStore::insert_lote(const LoteRecebido& lote) {
    AROEIRA_CHECK(session_.run(kInsertLote, {lote.municipio, lote.id, name_of(lote.canal), lote.arquivo, lote.sha256,
                                             lote.tamanho, lote.responsavel, lote.ator, lote.numero,
                                             name_of(lote.situacao), lote.mensagem, lote.trabalho, lote.entradas,
                                             to_ms(lote.recebido), lote.remetente, lote.numero_remetente}));
    return {};
}

Result<void> SqlFichaStore::insert_parte(const LoteRecebido& lote, int parte, std::string_view bytes) {
    AROEIRA_CHECK(session_.run(kInsertPart, {lote.municipio, lote.id, parte, db::Blob{bytes}}));
    return {};
}

Result<std::string> SqlFichaStore::read_partes(const Ibge& municipio, const LoteId& lote) {
    std::string whole;
    AROEIRA_CHECK(session_.each(kReadParts, {municipio, lote}, [&](const db::Row& row) {
        whole += row.blob(0);
        return true;
    }));
    return whole;
}

Result<void> SqlFichaStore::delete_partes(const Ibge& municipio, const LoteId& lote) {
    AROEIRA_CHECK(session_.run(kDeleteParts, {municipio, lote}));
    return {};
}

Result<LoteRecebido> SqlFichaStore::find_lote(const Ibge& municipio, const LoteId& lote) {
    AROEIRA_TRY(auto found, session_.first(kFindLote, {municipio, lote},
                                           [&](const db::Row& row) { return lote_of(municipio, row); }));
    if (!found) return Error{ErrorKind::not_found, "RECEB-0001", "Este lote não existe neste município."};
    return std::move(*found);
}

Result<std::optional<LoteRecebido>> SqlFichaStore::find_online(const Ibge& municipio, std::string_view ator, Instant since) {
    return session_.first(kFindOnline, {municipio, ator, to_ms(since)},
                          [&](const db::Row& row) { return lote_of(municipio, row); });
}

Result<Page<LoteRecebido>> SqlFichaStore::list_lotes(const Ibge& municipio, const LoteFilter& filter) {
    const std::string_view canal = filter.canal ? name_of(*filter.canal) : "";
    const std::string_view situacao = filter.situacao ? name_of(*filter.situacao) : "";
    Page<LoteRecebido> page;
    AROEIRA_TRY(page.items, session_.all(kListLotes, {municipio, canal, situacao, filter.page_size,
                                                      (filter.page - 1) * filter.page_size},
                                         [&](const db::Row& row) { return lote_of(municipio, row); }));
    AROEIRA_TRY(const auto total, session_.first(kCountLotes, {municipio, canal, situacao},
                                                 [](const db::Row& row) { return row.integer(0); }));
    page.total = total.value_or(0);
    return page;
}

Result<void> SqlFichaStore::set_trabalho(const Ibge& municipio, const LoteId& lote, std::string_view trabalho) {
    AROEIRA_CHECK(session_.run(kSetJob, {municipio, lote, trabalho}));
    return {};
}

Result<void> SqlFichaStore::update_lote(const Ibge& municipio, const LoteId& lote, SituacaoLote situacao,
                                        const Contagem& delta, std::optional<std::int64_t> numero,
                                        std::optional<Instant> processado, std::string_view mensagem) {
    AROEIRA_TRY(const auto open, session_.run(kUpdateLote, {municipio, lote, name_of(situacao), delta.recebidas, delta.validas,
                                                            delta.invalidas, delta.ilegiveis, delta.repetidas, numero,
                                                            ms_of(processado), mensagem}));
    if (open == 0) return lote_ended();
    return {};
}

Result<std::optional<LoteId>> SqlFichaStore::cancel_lote(const Ibge& municipio, std::string_view trabalho, Instant at,
                                                         std::string_view mensagem) {
    return session_.first(kCancelLote, {municipio, trabalho, to_ms(at), mensagem},
                          [](const db::Row& row) { return LoteId::parse(row.text(0)).value(); });
}

Result<std::vector<Ibge>> SqlFichaStore::municipios_waiting() {
    return session_.all(kWaiting, {}, [](const db::Row& row) { return Ibge::parse(row.text(0)).value(); });
}

}  // namespace aroeira::fichas
