// SPDX-License-Identifier: Apache-2.0
#include "platform/http/form.hpp"

#include <doctest/doctest.h>

#include "platform/http/body.hpp"

using namespace aroeira;
using namespace aroeira::http;

namespace {

constexpr std::string_view kType = "multipart/form-data; boundary=xyz";

std::string part(std::string_view header, std::string_view content) {
    return "--xyz\r\n" + std::string(header) + "\r\n\r\n" + std::string(content) + "\r\n";
}
const std::string kEnd = "--xyz--\r\n";

void refuses(std::string_view type, std::string_view body, std::string_view why) {
    CAPTURE(body.substr(0, 200));
    const auto parts = parse_form(type, body);
    REQUIRE_FALSE(parts);
    CHECK(parts.error().kind == ErrorKind::invalid_input);
    CHECK(parts.error().code == ErrorCode("HTTP-0004"));
    CHECK_MESSAGE(parts.error().message.find(why) != std::string::npos, parts.error().message);
}

}  // namespace

TEST_CASE("multipart gives fields and files, in order, without copying") {
    const std::string body =
        part("Content-Disposition: form-data; name=\"municipio\"", "3500000") +
        part(
            "content-disposition: form-data; name=\"arquivo\"; filename=\"lote 1.zip\"\r\n"
            "Content-Type: application/zip\r\nContent-Transfer-Encoding: binary",
            std::string_view("PK\0\r\n--xy\r\n-", 12)) +
        kEnd;
    const auto parts = parse_form(kType, body);
    REQUIRE(parts);
    REQUIRE(parts->size() == 2);
    const auto& field = parts.value()[0];
    CHECK(field.name == "municipio");
    CHECK(field.file_name.empty());
    CHECK(field.content == "3500000");
    const auto& file = parts.value()[1];
    CHECK(file.file_name == "lote 1.zip");
    CHECK(file.content_type == "application/zip");
    CHECK(file.content == std::string_view("PK\0\r\n--xy\r\n-", 12));
    CHECK(file.content.data() > body.data());
    CHECK(file.content.data() < body.data() + body.size());
}

TEST_CASE("multipart takes what real clients write") {
    SUBCASE("preamble, padding, epilogue and a quoted boundary") {
        const auto parts = parse_form("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"",
                                      "preambulo\r\n--a b \t\r\nContent-Disposition: form-data; "
                                      "name=a\r\n\r\n1\r\n--a b--\r\nresto");
        REQUIRE(parts);
        CHECK(parts.value()[0].content == "1");
    }
    SUBCASE("empty contents and no parts at all") {
        REQUIRE(parse_form(kType, part("Content-Disposition: form-data; name=a", "") + kEnd));
        CHECK(parse_form(kType, part("Content-Disposition: form-data; name=a", "") + kEnd)
                  .value()[0]
                  .content.empty());
        CHECK(parse_form(kType, "--xyz--").value().empty());
        const auto shared =
            parse_form(kType, "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n--xyz--");
        REQUIRE(shared);
        CHECK(shared.value()[0].content.empty());
    }
    SUBCASE("names with quotes, semicolons, accents and a path of somebody's disk") {
        const auto parts =
            parse_form(kType, part("Content-Disposition: form-data; name=\"a\\\"b;c\"; "
                                   "filename=\"C:\\pasta\\atenção.zip\"",
                                   "x") +
                                  kEnd);
        REQUIRE(parts);
        CHECK(parts.value()[0].name == "a\"b;c");
        CHECK(parts.value()[0].file_name == "atenção.zip");
    }
}

TEST_CASE("a multipart body that was cut off or tampered with is refused, never guessed") {
    const std::string whole = part("Content-Disposition: form-data; name=a", "conteudo") + kEnd;
    for (std::size_t n = 0; n + 4 < whole.size(); ++n)
        CHECK_MESSAGE(!parse_form(kType, std::string_view(whole).substr(0, n)), n);
    refuses("text/plain", whole, "multipart/form-data");
    refuses("multipart/form-data", whole, "separador");
    refuses("multipart/form-data; boundary=" + std::string(71, 'x'), whole, "separador");
    refuses(kType, "--outro--\r\n", "separador");
    refuses(kType, part("Content-Type: text/plain", "x") + kEnd, "sem nome");
    refuses(kType, part("Content-Disposition: attachment; name=a", "x") + kEnd, "sem nome");
    refuses(kType, part("sem dois pontos", "x") + kEnd, "cabeçalho");
    refuses(kType,
            part("Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64",
                 "eA==") +
                kEnd,
            "codificação");
    refuses(kType, part("Content-Disposition: form-data; name=\"\xff\"", "x") + kEnd, "UTF-8");
    refuses(
        kType,
        part("Content-Disposition: form-data; name=a\r\nX: " + std::string(9000, 'x'), "x") + kEnd,
        "grande demais");
    std::string many;
    for (int i = 0; i < 65; ++i) many += part("Content-Disposition: form-data; name=a", "x");
    refuses(kType, many + kEnd, "partes demais");
}

TEST_CASE("urlencoded fields are decoded and outlive the call") {
    const auto parts = parse_form("application/x-www-form-urlencoded; charset=utf-8",
                                  "usuario=a%40b&senha=1+2%0A&vazio&=x");
    REQUIRE(parts);
    REQUIRE(parts->size() == 4);
    CHECK(parts.value()[0].content == "a@b");
    CHECK(parts.value()[1].content == "1 2\n");
    CHECK(parts.value()[2].name == "vazio");
    CHECK(parts.value()[2].content.empty());
    refuses("application/x-www-form-urlencoded", "a=%00", "caracteres");
    refuses("application/x-www-form-urlencoded", "a=%C3", "caracteres");
    std::string many;
    for (int i = 0; i < 65; ++i) many += "a=1&";
    refuses("application/x-www-form-urlencoded", many, "campos demais");
}

TEST_CASE("a request gives its cookies, headers, captures and form") {
    Request request;
    request.headers = {{"cookie", "a=1; aroeira_sessao=tok; b=\"q\""},
                       {"cookie", "c=3"},
                       {"content-type", "application/x-www-form-urlencoded"}};
    request.captured = {{"lote", "7"}};
    request.query = {{"pagina", "2"}};
    request.body = memory_body("x=y");
    CHECK(request.cookie("aroeira_sessao") == "tok");
    CHECK(request.cookie("b") == "q");
    CHECK(request.cookie("c") == "3");
    CHECK(request.cookie("sessao").empty());
    CHECK(request.capture("lote") == "7");
    CHECK(request.capture("x").empty());
    CHECK(request.query_value("pagina") == std::string_view("2"));
    CHECK_FALSE(request.query_value("x"));
    CHECK(request.form().value()[0].content == "y");
}
