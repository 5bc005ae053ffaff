// SPDX-License-Identifier: Apache-2.0
#include "platform/http/router.hpp"

#include <doctest/doctest.h>

using namespace aroeira;
using namespace aroeira::http;

namespace {

Route route(Method method, std::string_view path) {
    return {.method = method,
            .path = path,
            .permission = "publico",
            .summary = "Uma rota.",
            .handle = [](const Request&) -> Result<Response> { return json("{}"); }};
}

const Router& router() {
    static const Router made({route(Method::get, "/api/lotes"), route(Method::post, "/api/lotes"),
                              route(Method::get, "/api/lotes/{lote}"),
                              route(Method::get, "/api/lotes/{lote}/fichas/{uuid}"),
                              route(Method::get, "/api/lotes/resumo"),
                              route(Method::get, "/api/{qual}/total/geral")});
    return made;
}

std::string where(std::string_view path, Router::Captured& captured) {
    captured.clear();
    const auto* found = router().find(path, captured);
    return found && (*found)[0] ? std::string((*found)[0]->path) : "";
}

}  // namespace

TEST_CASE("a path leads to its route, a literal before a capture") {
    Router::Captured captured;
    CHECK(where("/api/lotes", captured) == "/api/lotes");
    CHECK(where("/api/lotes/resumo", captured) == "/api/lotes/resumo");
    CHECK(captured.empty());
    CHECK(where("/api/lotes/7", captured) == "/api/lotes/{lote}");
    CHECK(captured == Router::Captured{{"lote", "7"}});
    CHECK(where("/api/lotes/7/fichas/a%20b", captured) == "/api/lotes/{lote}/fichas/{uuid}");
    CHECK(captured == Router::Captured{{"lote", "7"}, {"uuid", "a b"}});
    // "lotes" and then {lote} lead nowhere from here: the capture before them is tried instead.
    CHECK(where("/api/lotes/total/geral", captured) == "/api/{qual}/total/geral");
    CHECK(captured == Router::Captured{{"qual", "lotes"}});
    CHECK(where("/api/l%6ftes/resumo", captured) == "/api/lotes/resumo");
}

TEST_CASE("an encoded slash stays inside its capture") {
    Router::Captured captured;
    CHECK(where("/api/lotes/a%2Fb", captured) == "/api/lotes/{lote}");
    CHECK(captured[0].second == "a/b");
}

TEST_CASE("an unknown path has no route and leaves no capture") {
    Router::Captured captured;
    for (const auto* path : {"/", "", "/api", "/api/lotes/", "/api/lotes/7/", "/api/lotes/7/fichas",
                             "/api//lotes", "/API/lotes", "/api/lotes/%", "*"}) {
        CHECK_MESSAGE(where(path, captured).empty(), path);
        CHECK(captured.empty());
    }
}

TEST_CASE("the methods of a path are listed for Allow") {
    Router::Captured captured;
    CHECK(Router::allow(*router().find("/api/lotes", captured)) == "GET, HEAD, POST, OPTIONS");
}
