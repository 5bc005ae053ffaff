// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <deque>
#include <map>
#include <string>

#include "tests/support/databases.hpp"

namespace aroeira::test {

/// A session that asks the engine, before each statement, how it will run it.
class Explained final : public db::Session {
public:
    explicit Explained(db::Session& behind) : behind_(behind) {
        // A table of a test is small enough to be read whole: the question is whether an index would serve.
        if (engine() == db::Engine::postgres) must(behind_.run({"test.indexes", "SET LOCAL enable_seqscan = off"}));
    }
    using Session::each;
    using Session::run;
    Result<void> each(const db::Query& query, Params params, const std::function<bool(const db::Row&)>& visit) override {
        explain(query, params);
        return behind_.each(query, params, visit);
    }
    Result<std::int64_t> run(const db::Query& query, Params params) override {
        explain(query, params);
        return behind_.run(query, params);
    }
    Result<std::unique_ptr<db::Bulk>> bulk(const db::BulkTarget& target) override { return behind_.bulk(target); }
    [[nodiscard]] db::Engine engine() const override { return behind_.engine(); }

    /// The plan of the statement of this name, a line for each step; "" when it was not run.
    [[nodiscard]] std::string plan_of(const std::string& name) const {
        const auto found = plans_.find(name);
        return found == plans_.end() ? "" : found->second;
    }

private:
    void explain(const db::Query& query, Params params) {
        const bool sqlite = engine() == db::Engine::sqlite;
        const auto& text = texts_.emplace_back((sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + std::string(query.sql));
        auto& plan = plans_[std::string(query.name)];
        plan.clear();
        must(behind_.each({"test.explain", text}, params, [&](const db::Row& row) {
            plan += row.string(sqlite ? 3 : 0) + "\n";
            return true;
        }));
    }
    db::Session& behind_;
    std::deque<std::string> texts_{};  ///< A session keeps a statement by the address of its text.
    std::map<std::string, std::string> plans_{};
};

}  // namespace aroeira::test
