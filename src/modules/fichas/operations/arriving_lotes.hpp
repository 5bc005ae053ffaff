// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/arriving_lotes.hpp"
#include "modules/fichas/operations/ports.hpp"

namespace aroeira::fichas {

/// What arriving lotes need beside the transaction.
struct ArrivalNeeds {
    IdSource& ids;
    const Clock& clock;
    UploadLimits limits{};
};

/// Arriving lotes over the ports of recebimento: they end where an imported file begins.
class LotesInParts final : public ArrivingLotes {
public:
    LotesInParts(Ports& ports, const ArrivalNeeds& needs) : ports_(ports), needs_(needs) {}
    Result<void> keep_part(const Ibge& municipio, const LoteId& lote, std::int64_t part, std::string_view bytes) override;
    Result<std::string> read_parts(const Ibge& municipio, const LoteId& lote) override;
    Result<void> drop_parts(const Ibge& municipio, const LoteId& lote) override;
    Result<std::int64_t> prove(std::string_view bytes) override;
    Result<void> accept(const ArrivedLote& lote) override;
    Result<void> record_refusal(const ArrivedLote& lote, const Error& why) override;
    Result<std::optional<AcceptedLote>> find(const Ibge& municipio, const LoteId& lote) override;

private:
    Ports& ports_;
    const ArrivalNeeds& needs_;
};

}  // namespace aroeira::fichas
