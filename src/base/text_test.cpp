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
