// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/by_uuid.hpp"

#include <algorithm>
#include <array>

#include "platform/db/text_key.hpp"

namespace aroeira::fichas {
namespace {

constexpr std::size_t kLookup = 100;  // uuids asked for in one statement

std::string places_from(std::size_t first) {
    std::string text;
    for (std::size_t i = 0; i < kLookup; ++i) text += (i ? ", $" : "$") + std::to_string(first + i);
    return text;
}

}  // namespace

std::string by_uuid_sql(std::string_view columns, std::string_view condition) {
    std::string text = "SELECT ";
    text += columns;
    text += " FROM ficha_por_uuid WHERE municipio = $1 AND chave IN (" + places_from(2) + ") AND uuid IN (" + places_from(2 + kLookup) + ")";
    return text.append(condition);
}

Result<void> each_by_uuid(db::Session& session, const db::Query& query, const Ibge& municipio, std::span<const std::string_view> uuids,
                          const std::function<bool(const db::Row&)>& visit) {
    std::vector<std::pair<std::int64_t, std::string_view>> keys;
    keys.reserve(uuids.size());
    for (const auto uuid : uuids) keys.emplace_back(db::text_key(uuid), uuid);
    std::sort(keys.begin(), keys.end());
    std::array<db::Value, 1 + 2 * kLookup> params;
    params[0] = municipio;
    for (std::size_t from = 0; from < keys.size(); from += kLookup) {
        for (std::size_t i = 0; i < kLookup; ++i) {
            // Unused places repeat the first one.
            const auto& [key, uuid] = keys[from + i < keys.size() ? from + i : from];
            params[1 + i] = key;
            params[1 + kLookup + i] = uuid;
        }
        AROEIRA_CHECK(session.each(query, db::Session::Params(params), visit));
    }
    return {};
}

}  // namespace aroeira::fichas
