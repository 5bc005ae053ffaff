// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/http/routes.hpp"

#include <charconv>

namespace aroeira::fichas {

Result<std::int64_t> positive(const http::Request& request, std::string_view name, std::int64_t otherwise) {
    const auto text = request.query_value(name);
    if (!text || text->empty()) return otherwise;
    std::int64_t value = 0;
    const auto done = std::from_chars(text->data(), text->data() + text->size(), value);
    if (done.ec != std::errc() || done.ptr != text->data() + text->size() || value < 1 || value > 1'000'000'000)
        return Error{ErrorKind::invalid_input, "RECEB-0030", "O parâmetro \"" + std::string(name) + "\" deve ser um número a partir de 1."};
    return value;
}

std::vector<http::Route> routes(const HttpNeeds& needs) {
    auto all = screen_routes(needs);
    for (auto& group : {report_routes(needs), system_routes(needs)}) all.insert(all.end(), group.begin(), group.end());
    return all;
}

}  // namespace aroeira::fichas
