// SPDX-License-Identifier: Apache-2.0
#include "tests/support/databases.hpp"

#include <unistd.h>

#include <cstdlib>

#include "base/ids.hpp"
#include "platform/db/migrate.hpp"

namespace aroeira::test {
namespace {

std::string unique_name() {
    SystemIdSource ids;
    std::string name = "t" + std::string(ids.next().text());
    std::erase(name, '-');
    return name;
}

void on_server(const std::string& url, const std::string& sql) {
    const auto server = must(db::open_postgres(url, 1));
    must(server->write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(session.run(db::Query{"test.schema", sql}));
        return {};
    }));
}

std::string with_schema(const std::string& url, const std::string& schema) {
    const char joint = url.find('?') == std::string::npos ? '?' : '&';
    return url + joint + "options=-csearch_path%3D" + schema + "&application_name=" + schema;
}

}  // namespace

TemporaryFolder::TemporaryFolder() : path_(std::filesystem::temp_directory_path() / ("aroeira-" + unique_name())) {
    std::filesystem::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

const char* name_of(db::Engine engine) { return engine == db::Engine::sqlite ? "SQLite" : "PostgreSQL"; }

std::string postgres_url() {
    const char* url = std::getenv("AROEIRA_TEST_POSTGRES");
    if (!url || !*url) {
        FAIL("AROEIRA_TEST_POSTGRES is not set: start a server with tests/support/postgres.sh start DIR "
             "and export the URL it prints");
    }
    return url;
}

Place::Place(db::Engine engine) : engine_(engine) {
    if (engine == db::Engine::sqlite) {
        where_ = folder_.file("aroeira.db");
        return;
    }
    const auto name = unique_name();
    on_server(postgres_url(), "CREATE SCHEMA " + name);
    schema_ = name;
    where_ = with_schema(postgres_url(), schema_);
}

Place::~Place() {
    if (schema_.empty()) return;
    const auto server = db::open_postgres(postgres_url(), 1);
    if (!server) return;
    const std::string sql = "DROP SCHEMA " + schema_ + " CASCADE";
    static_cast<void>((*server)->write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(session.run(db::Query{"test.drop", sql}));
        return {};
    }));
}

std::unique_ptr<db::Database> Place::open() const { return must(db::open(where_)); }

void for_each_place(const std::function<void(const Place&)>& test, Schema schema) {
    for (const auto engine : {db::Engine::sqlite, db::Engine::postgres}) {
        INFO("on ", std::string(name_of(engine)));
        const Place place(engine);
        if (schema == Schema::migrated) must(db::migrate(*place.open(), SystemClock{}));
        test(place);
    }
}

void for_each_engine(const std::function<void(db::Database&)>& test, Schema schema) {
    for_each_place([&](const Place& place) { test(*place.open()); }, schema);
}

}  // namespace aroeira::test
