// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "modules/fichas/domain/ledi/encode.hpp"
#include "modules/fichas/domain/ledi/json.hpp"
#include "modules/fichas/domain/records/transporte.hpp"
#include "modules/fichas/domain/testing/case_file.hpp"

namespace aroeira::fichas {
namespace {

const std::filesystem::path kCases = AROEIRA_SOURCE "/src/modules/fichas/tests/cases";

std::string thrift_of(const Ficha& ficha) {
    Buffer out;
    write_thrift(ficha, out);
    return std::string(out.view());
}
std::string json_of(const Ficha& ficha) {
    Buffer out;
    write_json(ficha, out);
    return std::string(out.view());
}
std::string valid_bytes(const std::string& base) {
    return thrift_of(testing::BuiltFicha(kCases, base, {}).ficha());
}
/// The nested bytes of an envelope, and where they start in it.
std::pair<std::string, std::size_t> nested(const std::string& bytes) {
    Arena arena;
    const auto inside = decode(bytes, arena).ficha.envelope->dadoSerializado;
    return {std::string(inside), static_cast<std::size_t>(inside.data() - bytes.data())};
}

}  // namespace

TEST_CASE("a written ficha is read back and written again byte for byte") {
    for (const auto& base : testing::base_names(kCases)) {
        CAPTURE(base);
        const auto bytes = valid_bytes(base);
        Arena arena;
        const auto reading = decode(bytes, arena);
        REQUIRE(reading);
        CHECK(reading.ficha.uuid() == "2269741-3f6c2a10-1111-4222-8333-000000000001");
        CHECK(reading.ficha.versao() == "8.7.0");
        CHECK(reading.ficha.competencia() == "202609");
        CHECK(thrift_of(reading.ficha) == bytes);
        CHECK(json_of(reading.ficha) == json_of(testing::BuiltFicha(kCases, base, {}).ficha()));
    }
}

TEST_CASE("reading allocates nothing once the arena is warm") {
    const auto bytes = valid_bytes("visita");
    Arena arena;
    REQUIRE(decode(bytes, arena));
    const void* first = decode(bytes, arena).ficha.envelope;
    arena.rewind();
    CHECK(decode(bytes, arena).ficha.envelope != nullptr);
    arena.rewind();
    const void* again = decode(bytes, arena).ficha.envelope;
    CHECK(again != first);
}

TEST_CASE("every truncation of the envelope is refused, none reads past the end") {
    for (const auto& base : testing::base_names(kCases)) {
        const auto bytes = valid_bytes(base);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const std::string cut(bytes, 0, size);
            Arena arena;
            const auto reading = decode(std::string_view(cut.data(), cut.size()), arena);
            CHECK(!reading);
            if (!reading) CHECK(reading.fault->rule == "FICHA-ILEGIVEL");
        }
    }
}

TEST_CASE("every truncation of the ficha inside is refused, and the envelope still says whose it was") {
    for (const auto& base : testing::base_names(kCases)) {
        const auto bytes = valid_bytes(base);
        Arena arena;
        ledi::DadoTransporte envelope = *decode(bytes, arena).ficha.envelope;
        const auto [inside, at] = nested(bytes);
        for (std::size_t size = 0; size < inside.size(); ++size) {
            const std::string cut(inside, 0, size);
            envelope.dadoSerializado = ledi::Binary(cut.data(), cut.size());
            Buffer out;
            ledi::encode(ledi::describe<ledi::DadoTransporte>(), envelope, out);
            Arena mine;
            const auto reading = decode(out.view(), mine);
            CHECK(!reading);
            CHECK(reading.ficha.cnes() == "2269741");
            if (!reading) CHECK(reading.fault->field.starts_with("dadoSerializado"));
        }
    }
}

