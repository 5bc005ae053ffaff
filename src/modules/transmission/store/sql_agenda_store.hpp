// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/domain/agenda.hpp"
#include "platform/db/session.hpp"

namespace aroeira::transmission {

/// Table `agendamento`.
class SqlAgendaStore final : public AgendaStore {
public:
    explicit SqlAgendaStore(db::Session& session) : session_(session) {}
    Result<std::optional<Agendamento>> find(std::string_view credencial) override;
    Result<void> give(std::string_view credencial, Instant minuto) override;
    Result<void> admit(std::string_view credencial, Instant at) override;
    Result<void> remove(std::string_view credencial) override;
    Result<std::int64_t> count_expected(Instant since, Instant until) override;
    Result<std::vector<std::pair<Instant, std::int64_t>>> given_after(Instant at) override;
    Result<void> forget_before(Instant at) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::transmission
