// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "platform/crypto/stream.hpp"
#include "platform/db/catalogue.hpp"
#include "platform/db/session.hpp"
#include "platform/json/json.hpp"

/// One encrypted file with every row of a database and the files that must go with it, readable by either engine.
namespace aroeira::backup {

/// What a machine needs to write copies: nothing in it opens one.
struct Lock {
    std::string salt{};
    crypto::PassphraseCost cost{};
    std::string public_key{};
};
/// Errors: those of crypto::key_pair_of. Cost: as it.
Result<Lock> lock_of(std::string_view passphrase, const crypto::PassphraseCost& cost = {});

/// Where a copy comes from. The first thing inside it.
struct About {
    std::int64_t criada_ms = 0;
    std::string program{};    ///< Version of who wrote it.
    std::string instalacao{};  ///< Its id.
    std::string nome{};
    std::string banco{};       ///< sqlite or postgres.
    int schema = 0;           ///< The last migration.
    std::vector<std::string> migrations{};  ///< "version sha256" of those both engines share.
    static constexpr auto fields = std::tuple{json::field("criada_ms", &About::criada_ms), json::field("programa", &About::program),
                                              json::field("instalacao", &About::instalacao), json::field("nome", &About::nome),
                                              json::field("banco", &About::banco), json::field("esquema", &About::schema),
                                              json::field("migracoes", &About::migrations)};
};

/// Success when this program has every migration the copy was made with, byte for byte.
/// Errors: `conflict` COPIA-0011.
Result<void> check_known(const About& about);

struct TableCount {
    std::string nome{};
    std::int64_t linhas = 0;
    std::string resumo{};  ///< Of its rows in any order, so that two databases can be compared.
    static constexpr auto fields = std::tuple{json::field("nome", &TableCount::nome), json::field("linhas", &TableCount::linhas),
                                              json::field("resumo", &TableCount::resumo)};
    friend bool operator==(const TableCount&, const TableCount&) = default;
};

/// What a whole copy holds. The last thing inside it is its tables.
struct Summary {
    About about{};
    std::vector<TableCount> tables{};
    std::vector<std::string> files{};
    std::int64_t rows = 0;
    std::uint64_t bytes = 0;  ///< Of the file.
    std::string sha256{};     ///< Of the file as it was written, hexadecimal; "" of one that was only read.
};

struct File {
    std::string name;
    std::string bytes;
};

/// How far it is. False stops the work: COPIA-0006.
struct Seen {
    std::string_view table;
    std::int64_t rows = 0;      ///< Of all tables so far.
    std::uint64_t bytes = 0;    ///< Of the file so far.
};
using Progress = std::function<bool(const Seen&)>;
inline bool go_on(const Seen&) { return true; }

/// Writes `path` from one snapshot of the database, while others use it. The file appears under its name when it is
/// whole and on the disk; what fails or is stopped leaves none.
/// Errors: `conflict` COPIA-0009 when `path` exists, COPIA-0006 when stopped; `unavailable` COPIA-0005 when it cannot be
/// written, naming the cause, DB-0004; `internal` DB-0014, COPIA-0012. Cost: constant memory.
Result<Summary> create(const std::string& path, const Lock& lock, const About& about, std::span<const File> files, db::Database& database,
                       const Progress& progress = go_on);

/// Of what the disk has, not the memory. Errors: `not_found` COPIA-0007; `invalid_input` COPIA-0003 when it cannot be read to its end.
Result<std::string> sha256_of_file(const std::string& path);

/// A copy somebody can open: the passphrase was right.
class Copy {
public:
    /// Errors: `not_found` COPIA-0007; `invalid_input` COPIA-0001 (no copy), COPIA-0002 (of a newer program),
    /// COPIA-0003 (damaged), COPIA-0004 (another passphrase). Cost: that of the passphrase.
    static Result<Copy> open(const std::string& path, std::string_view passphrase);

    /// Reads it to its end. Errors: `invalid_input` COPIA-0003, saying where the first damage is; COPIA-0006.
    [[nodiscard]] Result<Summary> verify(const Progress& progress = go_on) const;
    /// The files in it, whole. Errors: as `verify`.
    [[nodiscard]] Result<std::vector<File>> files() const;
    /// Writes its rows into the tables of `database`, which is at the same migration: what was there goes away. In many
    /// transactions: until it succeeds the database is of no use. Then every row is read again and compared.
    /// Errors: as `verify`; `conflict` COPIA-0008 when a table or column has no place; `internal` COPIA-0010 when what
    /// was read again is not what was written; those of the database.
    [[nodiscard]] Result<Summary> load(db::Database& database, const Progress& progress = go_on) const;

private:
    Copy(std::string path, std::string key) : path_(std::move(path)), key_(std::move(key)) {}
    std::string path_;
    std::string key_;
};

/// The tables of a database as a copy of it would count them. Errors: DB-0004, DB-0014.
Result<std::vector<TableCount>> count(db::Session& session, db::Engine engine, const Progress& progress = go_on);

/// The same of these tables, columns in their order.
Result<std::vector<TableCount>> count(db::Session& session, std::span<const db::Table> tables, const Progress& progress = go_on);

/// True when an Error says that the file itself is not what was written.
bool is_damage(const Error& error);

}  // namespace aroeira::backup
