// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <doctest/doctest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "platform/db/session.hpp"

/// Fresh, empty databases for tests of stores. Every store test runs on both engines:
///
///     TEST_CASE("a ficha is kept once") {
///         test::for_each_engine([](db::Database& database) { … });           // migrated
///     }
///
/// PostgreSQL is the server AROEIRA_TEST_POSTGRES names; without it the test fails.
namespace aroeira::test {

/// A folder under the system's temporary one that ends with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

enum class Schema { empty, migrated };

/// A place of its own on one engine: a file in a folder; on the server a schema, or a database when it is migrated.
class Place {
public:
    explicit Place(db::Engine engine, Schema schema = Schema::empty);
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    [[nodiscard]] db::Engine engine() const { return engine_; }
    /// What `db::open` takes.
    [[nodiscard]] const std::string& where() const { return where_; }
    /// A new program on this place; a second call is a second program.
    [[nodiscard]] std::unique_ptr<db::Database> open() const;

private:
    db::Engine engine_;
    TemporaryFolder folder_;
    std::string drop_{};  ///< What takes it from the server.
    std::string where_;
};

const char* name_of(db::Engine engine);

/// The value of AROEIRA_TEST_POSTGRES; fails the test when it is not there.
std::string postgres_url();

/// Runs `test` on a new place of each engine.
void for_each_engine(const std::function<void(db::Database&)>& test, Schema schema = Schema::migrated);
/// The same for a test that opens (and closes, and kills) the database itself.
void for_each_place(const std::function<void(const Place&)>& test, Schema schema = Schema::migrated);

/// The value, or a failed test that shows the error's code and detail.
template <class T>
T must(Result<T> result) {
    if (!result) {
        FAIL("unexpected error ", std::string(result.error().code.text()), ": ", result.error().message, " [",
             result.error().detail, "]");
    }
    return std::move(result).value();
}
inline void must(const Result<void>& result) {
    if (!result) {
        FAIL("unexpected error ", std::string(result.error().code.text()), ": ", result.error().message, " [",
             result.error().detail, "]");
    }
}

}  // namespace aroeira::test
