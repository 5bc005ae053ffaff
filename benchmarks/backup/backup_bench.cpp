// SPDX-License-Identifier: Apache-2.0
// Copying a SQLite database and restoring it, against SQLite alone: its own backup and zlib over the file, for the copy;
// one transaction of prepared inserts of the same rows from memory, for the restore.
#include <sqlite3.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "benchmarks/support/measure.hpp"
#include "platform/backup/backup.hpp"
#include "platform/db/migrate.hpp"

namespace aroeira::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kRows = 20'000;
constexpr int kTurns = 5, kTurnsOfARestore = 3;
constexpr std::size_t kBlock = 1 << 20;
constexpr std::string_view kPhrase = "quatro palavras bem longas";
constexpr crypto::PassphraseCost kCheap{1, 8};

template <class T>
T must(Result<T> result) {
    if (!result) std::exit(1);
    return std::move(result).value();
}
void must(const Result<void>& result) {
    if (!result) std::exit(1);
}

/// A folder that ends with the program.
struct Folder {
    Folder() : path(fs::temp_directory_path() / ("aroeira-bench-" + std::to_string(::getpid()))) { fs::create_directories(path); }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const { return (path / name).string(); }
    fs::path path;
};

/// As large and as mixed as a ficha: an identifier, codes that repeat, bytes that half repeat.
std::string content_of(int i) {
    std::string bytes;
    std::uint64_t state = static_cast<std::uint64_t>(i) + 1;
    for (int k = 0; k < 40; ++k) {
        bytes += "campo" + std::to_string(k % 7);
        state = state * 6364136223846793005u + 1442695040888963407u;
        bytes += std::to_string(state >> 44);
    }
    return bytes;
}
std::string uuid_of(int i) {
    auto digits = std::to_string(i);
    return "2269741-01900000-0000-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

constexpr db::Query kInsert{"bench.ilegivel", R"sql(
    INSERT INTO ficha_ilegivel (municipio, lote, posicao, nome, regra, motivo, conteudo, recebida_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

void fill(db::Database& database) {
    must(db::migrate(database, SystemClock{}));
    must(database.write([](db::Session& session) -> Result<void> {
        for (int i = 0; i < kRows; ++i)
            AROEIRA_CHECK(session.run(kInsert, {"2800308", "01900000-0000-7000-8000-000000000000", i, uuid_of(i), "ZIP-0001", "motivo",
                                                db::Blob{content_of(i)}, 1'788'000'000'000 + i}));
        return {};
    }));
}

/// SQLite's own copy of the file, then zlib over it: no encryption, no counts, one engine.
void plain_copy(const std::string& from, const std::string& to) {
    sqlite3* source = nullptr;
    sqlite3* target = nullptr;
    if (sqlite3_open(from.c_str(), &source) != SQLITE_OK || sqlite3_open((to + ".db").c_str(), &target) != SQLITE_OK) std::exit(1);
    sqlite3_backup* copy = sqlite3_backup_init(target, "main", source, "main");
    if (!copy || sqlite3_backup_step(copy, -1) != SQLITE_DONE) std::exit(1);
    sqlite3_backup_finish(copy);
    sqlite3_close(target);
    sqlite3_close(source);
    std::ifstream in(to + ".db", std::ios::binary);
    std::ofstream out(to + ".z", std::ios::binary | std::ios::trunc);
    std::string block(kBlock, '\0'), packed(compressBound(kBlock), '\0');
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
        auto size = static_cast<uLongf>(packed.size());
        if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(block.data()), static_cast<uLong>(in.gcount()), 1) != Z_OK)
            std::exit(1);
        out.write(packed.data(), static_cast<std::streamsize>(size));
    }
    fs::remove(to + ".db");
    fs::remove(to + ".z");
}

void measure() {
    const Folder folder;
    const auto where = folder.file("aroeira.db");
    const auto database = must(db::open(where));
    fill(*database);
    const auto lock = must(backup::lock_of(kPhrase, kCheap));
    int number = 0;
    const auto making = compare(
        [&]() -> std::size_t {
            const auto path = folder.file(std::to_string(++number));
            must(backup::create(path, lock, {}, {}, *database));
            fs::remove(path);
            return kRows;
        },
        [&]() -> std::size_t {
            plain_copy(where, folder.file("plain"));
            return kRows;
        },
        kTurns);
    print({.id = "copia.criar", .value = making.ours, .unit = "linhas/s", .against = "SQLite .backup + zlib nível 1", .floor = making.theirs,
           .ratio = making.ratio, .must = 0.5, .aim = 1.0});

    const auto path = folder.file("copia");
    must(backup::create(path, lock, {}, {}, *database));
    const auto restoring = compare(
        [&]() -> std::size_t {
            const auto there = folder.file("destino.db");
            {
                const auto target = must(db::open(there));
                const auto copy = must(backup::Copy::open(path, kPhrase));
                must(copy.verify());
                must(db::migrate(*target, SystemClock{}));
                must(copy.load(*target));
            }
            fs::remove(there);
            return kRows;
        },
        [&]() -> std::size_t {
            const auto there = folder.file("direto.db");
            { fill(*must(db::open(there))); }
            fs::remove(there);
            return kRows;
        },
        kTurnsOfARestore);
    print({.id = "copia.restaurar (conferir, gravar, reler)", .value = restoring.ours, .unit = "linhas/s", .against = "só INSERT, de memória",
           .floor = restoring.theirs, .ratio = restoring.ratio, .must = 0.25, .aim = 0.5});
}

}  // namespace
}  // namespace aroeira::bench

int main() { aroeira::bench::measure(); }
