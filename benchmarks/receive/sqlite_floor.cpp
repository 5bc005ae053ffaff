// SPDX-License-Identifier: Apache-2.0
// The floor of receiving: the rows of a finished database, with their bytes and their indexes, written again
// by SQLite alone.   sqlite_floor DATABASE DIRECTORY BLOCK → rows per second on the standard output
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

void check(bool ok, sqlite3* base, const char* what) {
    if (ok) return;
    std::fprintf(stderr, "sqlite_floor: %s: %s\n", what, sqlite3_errmsg(base));
    std::exit(1);
}

sqlite3* open(const std::string& path) {
    sqlite3* base = nullptr;
    check(sqlite3_open(path.c_str(), &base) == SQLITE_OK, base, "open");
    return base;
}

void run(sqlite3* base, const std::string& sql) {
    check(sqlite3_exec(base, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK, base, sql.c_str());
}

sqlite3_stmt* prepare(sqlite3* base, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(base, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, base, sql.c_str());
    return statement;
}

/// The statements that made the table, its indexes and its keys.
std::vector<std::string> schema_of_ficha(sqlite3* base) {
    std::vector<std::string> out;
    auto* rows = prepare(base, "SELECT sql FROM sqlite_master WHERE tbl_name IN ('ficha', 'ficha_chave_recente') AND sql IS NOT NULL ORDER BY type DESC");
    while (sqlite3_step(rows) == SQLITE_ROW) out.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(rows, 0)));
    sqlite3_finalize(rows);
    return out;
}

/// Every row, in the order it was written.
std::vector<std::vector<sqlite3_value*>> rows_of_ficha(sqlite3* base) {
    std::vector<std::vector<sqlite3_value*>> out;
    auto* rows = prepare(base, "SELECT * FROM ficha ORDER BY rowid");
    const int columns = sqlite3_column_count(rows);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        auto& row = out.emplace_back();
        for (int i = 0; i < columns; ++i) row.push_back(sqlite3_value_dup(sqlite3_column_value(rows, i)));
    }
    sqlite3_finalize(rows);
    return out;
}

/// Of each of them, in the same order.
std::vector<std::int64_t> keys_of_ficha(sqlite3* base) {
    std::vector<std::int64_t> out;
    auto* rows = prepare(base, "SELECT chave FROM (SELECT * FROM ficha_chave UNION ALL SELECT * FROM ficha_chave_recente) ORDER BY linha");
    while (sqlite3_step(rows) == SQLITE_ROW) out.push_back(sqlite3_column_int64(rows, 0));
    sqlite3_finalize(rows);
    return out;
}

void insert_key(sqlite3_stmt* insert, std::int64_t key, sqlite3_value* row) {
    sqlite3_bind_int64(insert, 1, key);
    sqlite3_bind_value(insert, 2, row);
    check(sqlite3_step(insert) == SQLITE_DONE, sqlite3_db_handle(insert), "insert");
    sqlite3_reset(insert);
}

void insert_all(sqlite3* base, const std::vector<std::vector<sqlite3_value*>>& rows, const std::vector<std::int64_t>& keys, std::size_t block) {
    std::string sql = "INSERT INTO ficha VALUES (?";
    for (std::size_t i = 1; i < rows[0].size(); ++i) sql += ",?";
    auto* insert = prepare(base, sql + ")");
    auto* key = prepare(base, "INSERT INTO ficha_chave_recente VALUES (?,?)");
    for (std::size_t from = 0; from < rows.size(); from += block) {
        run(base, "BEGIN IMMEDIATE");
        for (std::size_t r = from; r < rows.size() && r < from + block; ++r) {
            for (std::size_t i = 0; i < rows[r].size(); ++i) sqlite3_bind_value(insert, static_cast<int>(i + 1), rows[r][i]);
            check(sqlite3_step(insert) == SQLITE_DONE, base, "insert");
            sqlite3_reset(insert);
            insert_key(key, keys[r], rows[r][0]);
        }
        run(base, "COMMIT");
    }
    sqlite3_finalize(insert);
    sqlite3_finalize(key);
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) return 2;
    sqlite3* source = open(words[1]);
    const auto schema = schema_of_ficha(source);
    const auto rows = rows_of_ficha(source);
    const auto keys = keys_of_ficha(source);
    if (rows.empty() || keys.size() != rows.size()) return 3;
    sqlite3* base = open(std::string(words[2]) + "/piso.db");
    // What the program asks of SQLite, so that the floor is the lowest it could reach.
    run(base, "PRAGMA page_size=8192");
    run(base, "PRAGMA cache_size=-32768");
    run(base, "PRAGMA journal_mode=WAL");
    run(base, "PRAGMA synchronous=FULL");
    for (const auto& sql : schema) run(base, sql);
    const auto begin = std::chrono::steady_clock::now();
    insert_all(base, rows, keys, std::strtoul(words[3], nullptr, 10));
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    sqlite3_close(base);
    std::printf("%.1f\n", static_cast<double>(rows.size()) / spent.count());
}
