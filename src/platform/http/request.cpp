// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "platform/http/form.hpp"
#include "platform/http/http.hpp"
#include "platform/http/target.hpp"

namespace aroeira::http {

std::string_view Request::capture(std::string_view name) const {
    for (const auto& [key, value] : captured)
        if (key == name) return value;
    return {};
}

std::optional<std::string_view> Request::query_value(std::string_view name) const {
    for (const auto& [key, value] : query)
        if (key == name) return value;
    return std::nullopt;
}

std::string_view Request::header(std::string_view lower_case_name) const {
    for (const auto& [key, value] : headers)
        if (key == lower_case_name) return value;
    return {};
}

std::string_view Request::cookie(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (key != "cookie") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(';'), rest.size());
            const auto pair = trimmed(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const auto equals = pair.find('=');
            if (equals == pair.npos || pair.substr(0, equals) != name) continue;
            auto found = pair.substr(equals + 1);
            if (found.size() >= 2 && found.front() == '"' && found.back() == '"')
                found = found.substr(1, found.size() - 2);
            return found;
        }
    }
    return {};
}

Result<std::vector<Part>> Request::form() const {
    AROEIRA_TRY(const auto text, body->text());
    return parse_form(header("content-type"), text);
}

}  // namespace aroeira::http
