// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/gestao/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::gestao {

/// Tables `agenda_padrao` and `agenda_padrao_periodo`.
class SqlAgendaStore final : public AgendaStore {
public:
    explicit SqlAgendaStore(db::Session& session) : session_(session) {}
    Result<AgendaPadrao> of(const Ibge& municipio) override;
    Result<AgendaSeen> seen(const Ibge& municipio) override;
    Result<bool> save(const Ibge& municipio, const AgendaPadrao& agenda, std::int64_t seen) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::gestao
