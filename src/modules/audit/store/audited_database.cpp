// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/audited_database.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <vector>

#include "modules/audit/api/act.hpp"
#include "modules/audit/domain/audited_table.hpp"
#include "modules/audit/domain/statement.hpp"
#include "modules/audit/store/sql_trail.hpp"
#include "platform/json/json.hpp"

namespace aroeira::audit {
namespace {

/// More rows of one kind than this in one transaction are told by their number.
constexpr std::size_t kRowsTold = 50;

std::string_view key_of(std::string_view table) { return audited_table(table).key; }

/// A statement with how it is told. Read once per thread and text: texts are literals.
struct Known {
    std::string sql{};
    Statement statement{};
    Telling telling = Telling::never;
};

const Known& known(const db::Query& query) {
    thread_local std::unordered_map<const char*, Known> all;
    const auto found = all.find(query.sql.data());
    if (found != all.end() && found->second.sql == query.sql) return found->second;
    Known one{.sql = std::string(query.sql), .statement = read_statement(query.sql, key_of)};
    if (one.statement.operation != Operation::none) one.telling = audited_table(one.statement.table).telling;
    return all.insert_or_assign(query.sql.data(), std::move(one)).first->second;
}

/// What the runs of one statement did to which rows.
struct Change {
    const Known* of;
    std::string municipio{};  ///< Of the rows; "" when the statement does not say.
    std::vector<std::string> ids{};
    std::int64_t rows = 0;
};

std::string text_of(const db::Value& value) {
    if (const auto* text = std::get_if<std::string_view>(&value.variant())) return std::string(*text);
    if (const auto* number = std::get_if<std::int64_t>(&value.variant())) return std::to_string(*number);
    return {};
}

/// Eleven digits or more in a row may be a CPF, a CNS, a CNPJ: no such thing enters the trail.
bool may_be_kept(std::string_view id) {
    std::size_t digits = 0;
    for (const char c : id) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits >= 11 && id.size() != 36) return false;
    }
    return id.size() <= 100;
}

class AuditedSession final : public db::Session {
public:
    AuditedSession(db::Session& inner, IdSource& ids, const Clock& clock) : inner_(inner), ids_(ids), clock_(clock) {}

    using db::Session::each;
    using db::Session::run;

    Result<void> each(const db::Query& query, Params params, const std::function<bool(const db::Row&)>& visit) override {
        const auto& one = known(query);
        if (one.telling == Telling::never) return inner_.each(query, params, visit);
        std::int64_t rows = 0;
        AROEIRA_CHECK(inner_.each(query, params, [&](const db::Row& row) {
            ++rows;
            return visit(row);
        }));
        note(one, params, rows);
        return {};
    }
    Result<std::int64_t> run(const db::Query& query, Params params) override {
        auto rows = inner_.run(query, params);
        if (const auto& one = known(query); rows && one.telling != Telling::never) note(one, params, *rows);
        return rows;
    }
    Result<std::unique_ptr<db::Bulk>> bulk(const db::BulkTarget& target) override {
        auto inner = inner_.bulk(target);
        const auto table = audited_table(target.table);
        if (!inner || table.telling == Telling::never) return inner;
        return std::unique_ptr<db::Bulk>(std::make_unique<AuditedBulk>(*this, std::move(*inner), table, target));
    }

    [[nodiscard]] db::Engine engine() const override { return inner_.engine(); }

    void hear(const Entry& entry) {
        if (!heard_ && entry.event != Event::operacao_no_banco) heard_ = entry;
    }
    /// Tells what was changed; to be called before the commit.
    Result<void> tell() {
        SqlTrail trail(inner_, ids_, clock_);
        for (const auto& change : changes_) {
            const bool by_row = change.of->telling == Telling::each && change.ids.size() <= kRowsTold && change.ids.size() == static_cast<std::size_t>(change.rows);
            if (!by_row) {
                AROEIRA_CHECK(trail.record(entry_of(change, "")));
                continue;
            }
            for (const auto& id : change.ids) AROEIRA_CHECK(trail.record(entry_of(change, id)));
        }
        return {};
    }

private:
    class AuditedBulk final : public db::Bulk {
    public:
        AuditedBulk(AuditedSession& session, std::unique_ptr<db::Bulk> inner, const AuditedTable& table, const db::BulkTarget& target)
            : session_(session), inner_(std::move(inner)), known_(session.bulks_.emplace_back()) {
            known_.telling = table.telling;
            known_.statement = {.operation = Operation::created, .table = std::string(target.table), .columns = {target.columns.begin(), target.columns.end()}};
            for (std::size_t i = 0; i < target.columns.size(); ++i) {
                if (target.columns[i] == table.key) known_.statement.id_parameter = static_cast<int>(i) + 1;
                if (target.columns[i] == "municipio") known_.statement.municipio_parameter = static_cast<int>(i) + 1;
            }
        }
        Result<void> add(std::span<const db::Value> row) override {
            session_.note(known_, row, 1);
            return inner_->add(row);
        }
        Result<void> finish() override { return inner_->finish(); }

