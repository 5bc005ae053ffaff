// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "base/result.hpp"
#include "modules/transmission/domain/lote_enviado.hpp"
#include "modules/transmission/domain/resposta.hpp"

namespace aroeira::transmission {

/// The lote whose turn it is in a município: those of one município leave in the order of their numbers.
struct Vez {
    Ibge municipio;
    std::int64_t numero = 0;
    bool urgente = false;  ///< It, or one that waits behind it, is marked for immediate sending.
};

/// A lote of whose fichas the destino is to be asked.
struct Pergunta {
    Ibge municipio;
    LoteEnviadoId lote;
    Instant em{};
    int perguntas = 0;  ///< Asked in a row without news.
};

/// Which fichas of a lote.
enum class QuaisFichas : std::uint8_t { todas, pendentes, aceitas, rejeitadas };

/// What sending knows of lotes, and what it learns.
class EnvioStore {
public:
    virtual ~EnvioStore() = default;

    /// Errors of every method: `unavailable` DB-0004.

    /// One per município that has any, by number. Cost: grows with what waits, not with what was sent.
    virtual Result<std::vector<Vez>> turns(const DestinoId& destino) = 0;
    /// Errors: `not_found` TRANS-0001.
    virtual Result<LoteEnviado> lote_of(const Vez& vez) = 0;
    /// The one to be asked first, due or not.
    virtual Result<std::optional<Pergunta>> next_question(const DestinoId& destino) = 0;
    /// At most `bytes` of the zip, from an offset.
    virtual Result<std::string> read_zip_from(const Ibge& municipio, const LoteEnviadoId& lote, std::int64_t from, std::int64_t bytes) = 0;

    /// Writes how far the lote came: situação, enviar_ja, enviados, recusas, causa, enviado, aceitas, rejeitadas.
    virtual Result<void> save_progress(const LoteEnviado& lote) = 0;
    /// When the destino is asked next for the verdicts of the lote; nothing: no more.
    virtual Result<void> ask_at(const LoteEnviado& lote, const std::optional<Instant>& when, int perguntas) = 0;

    /// A page of the fichas of the lote, by position. Those from before a lote kept positions are not given.
    virtual Result<std::vector<FichaEnviada>> fichas(const LoteEnviado& lote, QuaisFichas which, std::int64_t from_posicao, int limit) = 0;
    /// The same, for a screen: page `page` of `page_size` rows.
    virtual Result<std::vector<FichaEnviada>> page_of_fichas(const LoteEnviado& lote, QuaisFichas which, std::int64_t page, std::int64_t page_size) = 0;
    /// Writes what the destino said of `fichas`, given in the order of their positions; `desconhecida` changes nothing.
    /// Cost: one statement per run of neighbours accepted without remark, one per each other.
    virtual Result<void> keep_vereditos(const LoteEnviado& lote, std::span<const FichaEnviada> fichas, std::span<const FichaJulgada> said) = 0;
};

}  // namespace aroeira::transmission
