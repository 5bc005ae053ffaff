// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <set>

#include "modules/fichas/domain/testing/case_file.hpp"
#include "tests/oracle/agree.hpp"
#include "tests/oracle/random_source.hpp"
#include "tests/oracle/wire.hpp"

// Apache Thrift reads what we write, and we read what it writes. The IDL comes from the published
// facts (idl.py), so that an error of our declarations cannot hide on both sides.
namespace aroeira::oracle {
namespace {

using namespace fichas;
const std::filesystem::path kCases = AROEIRA_SOURCE "/src/modules/fichas/tests/cases";
constexpr std::uint32_t kRandomRecords = 300;  // of each record type

/// A ficha of Thrift's making, envelope and all.
std::string made_by_thrift(int tipo, std::uint32_t seed, bool everything) {
    RandomSource source(seed, everything);
    auto envelope = ledi_oracle::make_DadoTransporte(source);
    envelope.__set_tipoDadoSerializado(tipo);
    ledi_oracle::make_root(tipo, [&](const auto& root) { envelope.__set_dadoSerializado(write(root)); }, source);
    return write(envelope);
}

}  // namespace

TEST_CASE("Thrift reads every base and every case we write, with our values, and writes our bytes") {
    std::set<int> tipos;
    for (const auto& base : testing::base_names(kCases)) {
        CAPTURE(base);
        const testing::BuiltFicha built(kCases, base, {});
        tipos.insert(built.ficha().tipo->codigo);
        agree_on(thrift_of(built.ficha()));
    }
    for (const auto& one : testing::read_cases(kCases)) {
        CAPTURE(one.file);
        CAPTURE(one.line);
        CAPTURE(one.base);
        agree_on(thrift_of(testing::BuiltFicha(kCases, one.base, one.changes).ficha()));
    }
    for (const TipoDeFicha* tipo : tipos_de_ficha()) CHECK_MESSAGE(tipos.contains(tipo->codigo), tipo->nome);
}

TEST_CASE("we read every field Thrift writes, with its values, and write its bytes") {
    for (const TipoDeFicha* tipo : tipos_de_ficha()) {
        CAPTURE(tipo->nome);
        for (std::uint32_t seed = 0; seed <= kRandomRecords; ++seed) {
            CAPTURE(seed);
            const std::string bytes = made_by_thrift(tipo->codigo, seed, seed == 0);
            agree_on(bytes);
            Arena arena;
            const Reading ours = decode(bytes, arena);
            REQUIRE(ours.ficha.record);
            CHECK((thrift_of(ours.ficha) == bytes));
        }
    }
}

TEST_CASE("what the converter makes of JSON and of XML is read by Thrift as the original was") {
    for (const auto& base : testing::base_names(kCases)) {
        CAPTURE(base);
        const testing::BuiltFicha built(kCases, base, {});
        const std::string original = thrift_of(built.ficha());
        for (const auto writer : {&write_json, &write_xml}) {
            Buffer text;
            writer(built.ficha(), text);
            Arena arena;
            const Reading again = read_file(base, text.view(), arena);
            REQUIRE(again);
            const std::string bytes = thrift_of(again.ficha);
            CHECK((bytes == original));
            agree_on(bytes);
        }
    }
}

TEST_CASE("neither reads what is cut short") {
    const std::string bytes = made_by_thrift(tipos_de_ficha()[0]->codigo, 0, true);
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 50) {
        CAPTURE(size);
        Arena arena;
        CHECK_FALSE(decode(std::string_view(bytes).substr(0, size), arena));
        ledi_oracle::DadoTransporte theirs;
        CHECK_THROWS(read(std::string_view(bytes).substr(0, size), theirs));
    }
}

}  // namespace aroeira::oracle