TEST_CASE("hostile bytes anywhere never crash the reader, the checks or the writers") {
    constexpr unsigned char kHostile[] = {0x00, 0x01, 0x7F, 0x80, 0xFF, 0x0C, 0x0F, 0x0B};
    for (const auto& base : testing::base_names(kCases)) {
        const auto good = valid_bytes(base);
        const testing::BuiltFicha built(kCases, base, {});
        Arena arena;
        for (std::size_t i = 0; i < good.size(); ++i)
            for (const unsigned char evil : kHostile) {
                std::string bytes = good;
                bytes[i] = static_cast<char>(evil);
                arena.rewind();
                const auto reading = decode(bytes, arena);
                if (!reading) continue;
                check(reading.ficha, built.options());
                Buffer json, xml, thrift;
                write_json(reading.ficha, json);
                write_xml(reading.ficha, xml);
                write_thrift(reading.ficha, thrift);
            }
    }
}

TEST_CASE("fields nobody declared survive a round trip, wherever they are") {
    auto bytes = valid_bytes("visita");
    bytes.pop_back();
    bytes += std::string("\x0f\x00\x63\x0c\x00\x00\x00\x02\x08\x00\x01\x00\x00\x00\x07\x00\x00", 17);  // 99: list<struct>
    bytes += std::string("\x0d\x00\x64\x0b\x08\x00\x00\x00\x01\x00\x00\x00\x01k\x00\x00\x00\x09", 18);   // 100: map
    bytes += std::string("\x00", 1);
    Arena arena;
    const auto reading = decode(bytes, arena);
    REQUIRE(reading);
    CHECK(thrift_of(reading.ficha) == bytes);
    CHECK(json_of(reading.ficha).find("\"_desconhecidos\":[\"0f0063") != std::string::npos);
}

TEST_CASE("fields out of order and repeated are read, the last one counts") {
    // versao {1: 8, 3: 0, 2: 6, 2: 7}
    const std::string version("\x0c\x00\x0a\x08\x00\x01\x00\x00\x00\x08\x08\x00\x03\x00\x00\x00\x00"
                              "\x08\x00\x02\x00\x00\x00\x06\x08\x00\x02\x00\x00\x00\x07\x00\x00", 33);
    Arena arena;
    const auto reading = decode(version, arena);
    REQUIRE(reading);
    CHECK(reading.ficha.versao() == "8.7.0");
}

TEST_CASE("a refusal says what is wrong and where") {
    auto bytes = valid_bytes("visita");
    Arena arena;
    const auto fault_of = [&](const std::string& text) {
        arena.rewind();
        const auto reading = decode(text, arena);
        return reading ? FieldError{} : *reading.fault;
    };
    CHECK(fault_of("PK\x03\x04 a zip").rule == "FICHA-ILEGIVEL");
    CHECK(fault_of("").message.find("terminam") != std::string::npos);
    CHECK(fault_of(bytes + "x").message.find("sobram") != std::string::npos);
    CHECK(fault_of(std::string("\x0b\x00\x01\xff\xff\xff\xff", 7)).field == "uuidDadoSerializado");
    CHECK(fault_of(std::string("\x0b\x00\x01\x7f\xff\xff\xff", 7)).message.find("tamanho") != std::string::npos);
    CHECK(fault_of(std::string("\x08\x00\x01\x00\x00\x00\x01", 7)).message.find("tipo do campo") != std::string::npos);
    std::string deep;
    for (int i = 0; i < 10'000; ++i) deep += std::string("\x0c\x00\x63", 3);
    CHECK(fault_of(deep).message.find("aninhadas") != std::string::npos);
}

TEST_CASE("an unknown type of ficha and an empty envelope are told by the checks, not lost") {
    Arena arena;
    const std::string empty("\x00", 1);
    const auto reading = decode(empty, arena);
    REQUIRE(reading);
    const auto verdict = check(reading.ficha, {});
    CHECK(verdict.errors.size() >= 7);
    CHECK(verdict.errors[0].field == "uuidDadoSerializado");
}

TEST_CASE("JSON escapes what must be escaped and keeps the rest") {
    const testing::BuiltFicha built(kCases, "visita", {{"visitasDomiciliares[0].numProntuario", "a\"b\\c\td\xC3\xA9 fim", 1}});
    CHECK(json_of(built.ficha()).find("\"numProntuario\":\"a\\\"b\\\\c\\u0009d\xC3\xA9 fim\"") != std::string::npos);
}

}  // namespace aroeira::fichas
