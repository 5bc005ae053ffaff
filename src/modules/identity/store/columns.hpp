// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

#include "base/clock.hpp"
#include "base/identifiers.hpp"
#include "platform/db/session.hpp"

/// How columns of this module become values. What is read was written by us: it must parse.
namespace aroeira::identity::columns {

template <class Identifier>
Identifier identifier(const db::Row& row, int column) {
    return Identifier::parse(row.text(column)).value();
}
template <class Identifier>
std::optional<Identifier> optional_identifier(const db::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return identifier<Identifier>(row, column);
}
inline Instant instant(const db::Row& row, int column) { return from_ms(row.integer(column)); }
inline std::optional<Instant> optional_instant(const db::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return instant(row, column);
}
inline std::optional<std::int64_t> ms(const std::optional<Instant>& at) {
    if (!at) return std::nullopt;
    return to_ms(*at);
}

}  // namespace aroeira::identity::columns
