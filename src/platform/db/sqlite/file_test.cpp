// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/support/databases.hpp"

using namespace aroeira;

namespace {

constexpr db::Query kMake{"test.make", "CREATE TABLE kept (n INTEGER)"};
constexpr db::Query kInsert{"test.insert", "INSERT INTO kept (n) VALUES ($1)"};

Result<void> insert(db::Database& database, int n) {
    return database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(session.run(kInsert, {n}));
        return {};
    });
}

/// The exit of another program that looks into the database and goes away.
int ask_from_outside(const std::string& path, const std::string& sql) {
    return std::system(("sqlite3 -bail '" + path + "' \"" + sql + "\" > /dev/null").c_str());
}

int mode_of(const std::string& path) {
    struct stat now {};
    REQUIRE(stat(path.c_str(), &now) == 0);
    return static_cast<int>(now.st_mode & 0777);
}

}  // namespace

TEST_CASE("another program that looks into the open database takes nothing away when it leaves") {
    const test::TemporaryFolder folder;
    const auto path = folder.file("dados.db");
    const auto database = db::open(path);
    REQUIRE(database);
    REQUIRE((*database)->write([](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(session.run(kMake, {}));
        return {};
    }));
    // Every role of connection has been opened by now, readers too.
    REQUIRE((*database)->read([](db::Session&) -> Result<void> { return {}; }));
    REQUIRE(insert(**database, 1));
    REQUIRE(ask_from_outside(path, "SELECT n FROM kept") == 0);
    CHECK(std::filesystem::exists(path + "-wal"));
    REQUIRE(insert(**database, 2));
    CHECK(ask_from_outside(path, "SELECT CASE COUNT(*) WHEN 2 THEN 1 ELSE abs(-9223372036854775808) END FROM kept") == 0);
}

TEST_CASE("the file of the database is its owner's only, made here or found open to others") {
    const test::TemporaryFolder folder;
    const auto fresh = folder.file("novo.db");
    REQUIRE(db::open(fresh));
    CHECK(mode_of(fresh) == 0600);
    const auto found = folder.file("antigo.db");
    std::ofstream(found).close();
    std::filesystem::permissions(found, std::filesystem::perms(0644));
    REQUIRE(db::open(found));
    CHECK(mode_of(found) == 0600);
}

TEST_CASE("a folder where the database should be is named as the cause") {
    const test::TemporaryFolder folder;
    const auto opened = db::open(folder.path().string());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().message.find("é de uma pasta") != std::string::npos);
}
