// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <deque>

#include "platform/db/postgres/session.hpp"

namespace aroeira::db::postgres {

/// The rows of one statement as they come over the wire, one at a time, so that a report of a
/// year does not fit in memory first. A statement inside the visit makes it keep the rest.
class RowStream {
public:
    RowStream(TransactionSession& session, Connection& connection)
        : session_(session), connection_(connection), outer_(session.active_) {
        session_.active_ = this;
    }
    RowStream(const RowStream&) = delete;
    RowStream& operator=(const RowStream&) = delete;
    ~RowStream() {
        // The connection takes the next statement only when this one was read to its end.
        while (!ended_ && take()) {
        }
        session_.active_ = outer_;
    }

    /// The next answer; null at the end.
    Answer next() {
        if (kept_.empty()) return ended_ ? nullptr : take();
        auto first = std::move(kept_.front());
        kept_.pop_front();
        return first;
    }
    void keep_rest() {
        while (!ended_)
            if (auto answer = take()) kept_.push_back(std::move(answer));
    }

private:
    Answer take() {
        Answer answer(PQgetResult(connection_.handle()));
        ended_ = !answer;
        return answer;
    }
    TransactionSession& session_;
    Connection& connection_;
    RowStream* outer_;
    std::deque<Answer> kept_;
    bool ended_ = false;
};

/// The single row of an answer.
class CurrentRow final : public Row {
public:
    void stand_on(const PGresult* answer) { answer_ = answer; }
    [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(answer_, 0, column) != 0; }
    [[nodiscard]] std::int64_t integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override { return decoded(column); }
    [[nodiscard]] std::string_view blob(int column) const override { return decoded(column); }

private:
    [[nodiscard]] std::string_view raw(int column) const {
        return {PQgetvalue(answer_, 0, column), static_cast<std::size_t>(PQgetlength(answer_, 0, column))};
    }
    /// bytea comes as "\x" and hexadecimal digits; all else as it is.
    [[nodiscard]] std::string_view decoded(int column) const;

    const PGresult* answer_ = nullptr;
    mutable std::vector<std::string> bytes_;
};

}  // namespace aroeira::db::postgres
