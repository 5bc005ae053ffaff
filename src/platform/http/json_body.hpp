// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "platform/http/http.hpp"
#include "platform/json/json.hpp"

/// Bodies that are one of our described structs, in and out.
namespace aroeira::http {

/// Errors: those of `json::parse`.
template <class T>
Result<T> body_of(const Request& request) {
    AROEIRA_TRY(const auto text, request.body->text());
    return json::parse<T>(text);
}

/// What a route says of such a body. `name` is its component in the OpenAPI document.
template <class T>
BodyType json_type(std::string name) {
    return {"application/json", json::schema<T>(), std::move(name)};
}

template <class T>
Response json_of(const T& view, int status = 200) {
    return json(json::text_of(view), status);
}

}  // namespace aroeira::http
