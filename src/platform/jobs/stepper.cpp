// SPDX-License-Identifier: Apache-2.0
#include "platform/jobs/queue.hpp"

namespace aroeira::jobs {
namespace {

/// A run that nobody stops: who steps is the only one here.
class Step final : public Context {
public:
    Step(db::Database& database, queue::Held held, const std::string& holder)
        : database_(database), held_(std::move(held)), holder_(holder) {}

    [[nodiscard]] const TrabalhoId& id() const override { return held_.id; }
    [[nodiscard]] std::string_view argument() const override { return held_.argument; }
    [[nodiscard]] std::string_view cursor() const override { return held_.cursor; }
    void progress(std::string_view stage, std::int64_t done, std::int64_t total) override {
        (void)database_.write([&](db::Session& session) { return queue::show(session, held_.id, holder_, stage, done, total); });
    }
    Result<void> save_cursor(db::Session& session, std::string_view cursor, std::int64_t done, std::int64_t total) override {
        return queue::keep_cursor(session, held_.id, holder_, cursor, done, total);
    }
    [[nodiscard]] bool should_stop() const override { return false; }
    void again_at(Instant at) override { again_ = at; }
    [[nodiscard]] const std::optional<Instant>& again() const { return again_; }
    [[nodiscard]] const queue::Held& held() const { return held_; }

private:
    db::Database& database_;
    queue::Held held_;
    const std::string& holder_;
    std::optional<Instant> again_;
};

}  // namespace

Stepper::Stepper(db::Database& database, const Clock& clock, IdSource& ids, std::map<std::string, Handler> handlers,
                 std::function<std::chrono::milliseconds(int attempt)> wait)
    : database_(database), clock_(clock), holder_(ids.next().text()), handlers_(std::move(handlers)), wait_(std::move(wait)) {
    for (const auto& [kind, handler] : handlers_) kinds_.push_back(kind);
}

Result<bool> Stepper::step() {
    AROEIRA_TRY(auto taken, queue::take(database_, clock_, holder_, kinds_));
    if (!taken) return false;
    Step context(database_, std::move(*taken), holder_);
    const auto outcome = queue::run_guarded(handlers_.at(context.held().kind), context);
    queue::conclude(database_, clock_, context.held(), holder_, outcome, {.again = context.again()}, wait_(context.held().attempts));
    return true;
}

}  // namespace aroeira::jobs
