// SPDX-License-Identifier: Apache-2.0
#include "platform/json/json.hpp"

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

TEST_CASE("The schema names every field, what is required and what may be chosen") {
    CHECK(json::schema<Item>() ==
          R"({"type":"object","additionalProperties":false,"properties":{"nome":{"type":"string","description":"Nome."},"quantidade":{"type":"integer"}},"required":["nome"]})");
    CHECK(json::schema<Pedido>().find(R"("enum":["arquivo","online"])") != std::string::npos);
}
