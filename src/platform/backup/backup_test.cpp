// SPDX-License-Identifier: Apache-2.0
// What a copy may be counted on for: all of the database, of either engine, or a refusal.
#include "platform/backup/backup.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "platform/db/migrate.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using test::must;

namespace {

constexpr std::string_view kPhrase = "quatro palavras bem longas";
constexpr crypto::PassphraseCost kCheap{1, 8};
constexpr int kHeaderBytes = 201;

const backup::Lock& lock() {
    static const auto made = must(backup::lock_of(kPhrase, kCheap));
    return made;
}

backup::About about() { return {.criada_ms = 1'788'000'000'000, .program = "teste", .instalacao = "01900000-0000-7000-8000-000000000000", .nome = "UBS Sol"}; }

void run(db::Database& database, const std::vector<std::string>& statements) {
    must(database.write([&](db::Session& session) -> Result<void> {
        for (const auto& sql : statements) AROEIRA_CHECK(session.run(db::Query{"test.run", sql}));
        return {};
    }));
}

/// A little of everything: references, nothing, zeros, accents, quotes, the largest number, the smallest.
void fill(db::Database& database) {
    const std::string id = "01900000-0000-7000-8000-00000000000";
    run(database, {"INSERT INTO usuario (id, cpf, nome, senha, senha_anterior, trocar_senha, ativo, bloqueado_ms, ultimo_acesso_ms, criado_ms) VALUES ('" + id + "1', '11144477735', 'José ''Zé'' Ação \\', '', '', 0, 1, NULL, 9223372036854775807, -9223372036854775807)",
                   "INSERT INTO acesso VALUES ('" + id + "2', '" + id + "1', 'administrador', NULL, NULL, 1)",
                   "INSERT INTO configuracao VALUES ('', 'chave', '')"});
    must(database.write([&](db::Session& session) -> Result<void> {
        const std::string bytes("\0\xff\r\n\x1a\0", 6);
        AROEIRA_CHECK(session.run(db::Query{"test.parte", "INSERT INTO lote_parte VALUES ($1, $2, $3, $4)"}, {"2800308", "l", 0, db::Blob{bytes}}));
        AROEIRA_CHECK(session.run(db::Query{"test.parte", "INSERT INTO lote_parte VALUES ($1, $2, $3, $4)"}, {"2800308", "l", 1, db::Blob{}}));
        return {};
    }));
}

/// Enough for several pieces, and too mixed to be packed away.
void fill_much(db::Database& database) {
    must(database.write([&](db::Session& session) -> Result<void> {
        std::uint64_t state = 1;
        for (int i = 0; i < 30; ++i) {
            std::string bytes(100'000, '\0');
            for (auto& c : bytes) c = static_cast<char>((state = state * 6364136223846793005u + 1442695040888963407u) >> 56);
            AROEIRA_CHECK(session.run(db::Query{"test.parte", "INSERT INTO lote_parte VALUES ($1, $2, $3, $4)"}, {"2800308", "muito", i, db::Blob{bytes}}));
        }
        return {};
    }));
}

std::vector<backup::TableCount> counts(db::Database& database) {
    std::vector<backup::TableCount> found;
    must(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(found, backup::count(session, database.engine()));
        return {};
    }));
    return found;
}

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
void write(const std::string& path, std::string_view bytes) { std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes; }

/// The error of reading a file to its end; "" when it is taken for good.
std::string refusal(const std::string& path) {
    const auto copy = backup::Copy::open(path, kPhrase);
    if (!copy) return std::string(copy.error().code.text());
    const auto verified = copy->verify();
    return verified ? std::string() : std::string(verified.error().code.text());
}

std::string refusal(const std::string& path, std::string_view bytes) {
    write(path, bytes);
    return refusal(path);
}

/// A copy of a small SQLite database.
struct Small {
    explicit Small(bool much = false) {
        const auto database = place.open();
        must(db::migrate(*database, SystemClock{}));
        fill(*database);
        if (much) fill_much(*database);
        summary = must(backup::create(path, lock(), about(), std::vector<backup::File>{{"mestra.key", std::string(32, 'k')}}, *database));
        bytes = read(path);
    }
    test::TemporaryFolder folder;
    std::string path = folder.file("a.copia");
    test::Place place{db::Engine::sqlite};
    backup::Summary summary;
    std::string bytes;
};

