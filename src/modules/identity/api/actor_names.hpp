// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"

namespace aroeira::identity {

/// Who an `Actor::key` is, when somebody who may know asks.
struct ActorName {
    std::string key{};
    std::string nome{};
    std::string login{};  ///< The CPF, masked as people write it; "" of who is no person.
};

/// The names behind what the trail keeps, joined when it is read: the trail itself has none.
class ActorNames {
public:
    virtual ~ActorNames() = default;
    /// Nothing of a key that is nobody's. Errors: `unavailable` DB-0004.
    virtual Result<std::optional<ActorName>> find(std::string_view key) = 0;
    /// People with an acesso in the município (none: all), whose name holds `text`; at most 20, by name.
    virtual Result<std::vector<ActorName>> search(const std::optional<Ibge>& municipio, std::string_view text) = 0;
};

}  // namespace aroeira::identity
