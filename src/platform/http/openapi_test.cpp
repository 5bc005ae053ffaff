// SPDX-License-Identifier: Apache-2.0
#include "platform/http/openapi.hpp"

#include <doctest/doctest.h>

#include "platform/json/json.hpp"

using namespace aroeira;
using namespace aroeira::http;

TEST_CASE("the OpenAPI document says of each route what the route says of itself") {
    const BodyType lote{"application/json", R"({"type":"object"})", "Lote"};
    const std::vector<Route> routes{
        {.method = Method::get,
         .path = "/api/v1/lotes/{lote}",
         .permission = "fichas_ver",
         .summary = "Um \"lote\".",
         .handle = {},
         .parameters = {{"municipio", "IBGE.", true}},
         .response = lote},
        {.method = Method::post,
         .path = "/api/v1/lotes",
         .permission = "fichas_importar",
         .summary = "Recebe.",
         .handle = {},
         .request = {"multipart/form-data", "", ""},
         .response = lote,
         .status = 202,
         .refusal = {"text/plain", "", ""}},
        {.method = Method::del,
         .path = "/api/v1/lotes/{lote}",
         .permission = "fichas_importar",
         .summary = "Apaga.",
         .handle = {},
         .status = 204},
    };
    const auto text = openapi(routes, "Aroeira", "1.2.3");
    const auto document = json::Document::parse(text);
    REQUIRE(document);
    const auto root = document->root();
    CHECK(root.find("openapi")->text() == "3.1.0");
    CHECK(root.find("info")->find("version")->text() == "1.2.3");
    const auto paths = *root.find("paths");
    CHECK(paths.size() == 2);
    const auto one = *paths.find("/api/v1/lotes/{lote}");
    const auto get = *one.find("get");
    CHECK(get.find("operationId")->text() == "get_api_v1_lotes_lote");
    CHECK(get.find("x-permissao")->text() == "fichas_ver");
    CHECK(get.find("summary")->text() == "Um \"lote\".");
    REQUIRE(get.find("parameters")->size() == 2);
    CHECK(get.find("parameters")->at(0).find("in")->text() == "path");
    CHECK(get.find("parameters")->at(1).find("required")->boolean());
    const auto schema = get.find("responses")
                            ->find("200")
                            ->find("content")
                            ->find("application/json")
                            ->find("schema");
    CHECK(schema->find("$ref")->text() == "#/components/schemas/Lote");
    CHECK(get.find("responses")->find("default")->find("$ref")->text() ==
          "#/components/responses/Problem");
    CHECK(one.find("delete")->find("responses")->find("204"));
    const auto post = *paths.find("/api/v1/lotes")->find("post");
    CHECK(post.find("requestBody")->find("content")->find("multipart/form-data"));
    CHECK(post.find("responses")->find("202"));
    CHECK(post.find("responses")->find("400")->find("content")->find("text/plain"));
    CHECK_FALSE(get.find("responses")->find("400"));
    CHECK(root.find("components")->find("schemas")->find("Lote"));
    CHECK(root.find("components")->find("schemas")->find("Problem"));
    CHECK(root.find("components")->find("responses")->find("Problem"));
    CHECK(get.find("security")->dump() == R"([{"sessao":[]}])");
    CHECK(post.find("security")->dump() == R"([{"sessao":[],"csrf":[]}])");
    CHECK(root.find("components")->find("securitySchemes")->find("csrf")->find("name")->text() ==
          "X-CSRF");
}
