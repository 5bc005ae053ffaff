// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/zip/zip.hpp"
#include "tests/support/databases.hpp"

/// Fichas written by hand in Thrift, byte by byte and without the codec of the program, for tests
/// that need some: a home visit in its envelope, as a third-party system sends it.
namespace aroeira::fichas::testing {

/// The TBinaryProtocol, as far as these fichas need it.
class ThriftText {
public:
    ThriftText& text(int id, std::string_view value) {
        head(11, id);
        number(4, static_cast<std::int64_t>(value.size()));
        out_ += value;
        return *this;
    }
    ThriftText& i32(int id, std::int64_t value) { return fixed(8, id, 4, value); }
    ThriftText& i64(int id, std::int64_t value) { return fixed(10, id, 8, value); }
    ThriftText& group(int id, const ThriftText& fields) {
        head(12, id);
        out_ += fields.ended();
        return *this;
    }
    ThriftText& groups(int id, const std::vector<ThriftText>& elements) {
        head(15, id);
        out_ += '\x0c';
        number(4, static_cast<std::int64_t>(elements.size()));
        for (const auto& one : elements) out_ += one.ended();
        return *this;
    }
    ThriftText& i64s(int id, const std::vector<std::int64_t>& values) {
        head(15, id);
        out_ += '\x0a';
        number(4, static_cast<std::int64_t>(values.size()));
        for (const auto value : values) number(8, value);
        return *this;
    }
    [[nodiscard]] std::string ended() const { return out_ + '\0'; }

private:
    void head(char type, int id) {
        out_ += type;
        number(2, id);
    }
    ThriftText& fixed(char type, int id, int bytes, std::int64_t value) {
        head(type, id);
        number(bytes, value);
        return *this;
    }
    void number(int bytes, std::int64_t value) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out_ += static_cast<char>(value >> shift);
    }
    std::string out_;
};

constexpr std::int64_t kValidTurno = 1;
constexpr std::int64_t kNoSuchTurno = 9;

/// A visit that every rule accepts; a test changes what it is about.
struct Visita {
    int number = 1;                           ///< Makes its uuid and its prontuário.
    std::string ibge = "2800308";
    std::string cnes = "2269741";
    std::string ine = "0000123456";
    std::string cns = "700000000000005";
    std::int64_t at_ms = 1'788'000'000'000;   ///< 2026-08-29.
    std::int64_t turno = kValidTurno;
    std::int64_t numero_lote = 1;

    [[nodiscard]] std::string uuid() const {
        char text[45];
        std::snprintf(text, sizeof text, "%s-00000000-0000-7000-8000-%012x", cnes.c_str(), static_cast<unsigned>(number));
        return text;
    }
    [[nodiscard]] std::string file_name() const { return uuid() + ".esus"; }
    [[nodiscard]] std::string bytes() const {
        const auto header = ThriftText().text(1, cns).text(2, "515105").text(3, cnes).text(4, ine).i64(5, at_ms).text(6, ibge);
        const auto visit = ThriftText().i64(1, turno).text(2, std::to_string(number)).i64(4, -600'000'000'000).i64(5, 1)
                               .i64s(7, {11, 29}).i64(8, 1).text(9, "01").i64(11, 1);
        const auto record = ThriftText().text(1, uuid()).i32(2, 3).group(3, header).groups(4, {visit}).ended();
        const auto sender = ThriftText().text(1, "Sistema de teste - 1.0").text(2, "1").text(3, "11222333000181")
                                .text(4, "Município de teste");
        return ThriftText().text(1, uuid()).i64(2, 8).text(3, cnes).text(4, ibge).text(5, ine).i64(6, numero_lote)
            .text(7, record).group(8, sender).group(9, sender).group(10, ThriftText().i32(1, 8).i32(2, 7).i32(3, 0)).ended();
    }
};

using NamedFile = std::pair<std::string, std::string>;

inline std::string zip_of(const std::vector<NamedFile>& files) {
    std::string out;
    zip::Writer writer(out);
    for (const auto& [name, bytes] : files) test::must(writer.add(name, bytes));
    test::must(writer.finish());
    return out;
}
inline std::string zip_of(const std::vector<Visita>& visits) {
    std::vector<NamedFile> files;
    for (const auto& visit : visits) files.emplace_back(visit.file_name(), visit.bytes());
    return zip_of(files);
}

}  // namespace aroeira::fichas::testing
