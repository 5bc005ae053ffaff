// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "modules/fichas/api/valid_fichas.hpp"
#include "modules/transmission/domain/lote_enviado.hpp"
#include "modules/transmission/domain/lote_writer.hpp"

namespace aroeira::transmission {

/// Where lotes that go out live. The operations know this port and nothing of SQL.
class LoteEnviadoStore {
public:
    virtual ~LoteEnviadoStore() = default;

    /// Errors of every method: `unavailable` DB-0004; others where said.

    /// The active ones, by ascending id.
    virtual Result<std::vector<DestinoDoLote>> destinos() = 0;
    /// Those of `fichas` that are in no lote of the destino, in the same order.
    /// Cost: one statement per hundred fichas.
    virtual Result<std::vector<fichas::FichaKey>> not_sent(const Ibge& municipio, const DestinoId& destino,
                                                           std::span<const fichas::FichaKey> fichas) = 0;
    /// The next number of this installation; given back when the transaction is.
    virtual Result<std::int64_t> next_numero() = 0;
    /// Keeps the lote, its bytes and which fichas it holds, in the order of the zip.
    /// Errors: `conflict` DB-0003 when one of them is in a lote of the destino already.
    virtual Result<void> insert(const LoteEnviado& lote, std::span<const Packed> fichas, std::string_view zip) = 0;
    virtual Result<void> add_to_history(const Ibge& municipio, const LoteEnviadoId& lote, const LinhaDoHistorico& line) = 0;
    virtual Result<void> set_situacao(const Ibge& municipio, const LoteEnviadoId& lote, SituacaoEnvio situacao) = 0;

    /// Errors: `not_found` TRANS-0001.
    virtual Result<LoteEnviado> find(const Ibge& municipio, const LoteEnviadoId& lote) = 0;
    /// Oldest first.
    virtual Result<std::vector<LinhaDoHistorico>> history(const Ibge& municipio, const LoteEnviadoId& lote) = 0;
    /// The zip, put together again.
    virtual Result<std::string> read_zip(const Ibge& municipio, const LoteEnviadoId& lote) = 0;
    /// Newest first.
    virtual Result<LotesEnviados> list(const Ibge& municipio, const LoteEnviadoFilter& filter) = 0;
};

}  // namespace aroeira::transmission
