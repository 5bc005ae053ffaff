// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/auditoria/domain/trilha.hpp"
#include "platform/db/session.hpp"

namespace aroeira::auditoria {

class SqlTrilhaStore final : public TrilhaStore {
public:
    explicit SqlTrilhaStore(db::Session& session) : session_(session) {}
    Result<void> insert(const Trilha& trilha) override;
    Result<Trilha> find(std::string_view municipio, const TrilhaId& id) override;
    Result<std::optional<Trilha>> find_of_trabalho(std::string_view trabalho) override;
    Result<TrilhaPage> list(std::string_view municipio, std::int64_t page) override;
    Result<bool> end(const Trilha& trilha) override;
    Result<void> add_part(const Trilha& trilha, std::int64_t part, std::string_view bytes) override;
    Result<std::optional<std::string>> part(std::string_view municipio, const TrilhaId& id, std::int64_t part) override;
    Result<void> remove_parts(std::string_view municipio, const TrilhaId& id) override;
    Result<void> expire(Instant ended_before) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::auditoria
