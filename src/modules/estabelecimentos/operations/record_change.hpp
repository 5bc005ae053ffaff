// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "modules/estabelecimentos/operations/services.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::estabelecimentos {

enum class Act : std::uint8_t { made, changed, removed };

/// What somebody changed, as the trail tells it: which row, and which of its columns. Never their values.
struct Change {
    std::string_view entity;
    std::string_view entity_id;
    std::vector<std::string_view> columns{};
    Act act = Act::changed;
};

/// Writes the row of the trail in the transaction of `ports`. Errors: `unavailable` DB-0004.
Result<void> record_change(const identity::Actor& actor, const Ibge& municipio, const Change& change, Ports& ports);

}  // namespace aroeira::estabelecimentos
