// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/lote_writer.hpp"

#include "modules/transmission/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

std::string hash(std::string_view bytes) { return crypto::sha256_text(bytes); }

fichas::FichaKey key_of(const Visita& visit) { return {visit.uuid(), 1}; }

std::string as_xml(const Visita& visit) {
    fichas::Arena arena;
    const auto bytes = visit.bytes();
    const auto reading = fichas::decode(bytes, arena);
    REQUIRE(reading);
    fichas::Buffer xml;
    fichas::write_xml(reading.ficha, xml);
    return std::string(xml.view());
}

std::string lote_with(const std::vector<Visita>& visits) {
    LoteWriter writer({}, hash);
    for (const auto& visit : visits) CHECK(test::must(writer.add(key_of(visit), visit.bytes())));
    return test::must(writer.finish());
}

}  // namespace

TEST_CASE("A lote holds each ficha under its uuid with the bytes that were received, and the same fichas make the same lote") {
    const std::vector<Visita> visits{{.number = 1}, {.number = 2, .numero_lote = 77}};
    const auto zip = lote_with(visits);
    std::map<std::string, std::string> expected;
    for (const auto& visit : visits) expected[visit.uuid() + ".esus"] = visit.bytes();
    CHECK(entries_of(zip) == expected);
    CHECK(lote_with(visits) == zip);
}

TEST_CASE("A ficha that came in XML leaves in Thrift, with all it said") {
    const Visita visit{.number = 3};
    LoteWriter writer({}, hash);
    CHECK(test::must(writer.add(key_of(visit), as_xml(visit))));
    const auto entries = entries_of(test::must(writer.finish()));
    REQUIRE(entries.contains(visit.file_name()));
    CHECK(entries.at(visit.file_name()) == visit.bytes());
    CHECK(writer.fichas().at(0).sha256 == hash(visit.bytes()));
}

TEST_CASE("A lote says in the comment of its zip which one it is of which installation, and is read as ever") {
    const auto zip = lote_with({{.number = 1}});
    const auto whole = marked(zip, {.lote = "l", .numero = 7, .remetente = "r", .municipio = "2800308"});
    const auto archive = test::must(zip::Archive::open(whole));
    CHECK(archive.comment() == R"({"aroeira":1,"lote":"l","numero":7,"remetente":"r","municipio":"2800308"})");
    CHECK(entries_of(whole) == entries_of(zip));
}

TEST_CASE("A lote is full at its limit of fichas or of bytes, and takes at least one") {
    const Visita first{.number = 1}, second{.number = 2}, third{.number = 3};
    LoteWriter few({.fichas_max = 2}, hash);
    CHECK(test::must(few.add(key_of(first), first.bytes())));
    CHECK(test::must(few.add(key_of(second), second.bytes())));
    CHECK_FALSE(test::must(few.add(key_of(third), third.bytes())));
    REQUIRE(few.fichas().size() == 2);
    CHECK(few.fichas()[1].key == key_of(second));

    LoteWriter exact({.bytes_max = 2 * first.bytes().size()}, hash);
    CHECK(test::must(exact.add(key_of(first), first.bytes())));
    CHECK(test::must(exact.add(key_of(second), second.bytes())));
    CHECK_FALSE(test::must(exact.add(key_of(third), third.bytes())));

    LoteWriter narrow({.bytes_max = 1}, hash);
    CHECK(test::must(narrow.add(key_of(first), first.bytes())));
    CHECK_FALSE(test::must(narrow.add(key_of(second), second.bytes())));
}

TEST_CASE("A ficha whose uuid is no file name leaves under another name, and its neighbours as ever") {
    const Visita visit{};
    LoteWriter writer({}, hash);
    CHECK(test::must(writer.add(key_of(visit), visit.bytes())));
    CHECK(test::must(writer.add({"../../../00000000-0000-7000-8000-000000", 1}, Visita{.number = 2}.bytes())));
    const auto entries = entries_of(test::must(writer.finish()));
    CHECK(entries.contains(visit.file_name()));
    CHECK(entries.contains("ficha-1.esus"));
}

TEST_CASE("A kept ficha that cannot be read again stops the lote with a code, and what it holds is not told") {
    LoteWriter writer({}, hash);
    const auto refused = writer.add({"2269741-x", 1}, "<segredo");
    CHECK(code_of_failure(refused) == "TRANS-0003");
    CHECK(refused.error().message.find("segredo") == std::string::npos);
    CHECK(refused.error().detail.find("segredo") == std::string::npos);
}
