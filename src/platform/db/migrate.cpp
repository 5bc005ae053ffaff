// SPDX-License-Identifier: Apache-2.0
#include "platform/db/migrate.hpp"

#include <openssl/evp.h>

#include <array>
#include <charconv>
#include <map>

#include "base/embedded.hpp"

namespace aroeira::db {
namespace {

constexpr Query kApplied{"migrate.applied", "SELECT version, sha256 FROM schema_migration ORDER BY version"};
constexpr Query kRecord{"migrate.record",
                        "INSERT INTO schema_migration (version, name, sha256, applied_ms) VALUES ($1, $2, $3, $4)"};
constexpr Query kCreate{"migrate.create", R"sql(
    CREATE TABLE IF NOT EXISTS schema_migration (
        version    INTEGER NOT NULL PRIMARY KEY,
        name       TEXT    NOT NULL,
        sha256     TEXT    NOT NULL CHECK (length(sha256) = 64),
        applied_ms BIGINT  NOT NULL
    )
)sql"};
// Two nodes that start together: the second waits here and finds everything done.
constexpr Query kLockPostgres{"migrate.lock", "LOCK TABLE schema_migration IN EXCLUSIVE MODE"};

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    std::string hex;
    for (const unsigned char c : digest) {
        hex += "0123456789abcdef"[c >> 4];
        hex += "0123456789abcdef"[c & 15];
    }
    return hex;
}

/// The statements of a script: split at the semicolon that ends a line; comments fall away.
std::vector<std::string> statements(std::string_view script) {
    std::vector<std::string> list;
    std::string statement;
    while (!script.empty()) {
        const auto end = script.find('\n');
        std::string_view line = script.substr(0, end);
        script.remove_prefix(end == script.npos ? script.size() : end + 1);
        if (const auto comment = line.find("--"); comment != line.npos) line = line.substr(0, comment);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        statement.append(line).append("\n");
        if (line.back() == ';') list.push_back(std::exchange(statement, {}));
    }
    if (!statement.empty()) list.push_back(statement);
    return list;
}

Error failed(const Migration& migration, const Error& cause) {
    return {ErrorKind::unavailable, "DB-0011",
            "A atualização do banco parou em " + std::string(migration.name) + ": " + cause.message +
                " Nada dela foi gravado; corrija a causa e inicie de novo.",
            {}, cause.detail};
}

Result<void> check(const std::map<int, std::string>& applied) {
    std::map<int, std::string> ours;
    for (const auto& migration : migrations()) ours[migration.version] = sha256_hex(migration.sql);
    for (const auto& [version, sha256] : applied) {
        const auto found = ours.find(version);
        if (found == ours.end())
            return Error{ErrorKind::conflict, "DB-0010", "O banco é de uma versão mais nova do programa. Atualize o programa."};
        if (found->second != sha256)
            return Error{ErrorKind::conflict, "DB-0010",
                         "O banco foi criado com outra versão da migração " + std::to_string(version) +
                             ". Use o programa que o criou, ou restaure uma cópia."};
    }
    return {};
}

}  // namespace

std::span<const Migration> migrations() {
    static const std::vector<Migration> all = [] {
        std::vector<Migration> list;
        for (const auto& file : embedded::migrations()) {
            int version = 0;
            std::from_chars(file.name.data(), file.name.data() + 4, version);
            list.push_back({version, file.name, file.bytes});
        }
        return list;
    }();
    return all;
}

Result<int> migrate(Database& database, const Clock& clock) {
    // Outside the transaction of the files: on PostgreSQL two creators at once may collide, and one loses.
    if (auto created = database.write([](Session& s) -> Result<void> { return s.each(kCreate, {}, [](const Row&) { return true; }); });
        !created && created.error().kind != ErrorKind::conflict)
        return std::move(created).error();
    int last = 0;
    AROEIRA_CHECK(database.write([&](Session& session) -> Result<void> {
        if (database.engine() == Engine::postgres) AROEIRA_CHECK(session.run(kLockPostgres, std::initializer_list<Value>{}));
        std::map<int, std::string> applied;
        AROEIRA_CHECK(session.each(kApplied, {}, [&](const Row& row) {
            applied[static_cast<int>(row.integer(0))] = row.string(1);
            return true;
        }));
        AROEIRA_CHECK(check(applied));
        for (const auto& migration : migrations()) {
            last = migration.version;
            if (applied.contains(migration.version)) continue;
            // Each statement lives in a list that outlives the cache's key: the connection keeps it by address.
            static std::vector<std::vector<std::string>> kept;
            for (const auto& statement : kept.emplace_back(statements(migration.sql)))
                if (auto done = session.each({"migrate", statement}, {}, [](const Row&) { return true; }); !done)
                    return failed(migration, done.error());
            AROEIRA_CHECK(session.run(kRecord, {migration.version, migration.name, sha256_hex(migration.sql), to_ms(clock.now())}));
        }
        return {};
    }));
    return last;
}

}  // namespace aroeira::db
