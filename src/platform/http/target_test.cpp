// SPDX-License-Identifier: Apache-2.0
#include "platform/http/target.hpp"

#include <doctest/doctest.h>

using namespace aroeira::http;

TEST_CASE("a request target is split into path and query in every form a client may send") {
    CHECK(split_target("/a/b?x=1&y")->path == "/a/b");
    CHECK(split_target("/a/b?x=1&y")->query == "x=1&y");
    CHECK(split_target("http://nodo:8080/a?b")->path == "/a");
    CHECK(split_target("HTTPS://nodo")->path == "/");
    CHECK(split_target("*")->path == "*");
    CHECK_FALSE(split_target(""));
    CHECK_FALSE(split_target("a/b"));
    CHECK_FALSE(split_target("ftp://nodo/a"));
    CHECK_FALSE(split_target("/a#b"));
}

TEST_CASE("percent decoding refuses what no screen would send") {
    const auto decoded = [](std::string_view text) {
        std::string out;
        return decode_percent(text, out, false) ? out : "(refused)";
    };
    CHECK(decoded("a%20b+c") == "a b+c");
    CHECK(decoded("%C3%A7") == "ç");
    CHECK(decoded("%e2%82%ac") == "€");
    for (const auto* bad :
         {"%", "%2", "%zz", "a%00b", "%0d%0a", "%7f", "%C3", "%C0%AF", "%ED%A0%80", "%F5%80%80%80",
          "%E0%80%80", "%F0%80%80%80", "%F4%90%80%80", "\xff"})
        CHECK_MESSAGE(decoded(bad) == "(refused)", bad);
}

TEST_CASE("a query gives its pairs in order, decoded, and has a limit") {
    std::vector<std::pair<std::string, std::string>> pairs;
    REQUIRE(parse_query("a=1&b=x+y%26&&c&d=", pairs));
    REQUIRE(pairs.size() == 4);
    CHECK(pairs[1] == std::pair<std::string, std::string>("b", "x y&"));
    CHECK(pairs[2] == std::pair<std::string, std::string>("c", ""));
    CHECK(pairs[3].second.empty());
    std::string many;
    for (int i = 0; i < 257; ++i) many += "a=1&";
    pairs.clear();
    CHECK_FALSE(parse_query(many, pairs));
    pairs.clear();
    CHECK_FALSE(parse_query("a=%GG", pairs));
}
