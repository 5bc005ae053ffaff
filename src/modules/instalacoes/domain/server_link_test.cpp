// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/domain/server_link.hpp"

#include <doctest/doctest.h>

using namespace aroeira::instalacoes;

TEST_CASE("[S2-063] a link is an address or an IP, and its port is 80 when nobody says another") {
    const auto check = [](std::string_view typed, std::string_view text, int port) {
        CAPTURE(typed);
        const auto link = server_link_of(typed);
        REQUIRE(link);
        CHECK(link->text == text);
        CHECK(link->port == port);
    };
    check("pec.municipio.gov.br", "http://pec.municipio.gov.br", 80);
    check("  http://pec.municipio.gov.br/ ", "http://pec.municipio.gov.br", 80);
    check("HTTP://pec.municipio.gov.br:8080/esus/", "http://pec.municipio.gov.br:8080/esus", 8080);
    check("https://pec.municipio.gov.br", "https://pec.municipio.gov.br", 443);
    check("https://pec.municipio.gov.br:8443", "https://pec.municipio.gov.br:8443", 8443);
    check("203.0.113.9", "http://203.0.113.9", 80);
    check("203.0.113.9:8080", "http://203.0.113.9:8080", 8080);
    check("[2001:db8::1]:8080", "http://[2001:db8::1]:8080", 8080);
    check("[2001:db8::1]", "http://[2001:db8::1]", 80);
    check("localhost", "http://localhost", 80);
}

TEST_CASE("[S2-063] what is no address on the internet is no link") {
    for (const auto* typed : {"", " ", "http://", "javascript:alert(1)", "ftp://a.b", "http://a b", "http://user:senha@a.b", "a.b:0", "a.b:65536", "a.b:", "a.b:x", "a.b:000080",
                              "205.289.0.1", "1.2.3", "1.2.3.4.5", "-a.b", ".a", "a.", "a..b", "http://a.b/<script>", "http://a.b?x=1", "http://a.b#x", "http://a.b/\nx", "á.b", "[::1", "[x]",
                              "http://a\"b"}) {
        CAPTURE(typed);
        CHECK_FALSE(server_link_of(typed));
    }
    CHECK_FALSE(server_link_of("http://" + std::string(300, 'a')));
}
