// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace aroeira;

TEST_CASE("Folding makes names comparable whatever their accents, case and spaces") {
    CHECK(text::fold("  JOSÉ  da Conceição ") == "jose da conceicao");
    CHECK(text::fold("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝ") == "aaaaaaceeeeiiiinooooouuuuy");
    CHECK(text::fold("àáâãäåçèéêëìíîïñòóôõöùúûüýÿ") == "aaaaaaceeeeiiiinooooouuuuyy");
    CHECK(text::fold("") == "");
    CHECK(text::fold("Æ × ß") == "Æ × ß");
}

TEST_CASE("Trimming takes blanks at the ends only") {
    CHECK(text::trim(" \t a b \r\n") == "a b");
    CHECK(text::trim("  ") == "");
}

TEST_CASE("One line has no break and no control character, whatever its letters") {
    for (const auto* line : {"", "Conceição, 12", "a b"}) CHECK(text::is_one_line(line));
    for (const auto* other : {"a\nb", "a\r", "\tb", "a\x1b[1m", "a\x7f"}) CHECK_FALSE(text::is_one_line(other));
    CHECK_FALSE(text::is_one_line(std::string("a\0b", 3)));
}
