// SPDX-License-Identifier: Apache-2.0
#include "platform/db/catalogue.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/embedded.hpp"
#include "platform/db/script.hpp"

namespace aroeira::db {
namespace {

constexpr std::string_view kMigrations = "schema_migration";

// The catalogue is where the engines have no common word.
constexpr Query kColumnsSqlite{"catalogue.columns", R"sql(
    SELECT m.name, c.name, c.type FROM sqlite_master m JOIN pragma_table_info(m.name) c
     WHERE m.type = 'table' AND substr(m.name, 1, 7) <> 'sqlite_' ORDER BY m.name, c.cid
)sql"};
constexpr Query kReferencesSqlite{"catalogue.references", R"sql(
    SELECT m.name, f."table" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
)sql"};
constexpr Query kColumnsPostgres{"catalogue.columns", R"sql(
    SELECT c.relname, a.attname, format_type(a.atttypid, NULL)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY c.relname, a.attnum
)sql"};
constexpr Query kReferencesPostgres{"catalogue.references", R"sql(
    SELECT c.relname, r.relname
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
           JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE k.contype = 'f' AND k.conparentid = 0 AND n.nspname = current_schema()
)sql"};

Error unknown(std::string detail) {
    return {ErrorKind::internal, "DB-0014", "O banco tem uma tabela que este programa não sabe copiar. Avise o suporte com este código.", {},
            std::move(detail)};
}

std::optional<ColumnKind> kind_of(std::string_view type) {
    constexpr std::pair<std::string_view, ColumnKind> kKinds[] = {
        {"text", ColumnKind::text},       {"bigint", ColumnKind::integer},        {"integer", ColumnKind::integer},
        {"smallint", ColumnKind::integer}, {"bytea", ColumnKind::bytes},           {"double precision", ColumnKind::real}};
    std::string folded(type);
    for (auto& c : folded) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    for (const auto& [name, kind] : kKinds)
        if (folded == name) return kind;
    return std::nullopt;
}

/// Those it refers to first; by name among equals, so that two engines give one order.
Result<std::vector<Table>> in_order(std::map<std::string, Table> waiting, const std::set<std::pair<std::string, std::string>>& references) {
    std::vector<Table> ordered;
    while (!waiting.empty()) {
        const auto free = std::find_if(waiting.begin(), waiting.end(), [&](const auto& one) {
            return std::none_of(references.begin(), references.end(),
                                [&](const auto& r) { return r.first == one.first && r.second != one.first && waiting.contains(r.second); });
        });
        if (free == waiting.end()) return unknown("tables refer to each other: " + waiting.begin()->first);
        ordered.push_back(std::move(free->second));
        waiting.erase(free);
    }
    return ordered;
}

/// The words after "-- Tables: " of a file of db/derived.
std::vector<std::string_view> words_after(std::string_view sql, std::string_view header) {
    std::vector<std::string_view> words;
    const auto at = sql.find(header);
    if (at == sql.npos) return words;
    auto line = sql.substr(at + header.size());
    line = line.substr(0, line.find('\n'));
    while (!line.empty()) {
        const auto comma = std::min(line.find(", "), line.size());
        words.push_back(line.substr(0, comma));
        line.remove_prefix(std::min(comma + 2, line.size()));
    }
    return words;
}

}  // namespace

std::span<const Derived> derived() {
    static const std::vector<Derived> list = [] {
        std::vector<Derived> read;
        for (const auto& file : embedded::derived())
            read.push_back({file.name.ends_with(".sqlite.sql") ? Engine::sqlite : Engine::postgres, words_after(file.bytes, "\n-- Tables: "),
                            words_after(file.bytes, "\n-- Columns: "), file.bytes});
        return read;
    }();
    return list;
}

Result<std::vector<Table>> tables_of(Session& session, Engine engine, std::span<const Derived> derived) {
    const bool sqlite = engine == Engine::sqlite;
    const auto is_derived = [&](std::string_view name, const auto& names_of) {
        return std::any_of(derived.begin(), derived.end(), [&](const Derived& one) {
            const auto& names = names_of(one);
            return one.engine == engine && std::find(names.begin(), names.end(), name) != names.end();
        });
    };
    std::map<std::string, Table> found;
    std::string strange;
    AROEIRA_CHECK(session.each(sqlite ? kColumnsSqlite : kColumnsPostgres, {}, [&](const Row& row) {
        const auto table = row.string(0);
        const auto column = row.string(1);
        if (table == kMigrations || is_derived(table, [](const Derived& d) { return d.tables; })) return true;
        if (is_derived(table + "." + column, [](const Derived& d) { return d.columns; })) return true;
        const auto kind = kind_of(row.text(2));
        if (!kind) strange = table + "." + column + " " + row.string(2);
        else found.try_emplace(table, Table{table}).first->second.columns.push_back({column, *kind});
        return strange.empty();
    }));
    if (!strange.empty()) return unknown("a column of another type: " + strange);
    std::set<std::pair<std::string, std::string>> references;
    AROEIRA_CHECK(session.each(sqlite ? kReferencesSqlite : kReferencesPostgres, {}, [&](const Row& row) {
        references.emplace(row.string(0), row.string(1));
        return true;
    }));
    return in_order(std::move(found), references);
}

Result<std::vector<Table>> tables_of(Session& session, Engine engine) { return tables_of(session, engine, derived()); }

Result<void> each_row(Session& session, const Table& table, const std::function<bool(const Row&)>& visit) {
    std::string sql = "SELECT ";
    for (const auto& column : table.columns) (sql += &column == table.columns.data() ? "" : ", ") += column.name;
    sql += " FROM " + table.name;
    return session.each(Query{"catalogue.rows", sql}, {}, visit);
}

Result<void> clear(Session& session, std::span<const Table> tables) {
    for (std::size_t i = tables.size(); i-- > 0;) {
        const std::string sql = "DELETE FROM " + tables[i].name;
        AROEIRA_CHECK(session.run(Query{"catalogue.clear", sql}));
    }
    return {};
}

Result<void> refill_derived(Session& session, Engine engine, std::span<const Derived> derived) {
    std::set<std::string, std::less<>> there;
    AROEIRA_CHECK(session.each(engine == Engine::sqlite ? kColumnsSqlite : kColumnsPostgres, {}, [&](const Row& row) {
        there.insert(row.string(0));
        there.insert(row.string(0) + "." + row.string(1));
        return true;
    }));
    const auto has = [&](std::string_view name) { return there.contains(name); };
    for (const auto& one : derived) {
        if (one.engine != engine || !std::all_of(one.tables.begin(), one.tables.end(), has) || !std::all_of(one.columns.begin(), one.columns.end(), has)) continue;
        for (const auto table : one.tables) {
            const std::string sql = "DELETE FROM " + std::string(table);
            AROEIRA_CHECK(session.run(Query{"derived.clear", sql}));
        }
        for (const auto sql : statements_of(one.refill)) AROEIRA_CHECK(session.run(Query{"derived.refill", sql}));
    }
    return {};
}

}  // namespace aroeira::db
