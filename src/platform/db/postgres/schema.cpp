// SPDX-License-Identifier: Apache-2.0
#include "platform/db/schema.hpp"

namespace aroeira::db {
namespace {

constexpr Query kTables{"schema.tables", R"sql(
    SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() LIMIT 1
)sql"};
constexpr Query kObjects{"schema.objects", R"sql(
    SELECT n.nspname, EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid) OR EXISTS (SELECT 1 FROM pg_proc p WHERE p.pronamespace = n.oid)
                      OR EXISTS (SELECT 1 FROM pg_type t WHERE t.typnamespace = n.oid)
      FROM pg_namespace n WHERE n.nspname = current_schema()
)sql"};
constexpr Query kOthers{"schema.others", R"sql(
    SELECT COUNT(*) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = current_setting('application_name')
)sql"};
constexpr Query kHas{"schema.has", "SELECT 1 FROM pg_namespace WHERE nspname = $1"};

std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}

Result<void> run(Session& session, const std::string& sql) {
    AROEIRA_CHECK(session.run(Query{"schema.change", sql}));
    return {};
}

Result<void> write(Database& database, const std::string& sql) {
    return database.write([&](Session& session) { return run(session, sql); });
}

template <class Make>
auto ask(Database& database, const Query& query, std::initializer_list<Value> params, Make make) {
    using Found = std::optional<decltype(make(std::declval<const Row&>()))>;
    Found found;
    const auto done = database.read([&](Session& session) -> Result<void> {
        AROEIRA_TRY(found, session.first(query, params, make));
        return {};
    });
    return done ? Result<Found>(std::move(found)) : Result<Found>(done.error());
}

}  // namespace

Result<bool> is_empty(Database& database) {
    AROEIRA_TRY(const auto found, ask(database, kTables, {}, [](const Row&) { return true; }));
    return !found;
}

Result<int> others_connected(Database& database) {
    AROEIRA_TRY(const auto found, ask(database, kOthers, {}, [](const Row& row) { return static_cast<int>(row.integer(0)); }));
    return found.value_or(0);
}

Result<void> make_schema(Database& database, const std::string& name) { return write(database, "CREATE SCHEMA " + quoted(name)); }

Result<void> drop_schema(Database& database, const std::string& name) { return write(database, "DROP SCHEMA IF EXISTS " + quoted(name) + " CASCADE"); }

Result<bool> has_schema(Database& database, const std::string& name) {
    AROEIRA_TRY(const auto found, ask(database, kHas, {name}, [](const Row&) { return true; }));
    return found.has_value();
}

Result<void> put_in_place(Database& database, const std::string& name, const std::string& aside) {
    return database.write([&](Session& session) -> Result<void> {
        AROEIRA_TRY(const auto current, session.first(kObjects, {}, [](const Row& row) { return std::pair(row.string(0), row.flag(1)); }));
        if (!current) return Error{ErrorKind::unavailable, "DB-0015", "O banco PostgreSQL não tem esquema em que se possa gravar. Confira o search_path do usuário."};
        const auto& [place, used] = *current;
        AROEIRA_CHECK(run(session, used ? "ALTER SCHEMA " + quoted(place) + " RENAME TO " + quoted(aside) : "DROP SCHEMA " + quoted(place)));
        return run(session, "ALTER SCHEMA " + quoted(name) + " RENAME TO " + quoted(place));
    });
}

}  // namespace aroeira::db
