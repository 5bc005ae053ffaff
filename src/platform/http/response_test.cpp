// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "platform/http/http.hpp"
#include "platform/http/wire.hpp"
#include "platform/json/json.hpp"

using namespace aroeira;
using namespace aroeira::http;

TEST_CASE("a problem carries code, message and fields and keeps the detail to itself") {
    Request request;
    request.request_id = "abc1";
    const Error error{ErrorKind::invalid_input,
                      "FICHA-0002",
                      "A ficha \"x\" foi recusada.",
                      {{"R1", "uuid", "Falta.", "Preencha."}, {"R2", "cns", "m", "f"}},
                      "host=db senha=segredo"};
    const auto response = problem(error, request);
    CHECK(response.status == 422);
    CHECK(response.content_type == "application/problem+json; charset=utf-8");
    CHECK(response.body.find("segredo") == std::string::npos);
    const auto document = json::Document::parse(response.body);
    REQUIRE(document);
    const auto root = document->root();
    CHECK(root.find("title")->text() == "A ficha \"x\" foi recusada.");
    CHECK(root.find("code")->text() == "FICHA-0002");
    CHECK(root.find("status")->integer() == 422);
    CHECK(root.find("request")->text() == "abc1");
    REQUIRE(root.find("errors")->size() == 2);
    CHECK(root.find("errors")->at(0).find("fix")->text() == "Preencha.");
    CHECK(problem({ErrorKind::unavailable, "DB-0001", "x"}, request).headers.at(0).first ==
          "Retry-After");
}

TEST_CASE("a session cookie cannot be read by a script nor leave the site") {
    CHECK(set_cookie({.name = "aroeira_sessao", .value = "abc", .secure = true}) ==
          "aroeira_sessao=abc; Path=/; HttpOnly; SameSite=Strict; Secure");
    CHECK(set_cookie({.name = "a", .value = "", .secure = false, .age_max_s = 0}) ==
          "a=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict");
}

TEST_CASE("a download's name survives accents and cannot break the header") {
    CHECK(download("text/csv", "a.csv", "").headers[0].second == "attachment; filename=\"a.csv\"");
    CHECK(download("text/csv", "ação\"\r\n.csv", "").headers[0].second ==
          "attachment; filename=\"a____o___.csv\"; filename*=UTF-8''a%C3%A7%C3%A3o%22%0D%0A.csv");
}

TEST_CASE("a header value cannot split the answer") {
    Response response;
    response.headers = {{"X-A", "um\r\nX-B: dois"}};
    std::string out;
    write_head(out, response, {.date = "hoje", .request_id = "1", .length = 0});
    CHECK(out.find("\r\nX-B") == std::string::npos);
    CHECK(out.find("X-A: um  X-B: dois\r\n") != std::string::npos);
}

TEST_CASE("security headers go with data and pages, and the cache rule of the route wins") {
    std::string data, page;
    write_head(data, {}, {.date = "d", .request_id = "1", .length = 0});
    write_head(
        page, {.headers = {{"cache-control", "no-cache"}}},
        {.date = "d", .request_id = "1", .length = 0, .page = true, .strict_transport = true});
    for (const auto& head : {data, page})
        for (const auto* name : {"X-Content-Type-Options: nosniff\r\n", "Referrer-Policy: ",
                                 "Permissions-Policy: camera=(self)", "frame-ancestors 'none'"})
            CHECK_MESSAGE(head.find(name) != std::string::npos, name);
    CHECK(data.find("Cache-Control: no-store\r\n") != std::string::npos);
    CHECK(page.find("no-store") == std::string::npos);
    CHECK(page.find("default-src 'self'") != std::string::npos);
    CHECK(page.find("unsafe") == std::string::npos);
    CHECK(page.find("Strict-Transport-Security: ") != std::string::npos);
    CHECK(data.find("Strict-Transport-Security") == std::string::npos);
}

TEST_CASE("HSTS is only for names") {
    CHECK(wants_strict_transport("saude.exemplo.gov.br:8443"));
    CHECK_FALSE(wants_strict_transport("localhost:8443"));
    CHECK_FALSE(wants_strict_transport("10.0.0.1"));
    CHECK_FALSE(wants_strict_transport("[::1]:8443"));
    CHECK_FALSE(wants_strict_transport(""));
}

TEST_CASE("dates are in English whatever the locale") {
    CHECK(http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(http_date(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
}
