// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/otp.hpp"

#include <doctest/doctest.h>

using namespace aroeira::crypto;

TEST_CASE("the digits are those of the appendix of RFC 4226 and of RFC 6238") {
    constexpr const char* kKey = "12345678901234567890";
    const char* expected[] = {"755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"};
    for (std::uint64_t counter = 0; counter < 10; ++counter) CHECK(hotp(kKey, counter) == expected[counter]);
    CHECK(hotp(kKey, 1111111109 / 30) == "081804");
    CHECK(hotp(kKey, 2000000000 / 30) == "279037");
    CHECK(hotp(kKey, 20000000000 / 30) == "353130");
}

TEST_CASE("base 32 is that of RFC 4648 without its padding") {
    CHECK(to_base32("") == "");
    CHECK(to_base32("f") == "MY");
    CHECK(to_base32("fo") == "MZXQ");
    CHECK(to_base32("foo") == "MZXW6");
    CHECK(to_base32("foob") == "MZXW6YQ");
    CHECK(to_base32("fooba") == "MZXW6YTB");
    CHECK(to_base32("foobar") == "MZXW6YTBOI");
}
