// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ficha_json_read.hpp"
#include "modules/fichas/domain/ficha_xml_read.hpp"

#include <filesystem>

#include <doctest/doctest.h>

#include "modules/fichas/domain/testing/case_file.hpp"

using namespace aroeira::fichas;

namespace {
const std::filesystem::path kCases = AROEIRA_SOURCE "/src/modules/fichas/tests/cases";
}

TEST_CASE("what is written as XML reads back to the same Thrift bytes, for every base") {
    for (const auto& base : testing::base_names(kCases)) {
        CAPTURE(base);
        const testing::BuiltFicha built(kCases, base, {});
        Buffer whole;
        write_thrift(built.ficha(), whole);
        const std::string thrift(whole.view());
        Arena arena;
        const auto first = decode(thrift, arena);
        REQUIRE(first);
        Buffer xml;
        write_xml(first.ficha, xml);
        Arena second_arena;
        const auto second = read_xml(xml.view(), second_arena);
        REQUIRE(second);
        Buffer again;
        write_thrift(second.ficha, again);
        CHECK(again.view() == thrift);
    }
}

TEST_CASE("what is written as JSON reads back to the same Thrift bytes, for every base") {
    for (const auto& base : testing::base_names(kCases)) {
        CAPTURE(base);
        const testing::BuiltFicha built(kCases, base, {});
        Buffer whole;
        write_thrift(built.ficha(), whole);
        Buffer json;
        write_json(built.ficha(), json);
        Arena arena;
        const auto second = read_json(json.view(), arena);
        REQUIRE(second);
        Buffer again;
        write_thrift(second.ficha, again);
        CHECK(again.view() == whole.view());
    }
}

TEST_CASE("JSON that is no ficha is refused with its cause") {
    Arena arena;
    CHECK_FALSE(read_json("{}", arena));
    CHECK_FALSE(read_json("[1]", arena));
    CHECK_FALSE(read_json("{\"tipoDadoSerializado\":8,", arena));
    CHECK_FALSE(read_json(R"({"tipoDadoSerializado":8,"numLote":"doze"})", arena));
}

TEST_CASE("XML that is no ficha is refused with its cause") {
    Arena arena;
    CHECK_FALSE(read_xml("<a/>", arena));
    CHECK_FALSE(read_xml("<a", arena));
    CHECK_FALSE(read_xml("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", arena));
    const auto wrong = read_xml("<t:dadoTransporteTransportXml xmlns:t='x'><tipoDadoSerializado>oito</tipoDadoSerializado>"
                                "</t:dadoTransporteTransportXml>", arena);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.fault->field == "tipoDadoSerializado");
}
