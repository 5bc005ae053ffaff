// SPDX-License-Identifier: Apache-2.0
// A line holds no CPF, CNS or name, and nobody writes a line of his own into it (ASVS 5.0 V16.2.1, V16.2.2, V16.4.1).
#include "platform/log/log.hpp"

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "platform/json/json.hpp"
#include "platform/log/text.hpp"

using namespace aroeira;

namespace {

enum class Canal : std::uint8_t { arquivo, online };
std::string_view name_of(Canal canal) { return canal == Canal::arquivo ? "arquivo" : "online"; }

struct Lote;

const FixedClock kClock(from_ms(1'790'000'000'123));

/// The line one call writes.
template <class F>
std::string line_of(F&& call, log::Level least = log::Level::debug) {
    std::string line;
    const log::Logger log(kClock, [&](std::string_view text) { line += text; }, least);
    call(log);
    return line;
}

std::string scrubbed(std::string text) {
    log::scrub(text);
    return text;
}

template <class T>
constexpr bool may_be_logged = std::is_constructible_v<log::Value, T>;

}  // namespace

// No text made at run time compiles as a value: this is the guarantee, the masks are the second net.
static_assert(!may_be_logged<std::string> && !may_be_logged<std::string_view> && !may_be_logged<const char*> && !may_be_logged<char*>);
static_assert(!may_be_logged<char> && !may_be_logged<const unsigned char*> && !may_be_logged<std::vector<char>>);
static_assert(!std::is_constructible_v<log::Literal, std::string> && !std::is_constructible_v<log::Literal, const char*>);
static_assert(may_be_logged<int> && may_be_logged<std::uint64_t> && may_be_logged<bool> && may_be_logged<double> && may_be_logged<Canal>);
static_assert(may_be_logged<Cpf> && may_be_logged<Id<Lote>> && may_be_logged<ErrorCode>);

TEST_CASE("A line is one JSON object with instant in UTC, level, event and fields by name") {
    const auto lote = Id<Lote>::parse("0199f3c2-7b1a-7cde-8123-456789abcdef").value();
    const auto line = line_of([&](const log::Logger& log) {
        log.info("lote processado", {{"lote", lote}, {"fichas", 120}, {"canal", Canal::online}, {"repetido", false}, {"segundos", 1.25},
                                     {"modo", "contínuo"}, {"codigo", ErrorCode("ZIP-0001")}, {"resto", std::uint64_t{1} << 63}});
    });
    CHECK(line == "{\"instante\":\"2026-09-21T14:13:20.123Z\",\"nivel\":\"info\",\"evento\":\"lote processado\","
                  "\"lote\":\"0199f3c2-7b1a-7cde-8123-456789abcdef\",\"fichas\":120,\"canal\":\"online\",\"repetido\":false,"
                  "\"segundos\":1.25,\"modo\":\"contínuo\",\"codigo\":\"ZIP-0001\",\"resto\":9223372036854775808}\n");
    CHECK(json::Document::parse(line));
}

TEST_CASE("Identifiers of people are masked, those of places are not") {
    const auto line = line_of([&](const log::Logger& log) {
        log.info("x", {{"cpf", Cpf::parse("52998224725").value()}, {"cns", Cns::parse("898001160660761").value()},
                       {"cnes", Cnes::parse("2269741").value()}, {"ine", Ine::parse("0000123456").value()}});
    });
    CHECK(line.find("\"cpf\":\"*********25\"") != line.npos);
    CHECK(line.find("\"cns\":\"*************61\"") != line.npos);
    CHECK(line.find("\"cnes\":\"2269741\",\"ine\":\"0000123456\"") != line.npos);
}

TEST_CASE("A number that is somebody's document is hidden and the line is still JSON") {
    const auto line = line_of([&](const log::Logger& log) {
        log.info("x", {{"a", std::int64_t{52998224725}}, {"b", std::uint64_t{898001160660761}}, {"c", 52998224726}, {"d", 0.52998224725}});
    });
    CHECK(line.find("\"a\":\"***********\",\"b\":\"***************\",\"c\":52998224726,\"d\":0.529982}") != line.npos);
    CHECK(json::Document::parse(line));
}

TEST_CASE("Only a key or a token passes as an opaque text") {
    for (const std::string good : {"0199f3c2-7b1a-7cde-8123-456789abcdef", "a1b2c3d4", "Zm9vYmFy0_-x"}) CHECK(log::opaque(good).text() == good);
    for (const std::string bad : {"", "Maria", "Maria da Silva", "MARIADASILVA", "52998224725", "898001160660761", "a1", "ana@x.br1", "console"})
        CHECK_MESSAGE(log::opaque(bad).text() == "(oculto)", bad);
    CHECK(log::opaque(std::string(65, 'a') + "1").text() == "(oculto)");
}

