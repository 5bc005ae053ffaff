// SPDX-License-Identifier: Apache-2.0
#include "platform/pdf/pdf.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace aroeira;

TEST_CASE("accents and the signs of typography have their place in the fonts, the rest is a question mark") {
    CHECK(pdf::to_cp1252("Ação – José") == "A\xe7\xe3o \x96 Jos\xe9");
    CHECK(pdf::to_cp1252("a\nb") == "a b");
    CHECK(pdf::to_cp1252("漢 €") == "? \x80");
    CHECK(pdf::to_cp1252("\x80z") == "?z");
}

TEST_CASE("a table becomes as many pages as it needs, and the file is a PDF") {
    pdf::Table table({.title = "Trilha de auditoria", .lines = {"Município: São Cristóvão"}, .columns = {{"Data", 1}, {"Detalhes", 3}}, .creator = "Aroeira"});
    for (int i = 0; i < 200; ++i) {
        const std::array<std::string, 2> cells{"07/10/2026 14:05", "Uma linha comprida de detalhes, com acentuação, que precisa de mais de uma linha para caber na coluna em que está, porque é mesmo muito comprida " + std::to_string(i)};
        REQUIRE(table.row(cells));
    }
    CHECK(table.pages() > 3);
    const auto file = table.finish("Aroeira · SHA-256 0123");
    REQUIRE(file);
    CHECK(file->starts_with("%PDF-1."));
    CHECK(file->find("/Count " + std::to_string(table.pages())) != std::string::npos);
}

TEST_CASE("a word longer than its column is broken, and a cell longer than a page is cut") {
    pdf::Table table({.title = "T", .columns = {{"A", 1}, {"B", 1}}});
    const std::array<std::string, 2> cells{std::string(300, 'x'), std::string(100'000, 'y')};
    REQUIRE(table.row(cells));
    CHECK(table.finish(""));
    CHECK(table.pages() <= 2);
}
