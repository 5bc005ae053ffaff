// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>

#include "modules/fichas/module.hpp"

/// The route tables of the module, one per caller: people in a browser, and other systems.
namespace aroeira::fichas {

std::vector<http::Route> screen_routes(const HttpNeeds& needs);
std::vector<http::Route> report_routes(const HttpNeeds& needs);
std::vector<http::Route> system_routes(const HttpNeeds& needs);

/// One of the values whose `name_of` the query parameter says, if any.
/// Errors: `invalid_input` RECEB-0033, naming the parameter and what it may be.
template <class T, std::size_t N>
Result<std::optional<T>> chosen(const http::Request& request, std::string_view name, const std::array<T, N>& choices) {
    const auto text = request.query_value(name).value_or("");
    if (text.empty()) return std::optional<T>();
    std::string all;
    for (const auto& one : choices) {
        if (text == name_of(one)) return std::optional<T>(one);
        all += (all.empty() ? "" : ", ") + std::string(name_of(one));
    }
    return Error{ErrorKind::invalid_input, "RECEB-0033", "O parâmetro \"" + std::string(name) + "\" só pode ser: " + all + ".",
                 {{"RECEB-0033", std::string(name), "Valor que não existe.", "Escolha um de: " + all + "."}}};
}

/// A whole number from 1 of a query parameter; `otherwise` when absent.
/// Errors: `invalid_input` RECEB-0030, naming the parameter.
Result<std::int64_t> positive(const http::Request& request, std::string_view name, std::int64_t otherwise);

}  // namespace aroeira::fichas