TEST_CASE("What a library says loses every value it quotes") {
    const std::vector<std::pair<std::string, std::string>> corpus{
        {"duplicate key value violates unique constraint \"cidadao_cpf\" DETAIL: Key (cpf)=(52998224725) already exists.",
         "duplicate key value violates unique constraint \"…\" DETAIL: Key (…)=(…) already exists."},
        {"invalid input syntax for type bigint: \"Maria da Silva\"", "invalid input syntax for type bigint: \"…\""},
        {"near 'D'Ávila': syntax error", "near '…': syntax error"},
        {"couldn't connect to server on port 5432: Connection refused", "couldn't connect to server on port 5432: Connection refused"},
        {"Failing row contains (1, Maria, (x), 898001160660761).", "Failing row contains (…)."},
        {"left open \"Maria", "left open \"…"},
        {"value 1234567890 and 1234", "value # and 1234"}};
    for (const auto& [given, expected] : corpus) CHECK(log::technical(given).text() == expected);
    CHECK(log::technical(std::string(5000, 'x')).text().size() == 300);
}

TEST_CASE("An error goes to the log by code and technical detail, never by its message") {
    const Error error{ErrorKind::unavailable, "DB-0004", "Maria da Silva, tente de novo.", {}, "timeout reading 'Maria'"};
    const auto line = line_of([&](const log::Logger& log) { log.failure("gravação falhou", error, {{"tentativa", 2}}); });
    CHECK(line.find("\"nivel\":\"erro\"") != line.npos);
    CHECK(line.find("\"codigo\":\"DB-0004\",\"especie\":\"unavailable\",\"detalhe\":\"timeout reading '…'\",\"tentativa\":2}") != line.npos);
    CHECK(line.find("Maria") == line.npos);
}

TEST_CASE("Nobody writes a line of his own: every control character is escaped") {
    std::string line;
    log::append_quoted(line, "a\nb\r\t\x1b[2J\x7f\xc2\x9b\xe2\x80\xa8\"\\ç\xff");
    CHECK(line == "\"a\\u000ab\\u000d\\u0009\\u001b[2J\\u007f\\u009b\\u2028\\\"\\\\ç\\ufffd\"");
    line.clear();
    log::append_quoted(line, std::string_view("a\0b", 3));
    CHECK(line == "\"a\\ufffdb\"");
    const auto whole = line_of([&](const log::Logger& log) {
        log.info("x", {{"e", log::technical("falha\n{\"nivel\":\"info\"}\r\n")}});
    });
    CHECK(std::count(whole.begin(), whole.end(), '\n') == 1);
    CHECK(json::Document::parse(whole));
}

TEST_CASE("Documents are masked wherever they stand, and only documents") {
    CHECK(scrubbed("cpf 52998224725.") == "cpf ***********.");
    CHECK(scrubbed("529.982.247-25") == "***.***.***-**");
    CHECK(scrubbed("x529982247-25y") == "x*********-**y");
    CHECK(scrubbed("898001160660761,52998224725") == "***************,***********");
    CHECK(scrubbed("898 0011 6066 0761") == "*** **** **** ****");
    CHECK(scrubbed("700000000000005") == "***************");
    for (const std::string kept : {"52998224726", "529982247251", "152998224725", "2026-09-21T14:13:20.123Z", "1790000000123", "2269741",
                                   "0199f3c2-7b1a-7cde-8123-456789abcdef", "00000000000", ""})
        CHECK_MESSAGE(scrubbed(kept) == kept, kept);
}

TEST_CASE("A level below the least writes nothing") {
    CHECK(line_of([](const log::Logger& log) { log.debug("x"); }, log::Level::info).empty());
    CHECK_FALSE(line_of([](const log::Logger& log) { log.warning("x"); }, log::Level::info).empty());
}

TEST_CASE("Lines of several threads stay whole in the file") {
    const auto path = std::filesystem::temp_directory_path() / ("aroeira-log-" + std::to_string(std::hash<std::thread::id>{}(std::this_thread::get_id())));
    std::filesystem::remove(path);
    {
        const log::Logger log(kClock, log::to_file(path).value());
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&log, t] { for (int i = 0; i < 500; ++i) log.info("linha", {{"thread", t}, {"numero", i}}); });
        for (auto& thread : threads) thread.join();
    }
    std::ifstream in(path);
    int lines = 0;
    for (std::string line; std::getline(in, line); ++lines) REQUIRE(json::Document::parse(line));
    CHECK(lines == 2000);
    CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::others_all) == std::filesystem::perms::none);
    std::filesystem::remove(path);
    CHECK_FALSE(log::to_file("/nao/existe/registro.log"));
}
