// SPDX-License-Identifier: Apache-2.0
// The documents of the manual, 3.7.2, as fichas are them here: CAD, RAS and RAC.
#include <doctest/doctest.h>

#include "modules/fichas/domain/ficha_json_read.hpp"
#include "modules/fichas/domain/ficha_xml_read.hpp"
#include "modules/fichas/domain/testing/case_file.hpp"

namespace aroeira::fichas {
namespace {

const std::filesystem::path kCases = AROEIRA_SOURCE "/src/modules/fichas/tests/cases";
constexpr std::string_view kBefore = "2269741-3f6c2a10-1111-4222-8333-00000000aaaa";

template <class Write>
std::string written(const Ficha& ficha, Write write) {
    Buffer out;
    write(ficha, out);
    return std::string(out.view());
}
std::string thrift_of(const Ficha& ficha) { return written(ficha, [](const Ficha& f, Buffer& out) { write_thrift(f, out); }); }
std::string json_of(const Ficha& ficha) { return written(ficha, [](const Ficha& f, Buffer& out) { write_json(f, out); }); }
std::string xml_of(const Ficha& ficha) { return written(ficha, [](const Ficha& f, Buffer& out) { write_xml(f, out); }); }

}  // namespace

TEST_CASE("[S2-228] A CAD goes from one system to another whole, says whom it is about and which one it replaces") {
    for (const auto& [base, about] : {std::pair{"individual", "\"cpfCidadao\":\"52998224725\""}, std::pair{"domiciliar", "\"familias\":[{"}}) {
        CAPTURE(base);
        const testing::BuiltFicha sent(kCases, base, {{"fichaAtualizada", "true"}, {"uuidFichaOriginadora", std::string(kBefore)}});
        REQUIRE(check(sent.ficha(), sent.options()).is_valid());
        const auto bytes = thrift_of(sent.ficha());
        const auto json = json_of(sent.ficha());
        CHECK(json.find(about) != json.npos);
        CHECK(json.find("\"uuidFichaOriginadora\":\"" + std::string(kBefore)) != json.npos);
        Arena from_json, from_xml;
        const auto by_json = read_json(json, from_json);
        const auto xml = xml_of(sent.ficha());
        const auto by_xml = read_xml(xml, from_xml);
        REQUIRE(by_json);
        REQUIRE(by_xml);
        CHECK(thrift_of(by_json.ficha) == bytes);
        CHECK(thrift_of(by_xml.ficha) == bytes);
    }
}

TEST_CASE("[S2-229] A RAS is transmitted as it was received, byte for byte, whichever event it tells of") {
    int events = 0;
    for (const auto& base : testing::base_names(kCases)) {
        if (base == "individual" || base == "domiciliar") continue;
        CAPTURE(base);
        const testing::BuiltFicha made(kCases, base, {});
        const auto bytes = thrift_of(made.ficha());
        Arena arena;
        const auto received = decode(bytes, arena);
        REQUIRE(received);
        CHECK(thrift_of(received.ficha) == bytes);
        ++events;
    }
    CHECK(events >= 11);
}

TEST_CASE("[S2-230] A RAC holds more than the RAS: what only its sender knows of stays in it, and the rest is judged as ever") {
    const testing::BuiltFicha made(kCases, "visita", {});
    auto bytes = thrift_of(made.ficha());
    bytes.pop_back();
    bytes += std::string("\x0b\x00\x63\x00\x00\x00\x04mais\x00", 12);  // 99: string "mais", then the end of the struct
    Arena arena;
    const auto kept = decode(bytes, arena);
    REQUIRE(kept);
    CHECK(check(kept.ficha, made.options()).is_valid());
    CHECK(thrift_of(kept.ficha) == bytes);
}

TEST_CASE("[S2-231] A ficha is of individual health events: each is judged by itself and named in what is found") {
    const testing::BuiltFicha made(kCases, "visita", {{"visitasDomiciliares[1].turno", "1"}});
    const auto verdict = check(made.ficha(), made.options());
    REQUIRE_FALSE(verdict.is_valid());
    for (const auto& found : verdict.errors) CHECK_MESSAGE(found.field.starts_with("visitasDomiciliares[1]."), found.field);
}

}  // namespace aroeira::fichas
