// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/arrival_services.hpp"

namespace aroeira::transmission {

/// What a sender is told of a lote.
struct ChegadaState {
    fichas::LoteId lote;
    SituacaoChegada situacao = SituacaoChegada::recebendo;
    std::int64_t recebidos = 0;
    std::string mensagem{};                        ///< Why it failed; "" otherwise.
    std::optional<fichas::Contagem> contagem{};    ///< Once processed.
};

/// How far a lote came that this credencial announced.
/// Errors: `not_found` TRANS-0025, also when another credencial announced it; `forbidden` ACESSO-0005;
///         `invalid_input` ACESSO-0006; `unavailable` DB-0004.
Result<ChegadaState> find_chegada(const MayReceive& granted, const std::optional<Ibge>& asked, const fichas::LoteId& lote,
                                  const ArrivalServices& services);

/// The same inside a transaction. Errors: `unavailable` DB-0004.
Result<ChegadaState> state_of(const Chegada& chegada, ArrivalPorts& ports);

/// That of the actor. Errors: as `find_chegada`.
Result<Chegada> own_chegada(const identity::Actor& actor, const Ibge& municipio, const fichas::LoteId& lote, ArrivalPorts& ports);

}  // namespace aroeira::transmission
