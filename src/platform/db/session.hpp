// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace aroeira::db {

/// A named statement. One SQL text serves both engines: `$1…$n`, `ON CONFLICT`, `RETURNING`.
/// Prepared once per connection and kept by the address of `sql`, so `sql` must be a literal.
struct Query {
    std::string_view name;
    std::string_view sql;
};

struct Blob {
    std::string_view bytes;
};

/// A parameter. Text and bytes are views: they must live until the call returns.
/// `nullptr`/`std::nullopt` is NULL; a bool is stored as 0 or 1.
class Value {
public:
    Value() = default;
    Value(std::nullptr_t) {}                                               // NOLINT
    Value(std::nullopt_t) {}                                               // NOLINT
    Value(bool v) : v_(static_cast<std::int64_t>(v)) {}                    // NOLINT
    template <std::integral I> requires (!std::same_as<I, bool>)
    Value(I v) : v_(static_cast<std::int64_t>(v)) {}                       // NOLINT
    Value(double v) : v_(v) {}                                             // NOLINT
    Value(std::string_view v) : v_(v) {}                                   // NOLINT
    Value(const std::string& v) : v_(std::string_view(v)) {}               // NOLINT
    Value(const char* v) : v_(std::string_view(v)) {}                      // NOLINT
    Value(Blob v) : v_(v) {}                                               // NOLINT
    template <class T>
    Value(const std::optional<T>& v) { if (v) *this = Value(*v); }         // NOLINT
    template <class T> requires requires(const T& t) { { t.text() } -> std::same_as<std::string_view>; }
    Value(const T& identifier) : v_(identifier.text()) {}                  // NOLINT

    using Variant = std::variant<std::monostate, std::int64_t, double, std::string_view, Blob>;
    [[nodiscard]] const Variant& variant() const { return v_; }

private:
    Variant v_;
};

/// The row a statement stands on. Views are valid until the next row.
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;  ///< 0 when NULL.
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;  ///< "" when NULL.
    [[nodiscard]] virtual std::string_view blob(int column) const = 0;
    [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] std::optional<std::string> optional_string(int column) const {
        if (is_null(column)) return std::nullopt;
        return string(column);
    }
    [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const {
        if (is_null(column)) return std::nullopt;
        return integer(column);
    }
};

/// Rows on their way into one table: prepared INSERT on SQLite, COPY on PostgreSQL.
/// The caller must not use the session for anything else until `finish`.
class Bulk {
public:
    virtual ~Bulk() = default;
    /// Errors: `conflict` DB-0003 (here or at `finish`) for a repeated key; `unavailable` DB-0004.
    virtual Result<void> add(std::span<const Value> row) = 0;
    virtual Result<void> finish() = 0;
};

/// A table and the columns a Bulk fills, in order.
struct BulkTarget {
    std::string_view table;
    std::span<const std::string_view> columns;
};

enum class Engine { sqlite, postgres };

/// One connection inside one transaction.
class Session {
public:
    virtual ~Session() = default;
    using Params = std::span<const Value>;

    /// Calls `visit` for each row; stops early when it gives false.
    /// Errors: `conflict` DB-0003 for a broken key or CHECK; `too_large` DB-0008; `unavailable` DB-0004 otherwise.
    /// Cost: one prepared statement, kept by the connection.
    virtual Result<void> each(const Query& query, Params params,
                              const std::function<bool(const Row&)>& visit) = 0;
    /// Rows changed by an INSERT, UPDATE or DELETE. Errors: as `each`.
    virtual Result<std::int64_t> run(const Query& query, Params params) = 0;
    /// Errors: `unavailable` DB-0004.
    virtual Result<std::unique_ptr<Bulk>> bulk(const BulkTarget& target) = 0;
    /// For what one engine needs and the other has: a store says it once.
    [[nodiscard]] virtual Engine engine() const = 0;

    Result<void> each(const Query& query, std::initializer_list<Value> params,
                      const std::function<bool(const Row&)>& visit) {
        return each(query, Params(params.begin(), params.size()), visit);
    }
    Result<std::int64_t> run(const Query& query, std::initializer_list<Value> params = {}) {
        return run(query, Params(params.begin(), params.size()));
    }
    /// `make(row)` of the first row, or nothing when there is none.
    template <class Make>
    auto first(const Query& query, std::initializer_list<Value> params, Make make)
        -> Result<std::optional<decltype(make(std::declval<const Row&>()))>> {
        std::optional<decltype(make(std::declval<const Row&>()))> found;
        AROEIRA_CHECK(each(query, params, [&](const Row& row) {
            found.emplace(make(row));
            return false;
        }));
        return found;
    }
    /// `make(row)` of every row.
    template <class Make>
    auto all(const Query& query, std::initializer_list<Value> params, Make make)
        -> Result<std::vector<decltype(make(std::declval<const Row&>()))>> {
        std::vector<decltype(make(std::declval<const Row&>()))> rows;
        AROEIRA_CHECK(each(query, params, [&](const Row& row) {
            rows.push_back(make(row));
            return true;
        }));
        return rows;
    }
};

/// Makes PostgreSQL plan by what is in the tables that `analyze` names ("ANALYZE a, b"), after a write of thousands of rows
/// there: it would go on planning for the empty tables they were. SQLite plans by its indexes alone.
/// Cost: on PostgreSQL a sample of each table is read.
inline Result<void> plan_anew(Session& session, const Query& analyze) {
    if (session.engine() != Engine::postgres) return {};
    AROEIRA_CHECK(session.run(analyze));
    return {};
}

/// A database both engines hide behind. Safe to call from any thread: SQLite has one writer and a
/// pool of readers, PostgreSQL a pool. Reads see a snapshot.
class Database {
public:
    virtual ~Database() = default;
    using Body = std::function<Result<void>(Session&)>;

    /// One read-write transaction: commits when `body` gives success and the commit itself was
    /// durable, rolls back otherwise. `body` runs again when it lost against another one (for at most 30 s).
    /// Errors: those of `body`; `unavailable` DB-0004.
    virtual Result<void> write(const Body& body) = 0;
    /// One read-only transaction.
    virtual Result<void> read(const Body& body) = 0;
    [[nodiscard]] virtual Engine engine() const = 0;
};

struct SqliteOptions {
    std::string path;          ///< A file, or ":memory:" (then one shared connection).
    int readers = 4;
};
/// WAL, `synchronous=FULL`, foreign keys on. Errors: `unavailable` DB-0001 with cause and next step.
Result<std::unique_ptr<Database>> open_sqlite(const SqliteOptions& options);
/// `url` is `postgresql://…`. Errors: `unavailable` DB-0002; the URL's password is never in a message.
Result<std::unique_ptr<Database>> open_postgres(const std::string& url, int connections = 8);
/// Opens what `where` names: a `postgresql://` URL, or the path of a SQLite file.
Result<std::unique_ptr<Database>> open(const std::string& where);

}  // namespace aroeira::db
