// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "base/result.hpp"
#include "modules/fichas/api/parada.hpp"
#include "modules/transmission/domain/lote_enviado.hpp"

namespace aroeira::transmission {

/// A received lote and the first position of it not looked at for a destino.
struct Trecho {
    std::string lote{};
    std::int64_t posicao = 0;
};

/// What is still to be looked at for each destino. A destino that is new here, or was inactive for a
/// while, first has everything looked at; from then on only what is news, so that the cost of a
/// generation is that of what came in since the last one, however much was sent before.
class PercursoStore {
public:
    virtual ~PercursoStore() = default;

    /// Errors of every method: `unavailable` DB-0004.

    /// Gives the news to every active destino that is followed, begins to follow those that are not
    /// yet, and forgets the others. In the transaction that took the news.
    virtual Result<void> distribute(const Ibge& municipio, std::span<const std::string> received_lotes,
                                    std::span<const DestinoDoLote> active) = 0;

    /// The place of the last one looked at of all that is kept here; nothing when that walk is over.
    virtual Result<std::optional<fichas::Parada>> whole_walk(const Ibge& municipio, const DestinoId& destino) = 0;
    virtual Result<void> save_whole_walk(const Ibge& municipio, const DestinoId& destino, const fichas::Parada& last, bool complete) = 0;

    /// In the order of the received lotes, at most `limit`, after one of them ("" for the first).
    virtual Result<std::vector<Trecho>> trechos(const Ibge& municipio, const DestinoId& destino, std::string_view after, int limit) = 0;
    /// What a walk saw: `done` are over, `partial` goes on from its position.
    virtual Result<void> save_trechos(const Ibge& municipio, const DestinoId& destino, std::span<const std::string> done,
                                      const std::optional<Trecho>& partial) = 0;
};

}  // namespace aroeira::transmission
