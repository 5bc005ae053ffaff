// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/copias/domain/copia.hpp"
#include "platform/db/session.hpp"

namespace aroeira::copias {

class SqlCopiaStore final : public CopiaStore {
public:
    explicit SqlCopiaStore(db::Session& session) : session_(session) {}
    Result<std::optional<Agenda>> agenda() override;
    Result<void> put_agenda(const Agenda& agenda) override;
    Result<void> remove_agenda() override;
    Result<void> insert(const Copia& copia) override;
    Result<std::optional<Copia>> last_scheduled() override;
    Result<std::vector<Copia>> list(std::int64_t limit, std::int64_t skip) override;
    Result<std::vector<Copia>> beyond(std::int64_t keep) override;
    Result<void> mark_removed(const CopiaId& id) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::copias