    private:
        AuditedSession& session_;
        std::unique_ptr<db::Bulk> inner_;
        Known& known_;
    };

    void note(const Known& one, Params params, std::int64_t rows) {
        if (rows <= 0) return;
        const auto& statement = one.statement;
        const auto value = [&](int parameter) { return parameter > 0 && static_cast<std::size_t>(parameter) <= params.size() ? text_of(params[static_cast<std::size_t>(parameter) - 1]) : std::string(); };
        auto municipio = value(statement.municipio_parameter);
        if (municipio.size() != 7) municipio.clear();
        auto found = std::find_if(changes_.begin(), changes_.end(), [&](const Change& change) { return change.of == &one && change.municipio == municipio; });
        if (found == changes_.end()) found = changes_.insert(found, {&one, municipio});
        found->rows += rows;
        if (one.telling == Telling::counted || found->ids.size() > kRowsTold || rows != 1) return;
        auto id = value(statement.id_parameter);
        if (id.empty() || !may_be_kept(id)) return;
        if (!found->ids.empty() && found->ids.back() == id) --found->rows;  // The same row again.
        else found->ids.push_back(std::move(id));
    }

    [[nodiscard]] Entry entry_of(const Change& change, const std::string& id) const {
        const auto& act = ActScope::current();
        const bool heard = heard_ && !heard_->actor.empty();
        Entry entry{.event = Event::operacao_no_banco, .actor = heard ? heard_->actor : act.actor, .address = heard ? heard_->address : act.address,
                    .entity = change.of->statement.table, .entity_id = id};
        if (!change.municipio.empty()) entry.municipio = change.municipio;
        else entry.municipio = heard_ && heard_->municipio ? heard_->municipio : act.municipio;
        entry.details = R"({"operacao":")" + std::string(title_of(change.of->statement.operation)) + "\"";
        if (id.empty()) {
            entry.details += R"(,"registros":)" + std::to_string(change.rows);
            if (heard_ && !heard_->entity_id.empty() && may_be_kept(heard_->entity_id)) {
                entry.details += R"(,"de":)";
                json::write(entry.details, heard_->entity + " " + heard_->entity_id);
            }
        }
        entry.details += R"(,"colunas":[)";
        for (std::size_t i = 0; i < change.of->statement.columns.size(); ++i) {
            if (i > 0) entry.details += ',';
            json::write(entry.details, change.of->statement.columns[i]);
        }
        entry.details += "]}";
        return entry;
    }

    db::Session& inner_;
    IdSource& ids_;
    const Clock& clock_;
    std::deque<Known> bulks_{};
    std::vector<Change> changes_{};
    std::optional<Entry> heard_{};
};

class AuditedDatabase final : public db::Database {
public:
    AuditedDatabase(std::unique_ptr<db::Database> inner, IdSource& ids, const Clock& clock) : inner_(std::move(inner)), ids_(ids), clock_(clock) {}
    Result<void> write(const Body& body) override {
        return inner_->write([&](db::Session& session) -> Result<void> {
            AuditedSession told(session, ids_, clock_);
            AROEIRA_CHECK(body(told));
            return told.tell();
        });
    }
    Result<void> read(const Body& body) override { return inner_->read(body); }
    [[nodiscard]] db::Engine engine() const override { return inner_->engine(); }

private:
    std::unique_ptr<db::Database> inner_;
    IdSource& ids_;
    const Clock& clock_;
};

}  // namespace

std::unique_ptr<db::Database> audited(std::unique_ptr<db::Database> database, IdSource& ids, const Clock& clock) {
    return std::make_unique<AuditedDatabase>(std::move(database), ids, clock);
}

void hear(db::Session& session, const Entry& entry) {
    if (auto* told = dynamic_cast<AuditedSession*>(&session)) told->hear(entry);
}

}  // namespace aroeira::audit
