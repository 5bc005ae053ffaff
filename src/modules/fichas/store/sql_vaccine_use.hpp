// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/vaccine_use.hpp"
#include "platform/db/session.hpp"

namespace aroeira::fichas {

/// Table `ficha`, those of vacinação.
class SqlVaccineUse final : public VaccineUse {
public:
    explicit SqlVaccineUse(db::Session& session) : session_(session) {}
    Result<bool> names(const Ibge& municipio, const GivenLote& lote, const std::optional<Instant>& since) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::fichas