/// Where each piece begins, and the end.
std::vector<std::size_t> pieces_of(const std::string& bytes) {
    std::vector<std::size_t> at{kHeaderBytes};
    while (at.back() < bytes.size()) {
        std::size_t size = 0;
        for (std::size_t i = 0; i < 4; ++i) size |= std::size_t{static_cast<unsigned char>(bytes[at.back() + i])} << (8 * i);
        at.push_back(at.back() + 4 + size);
    }
    REQUIRE(at.back() == bytes.size());
    return at;
}

}  // namespace

TEST_CASE("a database copied to the other engine and back is equal, table by table") {
    for (const auto first : {db::Engine::sqlite, db::Engine::postgres}) {
        INFO("from ", std::string(test::name_of(first)));
        const auto second = first == db::Engine::sqlite ? db::Engine::postgres : db::Engine::sqlite;
        const test::TemporaryFolder folder;
        std::vector<backup::TableCount> before;
        const std::vector<backup::File> files{{"mestra.key", std::string("\0\1\2", 3)}};
        std::unique_ptr<test::Place> place;
        int step = 0;
        for (const auto engine : {first, second, first}) {
            auto next = std::make_unique<test::Place>(engine);
            const auto database = next->open();
            must(db::migrate(*database, SystemClock{}));
            if (step == 0) {
                fill(*database);
                fill_much(*database);
                before = counts(*database);
            } else {
                const auto copy = must(backup::Copy::open(folder.file(std::to_string(step - 1)), kPhrase));
                const auto loaded = must(copy.load(*database));
                CHECK(loaded.tables.size() == before.size());
                CHECK(must(copy.files()).at(0).bytes == files[0].bytes);
                CHECK(counts(*database) == before);
            }
            const auto made = must(backup::create(folder.file(std::to_string(step)), lock(), about(), files, *database));
            CHECK(made.tables == before);
            CHECK(made.about.banco == (engine == db::Engine::sqlite ? "sqlite" : "postgres"));
            CHECK(made.about.schema == db::migrations().back().version);
            place = std::move(next);
            ++step;
        }
    }
}

TEST_CASE("what is loaded takes the place of what the migrations put there") {
    const Small small;
    test::for_each_engine([&](db::Database& database) {
        run(database, {"INSERT INTO configuracao VALUES ('', 'de antes', 'x')"});
        const auto copy = must(backup::Copy::open(small.path, kPhrase));
        must(copy.load(database));
        CHECK(counts(database) == small.summary.tables);
    });
}

TEST_CASE("verifying says what a copy holds without loading it") {
    const Small small(true);
    const auto found = must(must(backup::Copy::open(small.path, kPhrase)).verify());
    CHECK(found.tables == small.summary.tables);
    CHECK(found.rows == small.summary.rows);
    CHECK(found.bytes == small.bytes.size());
    CHECK(found.files == std::vector<std::string>{"mestra.key"});
    CHECK(found.about.nome == "UBS Sol");
}

TEST_CASE("[S2-320] ten thousand changes of one byte are all found") {
    const Small small;
    const auto path = small.folder.file("b.copia");
    std::map<std::string, int> found;
    int changes = 0;
    write(path, small.bytes);
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    const auto put = [&](std::size_t at, char byte) { file.seekp(static_cast<std::streamoff>(at)).put(byte).flush(); };
    std::uint32_t mask = 1;
    while (changes < 10'000)
        for (std::size_t at = 0; at < small.bytes.size() && changes < 10'000; ++at, ++changes) {
            mask = mask * 1664525 + 1013904223;
            put(at, static_cast<char>(small.bytes[at] ^ static_cast<char>((mask >> 24) % 255 + 1)));
            const auto code = refusal(path);
            if (code != "COPIA-0003" && code != "COPIA-0001") {
                INFO("byte ", at);
                CHECK(code == "COPIA-0003");
            }
            ++found[code];
            put(at, small.bytes[at]);
        }
    CHECK(found["COPIA-0001"] + found["COPIA-0003"] == 10'000);
    CHECK(refusal(path).empty());
}

TEST_CASE("a copy cut short anywhere is refused") {
    const Small small;
    const auto path = small.folder.file("b.copia");
    CHECK(refusal(path, small.bytes + '\0') == "COPIA-0003");
    for (std::size_t size = small.bytes.size(); size-- > 0;) {
        std::filesystem::resize_file(path, size);
        INFO("bytes ", size);
        CHECK_FALSE(refusal(path).empty());
    }
}

TEST_CASE("pieces cut off, swapped, repeated, or of another copy are refused") {
    const Small small(true), other(true);
    const auto path = small.folder.file("b.copia");
    const auto& bytes = small.bytes;
    const auto at = pieces_of(bytes);
    REQUIRE(at.size() > 5);
    const auto piece = [&](const Small& of, std::size_t i) {
        const auto where = pieces_of(of.bytes);
        return of.bytes.substr(where[i], where[i + 1] - where[i]);
    };
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        INFO("piece ", i);
        CHECK(refusal(path, bytes.substr(0, at[i])) == "COPIA-0003");
        CHECK(refusal(path, bytes.substr(0, at[i]) + bytes.substr(at[i + 1])) == "COPIA-0003");
        CHECK(refusal(path, bytes.substr(0, at[i + 1]) + bytes.substr(at[i])) == "COPIA-0003");
        CHECK(refusal(path, bytes.substr(0, at[i]) + piece(other, i) + bytes.substr(at[i + 1])) == "COPIA-0003");
        if (i + 2 < at.size()) CHECK(refusal(path, bytes.substr(0, at[i]) + piece(small, i + 1) + piece(small, i) + bytes.substr(at[i + 2])) == "COPIA-0003");
    }
    CHECK(refusal(path, other.bytes.substr(0, kHeaderBytes) + bytes.substr(kHeaderBytes)) == "COPIA-0003");
}

TEST_CASE("another passphrase opens nothing, and nothing can be read without one") {
    const Small small;
    const auto opened = backup::Copy::open(small.path, "quatro palavras bem longaS");
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code.text() == "COPIA-0004");
    CHECK_FALSE(backup::is_damage(opened.error()));
    for (const std::string_view secret : {"11144477735", "José", "usuario", "UBS Sol", "kkkkkkkk", "mestra"}) CHECK(small.bytes.find(secret) == std::string::npos);
}

