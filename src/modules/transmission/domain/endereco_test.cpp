// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/endereco.hpp"

#include <doctest/doctest.h>

using namespace aroeira::transmission;

TEST_CASE("[S2-238] [S2-242] the address of a server is http or https, a host, perhaps a port and a path, and is kept in one form") {
    const std::pair<const char*, const char*> kept[] = {
        {"http://enderecoeletronico.municipio.gov.br:8080/esus", "http://enderecoeletronico.municipio.gov.br:8080/esus"},
        {"  HTTPS://Saude.SE.gov.br/Esus/ ", "https://saude.se.gov.br/Esus"},
        {"http://10.0.0.7", "http://10.0.0.7"},
        {"http://localhost:1/", "http://localhost:1"},
        {"https://[2001:DB8::1]:8443/a/b", "https://[2001:db8::1]:8443/a/b"},
        {"http://ubs_sol:65535", "http://ubs_sol:65535"},
        {"http://a.b/a%20b", "http://a.b/a%20b"},
    };
    for (const auto& [text, wanted] : kept) {
        CAPTURE(text);
        const auto endereco = endereco_of(text);
        REQUIRE(endereco);
        CHECK(*endereco == wanted);
    }
}

TEST_CASE("[S2-238] an address of another kind, or with more in it than an address has, is refused on its field") {
    for (const auto* text : {"", "centralizador", "ftp://a.b", "http://", "https:///esus", "http://a b", "http://a.b/a b", "http://ana:senha@a.b", "http://a.b@c.d",
                             "http://a.b/?x=1", "http://a.b#x", "http://a.b:0", "http://a.b:65536", "http://a.b:", "http://a.b:80x", "http://.a", "http://a..b", "http://-a",
                             "http://a\r\nb", "http://[::1", "http://[", "http://[x]", "http://saúde.gov.br", "http://a.b/é", "http://a.b\\c", "http://a.b/\"", "javascript:alert(1)", "file:///etc/passwd"}) {
        CAPTURE(text);
        const auto refused = endereco_of(text);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code.text() == "TRANS-0012");
        REQUIRE(refused.error().fields.size() == 1);
        CHECK(refused.error().fields[0].field == "endereco");
    }
    CHECK(endereco_of("http://a.b/" + std::string(289, 'x')));
    CHECK_FALSE(endereco_of("http://a.b/" + std::string(290, 'x')));
}

TEST_CASE("The API of a server is after its address, and its origin is what a password is for") {
    CHECK(api_url("http://a.b:8080/esus", "/api/v1/x") == "http://a.b:8080/esus/api/v1/x");
    CHECK(origin_of("http://a.b:8080/esus/x") == "http://a.b:8080");
    CHECK(origin_of("https://a.b") == "https://a.b");
    CHECK(origin_of("").empty());
}
