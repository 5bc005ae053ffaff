// SPDX-License-Identifier: Apache-2.0
#include "app/demo/expand.hpp"

#include <doctest/doctest.h>

#include <set>

#include "app/demo/town.hpp"
#include "base/identifiers.hpp"

namespace aroeira::app::demo {
namespace {

const Known kKnown{.values = {{"cnes", "9900011"}, {"pessoa.cpf", "90000000068"}, {"ine", ""}}, .day = 20'000};

std::string expanded(std::string_view text, std::uint64_t seed = 1) {
    Luck luck(seed);
    const auto out = expand(text, kKnown, luck);
    return out ? *out : "erro: " + out.error().detail;
}

}  // namespace

TEST_CASE("a value of a model has its names replaced and its choices made") {
    CHECK(expanded("8.7.0") == "8.7.0");
    CHECK(expanded("{}") == "{}");
    CHECK(expanded("[1, 2]") == "[1, 2]");
    CHECK(expanded("$cnes-$pessoa.cpf") == "9900011-90000000068");
    CHECK(expanded("$ine").empty());
    CHECK(expanded("$dia") == "2024-10-04");
    CHECK(expanded("$dia-30") == "2024-09-04");
    CHECK(expanded("$dia+1 09:30") == "2024-10-05 09:30");
    CHECK(expanded("$ninguem") == "erro: modelo: $ninguem");
    CHECK(expanded("{1|2") == "erro: modelo: {1|2");
}

TEST_CASE("every choice of a model comes up, and nothing else") {
    std::set<std::string> choices, numbers;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        choices.insert(expanded("Z34{0|8|9}", seed));
        numbers.insert(expanded("{7..9}", seed));
    }
    CHECK(choices == std::set<std::string>{"Z340", "Z348", "Z349"});
    CHECK(numbers == std::set<std::string>{"7", "8", "9"});
}

TEST_CASE("the citizens of the demonstration have the age and sex that were asked, and a CPF with its digits") {
    constexpr int kToday = 20'000;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Luck luck(seed);
        const auto baby = make_citizen({.from = 2, .to = 6, .months = true}, kToday, luck);
        CHECK(baby.birth >= text_of_day(kToday - 214));
        CHECK(baby.birth <= text_of_day(kToday - 59));
        const auto elder = make_citizen({.from = 60, .to = 95, .woman = true}, kToday, luck);
        CHECK(elder.birth < "1964-10-04");
        CHECK(elder.woman);
        CHECK(is_cpf(elder.cpf));
    }
}

}  // namespace aroeira::app::demo
