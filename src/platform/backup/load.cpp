// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "platform/backup/walk.hpp"
#include "platform/db/migrate.hpp"
#include "platform/db/script.hpp"

namespace aroeira::backup {
namespace {

constexpr std::size_t kBatchBytes = 8 << 20;  // Of rows in one transaction.

/// Rows on their way into the tables. A transaction may run again, so its rows wait as bytes.
class Loading final : public Sink {
public:
    Loading(db::Database& database, std::vector<db::Table> places) : database_(database), places_(std::move(places)) {}

    Result<void> table(const db::Table& table) override {
        const auto place = std::find_if(places_.begin(), places_.end(), [&](const db::Table& one) { return one.name == table.name; });
        if (place == places_.end() || !std::is_permutation(place->columns.begin(), place->columns.end(), table.columns.begin(), table.columns.end()))
            return Error{ErrorKind::conflict, "COPIA-0008", "A tabela " + table.name + " da cópia de segurança não tem lugar neste programa. Use o programa que fez a cópia, ou um mais novo."};
        read_.push_back(table);
        return {};
    }
    Result<void> row(std::string_view bytes) override {
        batch_ += bytes;
        return batch_.size() < kBatchBytes ? Result<void>() : write();
    }
    Result<void> end() override { return batch_.empty() ? Result<void>() : write(); }

    [[nodiscard]] const std::vector<db::Table>& read() const { return read_; }
    [[nodiscard]] bool has_all() const { return read_.size() == places_.size(); }

private:
    Result<void> write() {
        const auto& table = read_.back();
        std::vector<std::string_view> columns;
        for (const auto& column : table.columns) columns.push_back(column.name);
        AROEIRA_CHECK(database_.write([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(const auto bulk, session.bulk({table.name, columns}));
            std::vector<db::Value> values;
            for (Cursor cursor(batch_); !cursor.at_end();) {
                INVARIANT(cursor.row(table, values), "a row that was read a moment ago");
                AROEIRA_CHECK(bulk->add(values));
            }
            return bulk->finish();
        }));
        batch_.clear();
        return {};
    }
    db::Database& database_;
    std::vector<db::Table> places_;
    std::vector<db::Table> read_{};
    std::string batch_{};
};

Error differs(std::string detail) {
    return {ErrorKind::internal, "COPIA-0010", "O que foi gravado não é o que estava na cópia de segurança, e por isso nada foi restaurado. Avise o suporte com este código.", {},
            std::move(detail)};
}

}  // namespace

Result<void> check_known(const About& about) {
    const bool newer = db::migrations().empty() || about.schema > db::migrations().back().version;
    std::vector<std::string> here;
    for (const auto& one : db::migrations()) here.push_back(std::to_string(one.version) + " " + db::sha256_hex(one.sql));
    const bool same = std::all_of(about.migrations.begin(), about.migrations.end(),
                                  [&](const std::string& one) { return std::find(here.begin(), here.end(), one) != here.end(); });
    if (!newer && same) return {};
    return Error{ErrorKind::conflict, "COPIA-0011", "A cópia de segurança é de outra versão do programa (" + about.program +
                                                        "), que este não conhece. Instale essa versão ou uma mais nova e tente de novo."};
}

Result<Summary> Copy::load(db::Database& database, const Progress& progress) const {
    std::vector<db::Table> places;
    AROEIRA_CHECK(database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(places, db::tables_of(session, database.engine()));
        return db::clear(session, places);
    }));
    AROEIRA_TRY(auto reader, SealedReader::open(path_, key_));
    Loading loading(database, std::move(places));
    AROEIRA_TRY(auto summary, walk(reader, loading, progress));
    if (!loading.has_all()) return differs("a table of this program is not in the copy");
    AROEIRA_CHECK(database.write([&](db::Session& session) { return db::refill_derived(session, database.engine(), db::derived()); }));
    std::vector<TableCount> written;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(written, count(session, loading.read(), progress));
        return {};
    }));
    for (std::size_t i = 0; i < written.size(); ++i)
        if (written[i] != summary.tables[i]) return differs(written[i].nome);
    return summary;
}

}  // namespace aroeira::backup
