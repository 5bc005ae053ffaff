// SPDX-License-Identifier: Apache-2.0
#include "tests/support/databases.hpp"

#include <libpq-fe.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>

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

std::string with_schema(const std::string& url, const std::string& schema) {
    const char joint = url.find('?') == std::string::npos ? '?' : '&';
    return url + joint + "options=-csearch_path%3D" + schema + "&application_name=" + schema;
}

std::string with_database(const std::string& url, const std::string& name) {
    const auto slash = url.find('/', url.find("//") + 2);
    const auto query = url.find('?', slash);
    return url.substr(0, slash + 1) + name + "?application_name=" + name + (query == std::string::npos ? "" : "&" + url.substr(query + 1));
}

/// Also what no transaction may hold: databases made and dropped. False where it fails.
bool outside_transaction(const std::string& url, const std::string& sql) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(url.c_str()), &PQfinish);
    PQsetNoticeProcessor(connection.get(), [](void*, const char*) {}, nullptr);  // What a drop takes with it.
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()), &PQclear);
    return PQresultStatus(result.get()) == PGRES_COMMAND_OK;
}

/// A migrated database of one engine, made once in a program and copied for each test: a fifth of what migrating costs.
class Model {
public:
    explicit Model(db::Engine engine) : name_(unique_name()), file_(folder_.file("modelo.db")) {
        if (engine == db::Engine::postgres) {
            url_ = postgres_url();
            REQUIRE(outside_transaction(url_, "CREATE DATABASE " + name_ + " TEMPLATE template0"));
        }
        must(db::migrate(*must(db::open(url_.empty() ? file_ : with_database(url_, name_))), SystemClock{}));
    }
    ~Model() {
        if (!url_.empty()) outside_transaction(url_, "DROP DATABASE " + name_ + " WITH (FORCE)");
    }
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;

    static const Model& of(db::Engine engine) {
        if (engine == db::Engine::sqlite) {
            static const Model sqlite(db::Engine::sqlite);
            return sqlite;
        }
        static const Model postgres(db::Engine::postgres);
        return postgres;
    }
    void copy_to_file(const std::string& to) const { std::filesystem::copy_file(file_, to); }
    void copy_to_database(const std::string& to) const { REQUIRE(outside_transaction(url_, "CREATE DATABASE " + to + " TEMPLATE " + name_)); }

private:
    TemporaryFolder folder_;
    std::string name_;
    std::string file_;
    std::string url_{};  ///< Of the server.
};

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

Place::Place(db::Engine engine, Schema schema) : engine_(engine) {
    if (engine == db::Engine::sqlite) {
        where_ = folder_.file("aroeira.db");
        if (schema == Schema::migrated) Model::of(engine).copy_to_file(where_);
        return;
    }
    const auto name = unique_name();
    if (schema == Schema::migrated) {
        Model::of(engine).copy_to_database(name);
        drop_ = "DROP DATABASE " + name + " WITH (FORCE)";
        where_ = with_database(postgres_url(), name);
        return;
    }
    REQUIRE(outside_transaction(postgres_url(), "CREATE SCHEMA " + name));
    drop_ = "DROP SCHEMA " + name + " CASCADE";
    where_ = with_schema(postgres_url(), name);
}

Place::~Place() {
    if (!drop_.empty()) outside_transaction(postgres_url(), drop_);
}

std::unique_ptr<db::Database> Place::open() const { return must(db::open(where_)); }

void for_each_place(const std::function<void(const Place&)>& test, Schema schema) {
    for (const auto engine : {db::Engine::sqlite, db::Engine::postgres}) {
        INFO("on ", std::string(name_of(engine)));
        const Place place(engine, schema);
        test(place);
    }
}

void for_each_engine(const std::function<void(db::Database&)>& test, Schema schema) {
    for_each_place([&](const Place& place) { test(*place.open()); }, schema);
}

}  // namespace aroeira::test
