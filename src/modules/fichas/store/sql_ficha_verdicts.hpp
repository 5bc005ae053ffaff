// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/ficha_verdicts.hpp"
#include "platform/db/session.hpp"

namespace aroeira::fichas {

/// Reads tables `ficha` and `ficha_ilegivel`.
class SqlFichaVerdicts final : public FichaVerdicts {
public:
    explicit SqlFichaVerdicts(db::Session& session) : session_(session) {}
    Result<std::vector<FichaVerdict>> of(const Ibge& municipio, std::span<const SentFicha> fichas) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::fichas