TEST_CASE("something else than a copy is told so") {
    const test::TemporaryFolder folder;
    const auto path = folder.file("a");
    CHECK(refusal(path, "") == "COPIA-0001");
    CHECK(refusal(path, std::string(5000, 'x')) == "COPIA-0001");
    const auto missing = backup::Copy::open(folder.file("b"), kPhrase);
    CHECK(missing.error().code.text() == "COPIA-0007");
}

TEST_CASE("a copy that is stopped, or has no room, leaves no file and what was there before") {
    const Small small(true);
    const auto database = small.place.open();
    const auto path = small.folder.file("b.copia");
    const auto stopped = backup::create(path, lock(), about(), {}, *database, [](const backup::Seen& seen) { return seen.bytes < 1'000'000; });
    CHECK(stopped.error().code.text() == "COPIA-0006");
    const auto again = backup::create(small.path, lock(), about(), {}, *database);
    CHECK(again.error().code.text() == "COPIA-0009");
    CHECK(read(small.path) == small.bytes);
    const auto nowhere = backup::create(small.folder.file("x/b.copia"), lock(), about(), {}, *database);
    CHECK(nowhere.error().code.text() == "COPIA-0005");
    if (std::filesystem::exists("/dev/full")) {
        std::filesystem::create_symlink("/dev/full", path + ".parcial");
        const auto full = backup::create(path, lock(), about(), {}, *database);
        CHECK(full.error().code.text() == "COPIA-0005");
    }
    CHECK(std::distance(std::filesystem::directory_iterator(small.folder.path()), {}) == 1);
}

TEST_CASE("what is written while a copy is made is in it or not, whole, and what was there before is") {
    test::for_each_place([](const test::Place& place) {
        const auto database = place.open();
        const auto writer = place.open();
        fill_much(*database);
        const auto before = counts(*database);
        const test::TemporaryFolder folder;
        int added = 0;
        const auto made = must(backup::create(folder.file("a"), lock(), about(), {}, *database, [&](const backup::Seen&) {
            run(*writer, {"INSERT INTO configuracao VALUES ('', 'chave " + std::to_string(added++) + "', '')"});
            return true;
        }));
        CHECK(added > 10);
        CHECK(made.tables == before);
    });
}

TEST_CASE("a number that is not one is refused: better no copy than another number in it") {
    const test::Place place(db::Engine::sqlite);
    const auto database = place.open();
    must(db::migrate(*database, SystemClock{}));
    run(*database, {"INSERT INTO lote_enviado_numero VALUES ('a', '12 lotes')"});
    const test::TemporaryFolder folder;
    CHECK(backup::create(folder.file("a"), lock(), about(), {}, *database).error().code.text() == "COPIA-0012");
}

TEST_CASE("a copy of a database with a table this program does not have is refused") {
    const Small small;
    test::for_each_engine([&](db::Database& database) {
        run(database, {"DROP TABLE lote_parte"});
        CHECK(must(backup::Copy::open(small.path, kPhrase)).load(database).error().code.text() == "COPIA-0008");
    });
}
