// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "platform/http/http.hpp"
#include "platform/json/json.hpp"

namespace aroeira::instalacoes {

/// Errors: those of `json::parse`.
template <class T>
Result<T> body_of(const http::Request& request) {
    AROEIRA_TRY(const auto text, request.body->text());
    return json::parse<T>(text);
}

template <class T>
http::BodyType body(std::string name) {
    return {"application/json", json::schema<T>(), std::move(name)};
}

}  // namespace aroeira::instalacoes
