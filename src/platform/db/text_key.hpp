// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

namespace aroeira::db {

/// 64 bits that stand for a text in an index: the first eight bytes of its SHA-256. SQL calls it `text_key` on SQLite.
/// Two texts may share one, so who finds by it compares the text too. Cost: under a microsecond for an uuid.
std::int64_t text_key(std::string_view text);

}  // namespace aroeira::db
