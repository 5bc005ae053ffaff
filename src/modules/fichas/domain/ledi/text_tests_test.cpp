// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/text_tests.hpp"

#include <doctest/doctest.h>

#include <string>

#include "modules/fichas/domain/ledi/characters.hpp"

namespace aroeira::fichas::ledi {

TEST_CASE("digits are told from everything else at every place of every length") {
    for (std::size_t size = 0; size <= 40; ++size) {
        const std::string right(size, '7');
        CHECK(is_digits(right));
        for (std::size_t at = 0; at < size; ++at)
            for (const char wrong : {'/', ':', 'a', ' ', '\0', '\xB7', '\xFF'}) {
                CAPTURE(size);
                CAPTURE(at);
                CAPTURE(static_cast<int>(wrong));
                std::string text = right;
                text[at] = wrong;
                CHECK_FALSE(is_digits(text));
            }
    }
    CHECK(is_digits("0123456789"));
}

TEST_CASE("an e-mail has one @, something before it and a host of two names") {
    for (const char* right : {"a@b.c", "nome.sobrenome@provedor.com.br", "x+y@1.2"}) CHECK(is_email(right));
    for (const char* wrong : {"", "a", "@b.c", "a@b", "a@.c", "a@b.", "a@b..c", "a@b@c.d", "a b@c.d", "a,b@c.d", "a;b@c.d",
                              "a\t@b.c", "a@b.c."})
        CHECK_FALSE_MESSAGE(is_email(wrong), wrong);
}

TEST_CASE("characters are counted at every length, and what is no text is told") {
    for (std::size_t before = 0; before <= 20; ++before)
        for (std::size_t after = 0; after <= 20; ++after) {
            const std::string a(before, 'a'), z(after, '~');
            const auto count = static_cast<std::uint32_t>(before + after);
            CHECK(characters(a + z) == count);
            for (const char* one : {"ã", "€", "😀", "\t", "\n"}) CHECK(characters(a + one + z) == count + 1);
            for (const char* bad : {"\x01", "\x1F", "\x80", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80"})
                CHECK(characters(a + bad + z) == kNotText);
        }
}

}  // namespace aroeira::fichas::ledi
