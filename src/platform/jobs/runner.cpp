// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

#include "platform/jobs/queue.hpp"

namespace aroeira::jobs {
namespace {

using namespace std::chrono_literals;

constexpr auto kPoll = 1s;
constexpr auto kBeatEvery = 5s;
constexpr auto kShowEvery = 300ms;
constexpr auto kLongestWait = 10min;

/// 1 s, 2 s, 4 s, … with up to half more, so that many nodes do not come back together.
std::chrono::milliseconds wait_before(int attempt) {
    thread_local std::minstd_rand random{std::random_device{}()};
    const auto base = std::min<std::chrono::milliseconds>(1s * (1 << std::min(attempt - 1, 12)), kLongestWait);
    return base + base * static_cast<int>(random() % 50) / 100;
}

/// The Context of one run, and the heartbeat that keeps its lease.
class Run final : public Context {
public:
    Run(db::Database& database, const Clock& clock, queue::Held held, std::string holder, const std::atomic<bool>& stopping)
        : database_(database), clock_(clock), held_(std::move(held)), holder_(std::move(holder)), stopping_(stopping),
          heart_([this] { beat(); }) {}
    ~Run() override {
        {
            const std::lock_guard lock(mutex_);
            over_ = true;
        }
        wake_.notify_all();
        heart_.join();
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    [[nodiscard]] const TrabalhoId& id() const override { return held_.id; }
    [[nodiscard]] std::string_view argument() const override { return held_.argument; }
    [[nodiscard]] std::string_view cursor() const override { return held_.cursor; }
    void progress(std::string_view stage, std::int64_t done, std::int64_t total) override {
        const auto now = std::chrono::steady_clock::now();
        if (stage == stage_ && now - shown_ < kShowEvery && done != total) return;
        stage_ = stage;
        shown_ = now;
        // A progress that cannot be shown is no reason to stop the work.
        (void)database_.write([&](db::Session& session) { return queue::show(session, held_.id, holder_, stage, done, total); });
    }
    Result<void> save_cursor(db::Session& session, std::string_view cursor, std::int64_t done, std::int64_t total) override {
        return queue::keep_cursor(session, held_.id, holder_, cursor, done, total);
    }
    [[nodiscard]] bool should_stop() const override { return stopping_ || cancelled_ || lost_; }
    void again_at(Instant at) override { again_ = at; }
    [[nodiscard]] const std::optional<Instant>& again() const { return again_; }
    [[nodiscard]] bool cancelled() const { return cancelled_; }
    [[nodiscard]] bool lost() const { return lost_; }
    [[nodiscard]] const queue::Held& held() const { return held_; }

private:
    void beat() {
        std::unique_lock lock(mutex_);
        while (!wake_.wait_for(lock, kBeatEvery, [&] { return over_; })) {
            lock.unlock();
            if (const auto answer = queue::beat(database_, clock_, held_.id, holder_)) {
                lost_ = !answer->ours;
                cancelled_ = cancelled_ || answer->cancel_asked;
            }
            lock.lock();
        }
    }
    db::Database& database_;
    const Clock& clock_;
    queue::Held held_;
    std::string holder_;
    const std::atomic<bool>& stopping_;
    std::optional<Instant> again_;
    std::string stage_;
    std::chrono::steady_clock::time_point shown_{};
    std::atomic<bool> cancelled_ = false, lost_ = false;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool over_ = false;
    std::thread heart_;  // Last: it starts in the constructor and uses everything above.
};

class DatabaseRunner final : public Runner {
public:
    DatabaseRunner(db::Database& database, const Clock& clock, IdSource& ids, std::map<std::string, Handler> handlers, int workers)
        : database_(database), clock_(clock), ids_(ids), handlers_(std::move(handlers)), workers_(workers) {
        for (const auto& [kind, handler] : handlers_) kinds_.push_back(kind);
    }
    ~DatabaseRunner() override { stop(); }
    DatabaseRunner(const DatabaseRunner&) = delete;
    DatabaseRunner& operator=(const DatabaseRunner&) = delete;

    void start() override {
        if (database_.engine() == db::Engine::sqlite) (void)queue::release_all(database_);
        for (int i = 0; i < workers_; ++i) threads_.emplace_back([this] { work(); });
    }
    void wake() override {
        {
            const std::lock_guard lock(mutex_);
            ++news_;
        }
        wake_.notify_all();
    }
    void stop() override {
        stopping_ = true;
        wake();
        for (auto& thread : threads_) thread.join();
        threads_.clear();
    }

private:
    void work() {
        const std::string holder(ids_.next().text());
        while (!stopping_) {
            const auto seen = news();
            auto held = queue::take(database_, clock_, holder, kinds_);
            if (held && *held) {
                run(std::move(**held), holder);
                continue;
            }
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, kPoll, [&] { return stopping_ || news_ != seen; });
        }
    }
    std::uint64_t news() {
        const std::lock_guard lock(mutex_);
        return news_;
    }

    void run(queue::Held held, const std::string& holder) {
        const auto& handler = handlers_.at(held.kind);
        Run context(database_, clock_, std::move(held), holder, stopping_);
        const auto outcome = queue::run_guarded(handler, context);
        // What cannot be written now is written when the lease runs out and somebody takes the job again.
        if (context.lost()) return;
        queue::conclude(database_, clock_, context.held(), holder, outcome, {context.cancelled(), context.should_stop(), context.again()},
                        wait_before(context.held().attempts));
    }

    db::Database& database_;
    const Clock& clock_;
    IdSource& ids_;
    std::map<std::string, Handler> handlers_;
    std::vector<std::string> kinds_;
    int workers_;
    std::atomic<bool> stopping_ = false;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::uint64_t news_ = 0;
    std::vector<std::thread> threads_;
};

}  // namespace

std::unique_ptr<Runner> make_runner(db::Database& database, const Clock& clock, IdSource& ids,
                                    std::map<std::string, Handler> handlers, int workers) {
    return std::make_unique<DatabaseRunner>(database, clock, ids, std::move(handlers), workers);
}

}  // namespace aroeira::jobs
