// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/api/actor_names.hpp"
#include "platform/db/session.hpp"

namespace aroeira::identity {

class SqlActorNames final : public ActorNames {
public:
    explicit SqlActorNames(db::Session& session) : session_(session) {}
    Result<std::optional<ActorName>> find(std::string_view key) override;
    Result<std::vector<ActorName>> search(const std::optional<Ibge>& municipio, std::string_view text) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::identity
