// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/http/query.hpp"

#include <charconv>

namespace aroeira::estabelecimentos {

Result<void> check_page(std::int64_t page) {
    constexpr std::int64_t kPageMax = 1'000'000;
    if (page >= 1 && page <= kPageMax) return {};
    return Error{ErrorKind::invalid_input, "CNES-0016", "A página não existe. Volte para a primeira."};
}

Result<std::int64_t> page_of(const http::Request& request) {
    const auto text = request.query_value("pagina");
    if (!text) return std::int64_t{1};
    std::int64_t page = 0;
    const auto done = std::from_chars(text->data(), text->data() + text->size(), page);
    if (done.ec != std::errc() || done.ptr != text->data() + text->size()) page = 0;
    AROEIRA_CHECK(check_page(page));
    return page;
}

bool is_set(const http::Request& request, std::string_view name) { return request.query_value(name).value_or("") == "true"; }

}  // namespace aroeira::estabelecimentos
