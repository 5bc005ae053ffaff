// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "platform/db/session.hpp"

namespace aroeira::fichas {

/// The text that asks `ficha_por_uuid` for a hundred uuids of a município, so that it is prepared once and PostgreSQL
/// is asked once per hundred fichas. `condition` begins with AND.
std::string by_uuid_sql(std::string_view columns, std::string_view condition = "");

/// The rows of the fichas with these uuids, every version, in no order. The text of `query` is of `by_uuid_sql`.
/// Errors: as `db::Session::each`. Cost: one statement per hundred uuids, asked in the order of the keys: neighbours share pages.
Result<void> each_by_uuid(db::Session& session, const db::Query& query, const Ibge& municipio, std::span<const std::string_view> uuids,
                          const std::function<bool(const db::Row&)>& visit);

}  // namespace aroeira::fichas
