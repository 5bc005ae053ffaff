// SPDX-License-Identifier: Apache-2.0
#include "platform/backup/backup.hpp"
#include "platform/backup/record.hpp"
#include "platform/backup/sealed_file.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/migrate.hpp"

namespace aroeira::backup {
namespace {

constexpr std::size_t kPieceBytes = 512 << 10;
constexpr std::int64_t kRowsBetweenLooks = 1024;

Error stopped() { return {ErrorKind::conflict, "COPIA-0006", "A cópia de segurança foi interrompida e nenhum arquivo ficou."}; }

/// Records on their way into pieces: none crosses from one to the next.
class Writing {
public:
    Writing(SealedWriter& file, const Progress& progress) : file_(file), progress_(progress) {}

    std::string& records() { return records_; }
    Result<void> flush_when_full() { return records_.size() < kPieceBytes ? Result<void>() : flush(false); }
    Result<void> flush(bool last) {
        AROEIRA_CHECK(file_.put(records_, last));
        records_.clear();
        return {};
    }

    Result<void> table(db::Session& session, const db::Table& table) {
        records_ += static_cast<char>(Mark::table);
        put_table(records_, table);
        Sum sum;
        Result<void> failure;
        AROEIRA_CHECK(db::each_row(session, table, [&](const db::Row& row) {
            failure = add(row, table, sum);
            return failure.has_value();
        }));
        AROEIRA_CHECK(failure);
        records_ += static_cast<char>(Mark::end);
        summary_.tables.push_back(sum.of(table.name));
        return look(table.name);
    }
    Summary& summary() { return summary_; }

private:
    Result<void> add(const db::Row& row, const db::Table& table, Sum& sum) {
        records_ += static_cast<char>(Mark::row);
        const auto begin = records_.size();
        if (!put_row(records_, row, table))
            return Error{ErrorKind::internal, "COPIA-0012", "Uma linha do banco tem um valor que não cabe na sua coluna. Avise o suporte com este código.", {},
                         "a value of another kind in " + table.name};
        sum.add(std::string_view(records_).substr(begin));
        if (++summary_.rows % kRowsBetweenLooks == 0) AROEIRA_CHECK(look(table.name));
        return flush_when_full();
    }
    Result<void> look(std::string_view table) {
        if (!progress_({table, summary_.rows, file_.bytes()})) return stopped();
        return {};
    }
    SealedWriter& file_;
    const Progress& progress_;
    std::string records_;
    Summary summary_;
};

Result<void> describe(db::Session& session, db::Engine engine, About& about) {
    about.banco = engine == db::Engine::sqlite ? "sqlite" : "postgres";
    AROEIRA_TRY(const auto applied, db::applied_migrations(session));
    for (const auto& one : applied) {
        about.schema = one.version;
        if (!one.of_one_engine()) about.migrations.push_back(std::to_string(one.version) + " " + one.sha256);
    }
    return {};
}

Result<void> write_all(Writing& writing, db::Session& session, db::Engine engine, std::span<const File> files) {
    auto& records = writing.records();
    auto& summary = writing.summary();
    AROEIRA_CHECK(describe(session, engine, summary.about));
    records += static_cast<char>(Mark::about);
    put_text(records, json::text_of(summary.about));
    for (const auto& file : files) {
        records += static_cast<char>(Mark::file);
        put_text(records, file.name);
        put_text(records, file.bytes);
        summary.files.push_back(file.name);
        AROEIRA_CHECK(writing.flush_when_full());
    }
    AROEIRA_TRY(const auto tables, db::tables_of(session, engine));
    for (const auto& table : tables) AROEIRA_CHECK(writing.table(session, table));
    records += static_cast<char>(Mark::manifest);
    put_text(records, json::text_of(Manifest{summary.tables, summary.files}));
    return writing.flush(true);
}

}  // namespace

Result<Lock> lock_of(std::string_view passphrase, const crypto::PassphraseCost& cost) {
    Lock lock{crypto::random_bytes(crypto::kSaltBytes), cost};
    AROEIRA_TRY(auto keys, crypto::key_pair_of(passphrase, lock.salt, cost));
    lock.public_key = std::move(keys.public_key);
    return lock;
}

Result<Summary> create(const std::string& path, const Lock& lock, const About& about, std::span<const File> files, db::Database& database,
                       const Progress& progress) {
    AROEIRA_TRY(auto file, SealedWriter::begin(path, lock));
    Writing writing(file, progress);
    writing.summary().about = about;
    bool begun = false;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        // A body may run again, and what is in the file would come twice.
        if (std::exchange(begun, true)) return Error{ErrorKind::unavailable, "DB-0004", "O banco de dados interrompeu a leitura. Tente de novo em um minuto."};
        return write_all(writing, session, database.engine(), files);
    }));
    AROEIRA_CHECK(file.publish());
    writing.summary().bytes = file.bytes();
    writing.summary().sha256 = file.sum();
    return std::move(writing.summary());
}

Result<std::vector<TableCount>> count(db::Session& session, db::Engine engine, const Progress& progress) {
    AROEIRA_TRY(const auto tables, db::tables_of(session, engine));
    return count(session, tables, progress);
}

Result<std::vector<TableCount>> count(db::Session& session, std::span<const db::Table> tables, const Progress& progress) {
    std::vector<TableCount> counts;
    std::int64_t rows = 0;
    for (const auto& table : tables) {
        Sum sum;
        std::string bytes;
        bool go = true;
        AROEIRA_CHECK(db::each_row(session, table, [&](const db::Row& row) {
            bytes.clear();
            // A value of another kind has another sum.
            if (put_row(bytes, row, table)) sum.add(bytes);
            if (++rows % kRowsBetweenLooks == 0) go = progress({table.name, rows, 0});
            return go;
        }));
        if (!go) return stopped();
        counts.push_back(sum.of(table.name));
    }
    return counts;
}

}  // namespace aroeira::backup
