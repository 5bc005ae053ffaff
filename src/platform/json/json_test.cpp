// SPDX-License-Identifier: Apache-2.0
#include "platform/json/json.hpp"

#include <cstring>
#include <random>

#include <doctest/doctest.h>

using namespace aroeira;

namespace {

struct Item {
    std::string nome{};
    std::optional<std::int64_t> quantidade{};
    static constexpr auto fields = std::tuple{json::field("nome", &Item::nome, "Nome."),
                                              json::field("quantidade", &Item::quantidade)};
};
struct Pedido {
    std::string canal{};
    bool urgente = false;
    double valor = 0;
    std::vector<Item> itens{};
    static constexpr auto fields = std::tuple{
        json::field("canal", &Pedido::canal, "", "arquivo|online"), json::field("urgente", &Pedido::urgente),
        json::field("valor", &Pedido::valor), json::field("itens", &Pedido::itens)};
};

struct Holder {
    std::int64_t n = 0;
    static constexpr auto fields = std::tuple{json::field("n", &Holder::n)};
};

constexpr std::string_view kGood = R"({"canal":"online","urgente":true,"valor":36.65,"itens":[{"nome":"a\"b\nç"},{"nome":"x","quantidade":7}]})";

}  // namespace

TEST_CASE("What was written reads back the same") {
    const auto read = json::parse<Pedido>(kGood);
    REQUIRE(read);
    CHECK(read->itens[0].nome == "a\"b\nç");
    CHECK_FALSE(read->itens[0].quantidade.has_value());
    CHECK(json::text_of(*read) == kGood);
}

TEST_CASE("Integers are exact to the last digit and a larger one is refused") {
    CHECK(json::parse<Holder>(R"({"n":9223372036854775807})")->n == 9223372036854775807);
    CHECK_FALSE(json::parse<Holder>(R"({"n":9223372036854775808})"));
    CHECK_FALSE(json::parse<Holder>(R"({"n":1.5})"));
}

TEST_CASE("A number that does not fit is refused instead of becoming infinity") {
    CHECK_FALSE(json::Document::parse("[9E999]"));
    CHECK_FALSE(json::Document::parse("[{\"a\":-9E999}]"));
}

TEST_CASE("A mistake is named by its field, its line and its column") {
    CHECK(json::parse<Pedido>("{\n  \"canal\": }").error().message.find("linha 2") != std::string::npos);
    const auto wrong = json::parse<Pedido>(R"({"canal":"online","urgente":true,"valor":1,"itens":[{"nome":3}]})");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().fields.front().field == "itens[0].nome");
    CHECK(json::parse<Pedido>(R"({"canal":"carta","urgente":true,"valor":1,"itens":[]})").error().fields.front().field == "canal");
}

TEST_CASE("A field that does not exist is refused: it is a typing mistake or an attack") {
    const auto refused = json::parse<Item>(R"({"nome":"a","perfil":"administrador"})");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fields.front().field == "perfil");
}

TEST_CASE("Trailing text, deep nesting and bad UTF-8 are refused") {
    CHECK_FALSE(json::Document::parse("{} x"));
    CHECK_FALSE(json::Document::parse(std::string(100, '[') + std::string(100, ']')));
    CHECK_FALSE(json::Document::parse("[\"\xff\"]"));
    CHECK_FALSE(json::Document::parse(""));
}

TEST_CASE("A name that comes twice is refused at every depth, in small and in large objects") {
    CHECK(json::Document::parse(R"({"a":1,"a":2})").error().message.find("\"a\" aparece duas vezes") != std::string::npos);
    CHECK_FALSE(json::Document::parse(R"([{"x":{"b":1,"c":2,"b":3}}])"));
    CHECK_FALSE(json::Document::parse("{\"a\":1,\"\\u0061\":2}"));
    CHECK(json::Document::parse(R"({"a":{"a":{"a":1},"b":2},"b":[{"a":1},{"a":1}]})"));
    CHECK(json::Document::parse(R"({"":1,"a":{"":1}})"));
    std::string large = "{";
    for (int i = 0; i < 1000; ++i) large += "\"k" + std::to_string(i) + "\":0,";
    CHECK(json::Document::parse(large + "\"z\":0}"));
    CHECK_FALSE(json::Document::parse(large + "\"k500\":0}"));
}

TEST_CASE("Every double reads to the nearest and writes back to itself") {
    std::mt19937_64 random(7);
    for (int i = 0; i < 100'000; ++i) {
        const auto bits = random();
        double number = 0;
        std::memcpy(&number, &bits, sizeof number);
        if (!std::isfinite(number)) continue;
        const auto text = json::text_of(number);
        const auto document = json::Document::parse(text);
        REQUIRE(document);
        REQUIRE(document->root().real() == number);
        REQUIRE(json::text_of(document->root().real()) == text);
    }
    CHECK(json::Document::parse("[1.7976931348623157e308,5e-324,1e-400,-1e-400,0.1,1E+2]").value().root().dump() ==
          "[1.7976931348623157e+308,5e-324,0,0,0.1,100]");
    CHECK(json::Document::parse("[-0.0,-0,-0e-75]").value().root().dump() == "[0,0,0]");
    for (const std::string large : {"1e309", "-1e309", "1.8e308", "1e99999999999", "0.1e310"}) CHECK_FALSE(json::Document::parse(large));
}

TEST_CASE("A raw value keeps its content, its numbers spelled shortly") {
    CHECK(json::Document::parse(R"({"a":[36.65,-1,18446744073709551615,null,true,"ç\u000a"],"b":{},"c":[]})").value().root().dump() ==
          R"({"a":[36.65,-1,18446744073709551615,null,true,"ç\n"],"b":{},"c":[]})");
}

TEST_CASE("Text that no database keeps or no reader agrees on is refused") {
    CHECK_FALSE(json::Document::parse(R"(["a\u0000b"])"));
    CHECK_FALSE(json::Document::parse(R"({"a\u0000b":1})"));
    CHECK_FALSE(json::Document::parse(R"(["\ud800"])"));
    CHECK_FALSE(json::Document::parse(R"(["\udc00\ud800"])"));
    CHECK(json::Document::parse(R"(["\ud83d\ude00"])").value().root().at(0).text() == "\xf0\x9f\x98\x80");
    CHECK_FALSE(json::Document::parse("[\"\xc0\xaf\"]"));
    CHECK_FALSE(json::Document::parse("[\"\xed\xa0\x80\"]"));
    CHECK_FALSE(json::Document::parse("[\"a\nb\"]"));
    for (const std::string loose : {"[1,]", "{a:1}", "['a']", "[01]", "[+1]", "[.5]", "[1.]", "[NaN]", "[Infinity]", "// x\n1", "[1 2]"})
        CHECK_MESSAGE(!json::Document::parse(loose), loose);
}

TEST_CASE("The place of a mistake is its line and column") {
    const auto message = [](std::string_view text) { return json::Document::parse(text).error().message; };
    CHECK(message("{\"a\":\n  x}").find("(linha 2, coluna 3)") != std::string::npos);
    CHECK(message("[1,\n2").find("(linha 2, coluna 2): o texto termina antes do fim.") != std::string::npos);
    CHECK(message("{} x").find("depois do fim") != std::string::npos);
}

TEST_CASE("The schema names every field, what is required and what may be chosen") {
    CHECK(json::schema<Item>() ==
          R"({"type":"object","additionalProperties":false,"properties":{"nome":{"type":"string","description":"Nome."},"quantidade":{"type":"integer"}},"required":["nome"]})");
    CHECK(json::schema<Pedido>().find(R"("enum":["arquivo","online"])") != std::string::npos);
}
