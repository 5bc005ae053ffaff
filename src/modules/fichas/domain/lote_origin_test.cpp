// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/api/lote_origin.hpp"

#include <doctest/doctest.h>

using namespace aroeira;
using namespace aroeira::fichas;

namespace {

const Ibge kAracaju = Ibge::parse("2800308").value();
const LoteOrigin kOrigin{1, "01990000-0000-7000-8000-000000000001", 42, "01990000-0000-7000-8000-00000000000a", "2800308"};

std::string changed(std::string_view from, std::string_view to) {
    auto text = comment_of(kOrigin);
    const auto at = text.find(from);
    REQUIRE(at != text.npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("What a lote says of its origin is read back from the comment of its zip") {
    CHECK(comment_of(kOrigin) == R"({"aroeira":1,"lote":"01990000-0000-7000-8000-000000000001","numero":42,)"
                                 R"("remetente":"01990000-0000-7000-8000-00000000000a","municipio":"2800308"})");
    const auto read = origin_in(comment_of(kOrigin), kAracaju);
    REQUIRE(read);
    CHECK(read->numero == 42);
    CHECK(read->remetente == kOrigin.remetente);
}

TEST_CASE("Bad input: a comment of another system, município or time, or that makes no sense, says nothing") {
    for (const auto& comment : {std::string(), std::string("Feito pelo sistema X"), std::string("{}"), changed(":42", ":0"), changed(":42", ":-1"),
                                changed(":42", ":99999999999999999999"), changed("2800308", "3550308"), changed("\"aroeira\":1", "\"aroeira\":2"),
                                changed("-00000000000a", ""), changed("-000000000001", ""), changed("}", ""), comment_of(kOrigin) + std::string(2000, ' ')})
        CHECK_FALSE(origin_in(comment, kAracaju));
}
