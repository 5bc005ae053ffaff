// SPDX-License-Identifier: Apache-2.0
#include "platform/jobs/jobs.hpp"

#include <atomic>
#include <thread>

#include <doctest/doctest.h>

#include "platform/db/migrate.hpp"
#include "platform/jobs/queue.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using namespace std::chrono_literals;

namespace {

struct World {
    explicit World(db::Database& d) : database(d) { REQUIRE(db::migrate(database, clock)); }

    jobs::TrabalhoId add(jobs::NewJob job) {
        std::optional<jobs::TrabalhoId> id;
        REQUIRE(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(id, jobs::enqueue(session, ids, clock, job));
            return {};
        }));
        return *id;
    }
    jobs::Status status(const jobs::TrabalhoId& id) {
        std::optional<jobs::Status> found;
        REQUIRE(database.read([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(found, jobs::status(session, id));
            return {};
        }));
        return *found;
    }
    jobs::Status wait_for(const jobs::TrabalhoId& id, jobs::State state) {
        for (int i = 0; i < 500; ++i) {
            if (auto now = status(id); now.state == state) return now;
            std::this_thread::sleep_for(20ms);
        }
        return status(id);
    }

    db::Database& database;
    SystemClock clock;
    SystemIdSource ids;
};

}  // namespace

TEST_CASE("A job runs once, shows its progress and leaves its result") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        std::atomic<int> runs = 0;
        const auto id = world.add({.kind = "conta", .argument = "{\"ate\":3}", .municipio = "2800308", .owner = "alguem"});
        auto runner = jobs::make_runner(database, world.clock, world.ids,
                                        {{"conta", [&](jobs::Context& job) -> Result<std::string> {
                                              ++runs;
                                              job.progress("Contando", 3, 3);
                                              return std::string(job.argument());
                                          }}});
        runner->start();
        const auto done = world.wait_for(id, jobs::State::done);
        runner->stop();
        CHECK(runs == 1);
        CHECK(done.result == "{\"ate\":3}");
        CHECK(done.stage == "Contando");
        CHECK(done.done == 3);
        CHECK(done.municipio == "2800308");
        CHECK(done.owner == "alguem");
        CHECK(done.finished.has_value());
    });
}

TEST_CASE("A job exists only if the transaction that asked for it commits") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        std::optional<jobs::TrabalhoId> id;
        (void)database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(id, jobs::enqueue(session, world.ids, world.clock, {.kind = "x", .argument = "{}"}));
            return Error{ErrorKind::conflict, "JOBS-0001"};
        });
        REQUIRE(database.read([&](db::Session& session) -> Result<void> {
            CHECK(jobs::status(session, *id).error().kind == ErrorKind::not_found);
            return {};
        }));
    });
}

TEST_CASE("Only one job per key is alive, and the key is free again when it ends") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        const jobs::NewJob job{.kind = "x", .argument = "{}", .unique_key = "lote-1"};
        const auto first = world.add(job);
        REQUIRE(database.write([&](db::Session& session) -> Result<void> {
            CHECK(jobs::enqueue(session, world.ids, world.clock, job).error().code == ErrorCode("JOBS-0001"));
            return jobs::cancel(session, world.clock, first);
        }));
        CHECK(world.status(first).state == jobs::State::cancelled);
        world.add(job);
    });
}

TEST_CASE("A job whose holder died goes on from the cursor its last transaction kept") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        FixedClock clock(world.clock.now());
        const auto id = world.add({.kind = "x", .argument = "{}"});
        const auto held = jobs::queue::take(database, clock, "morto", {"x"}).value();
        REQUIRE(held.has_value());
        REQUIRE(database.write([&](db::Session& session) { return jobs::queue::keep_cursor(session, id, "morto", "42", 42, 100); }));
        CHECK_FALSE(jobs::queue::take(database, clock, "vivo", {"x"}).value().has_value());
        clock.set(clock.now() + 31s);
        const auto again = jobs::queue::take(database, clock, "vivo", {"x"}).value();
        REQUIRE(again.has_value());
        CHECK(again->cursor == "42");
        CHECK(again->attempts == 2);
        // The dead one wakes up: its transaction must not commit any more.
        CHECK(database.write([&](db::Session& session) { return jobs::queue::keep_cursor(session, id, "morto", "43", 43, 100); })
                  .error()
                  .code == ErrorCode("JOBS-0004"));
    });
}

TEST_CASE("A neighbour that does not answer is tried again; any other error ends the job with its message") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        std::atomic<int> runs = 0;
        const auto retried = world.add({.kind = "vizinho", .argument = "{}"});
        const auto failed = world.add({.kind = "ruim", .argument = "{}"});
        const auto thrown = world.add({.kind = "bug", .argument = "{}"});
        auto runner = jobs::make_runner(
            database, world.clock, world.ids,
            {{"vizinho", [&](jobs::Context&) -> Result<std::string> {
                  if (++runs == 1) return Error{ErrorKind::unavailable, "DB-0004", "Fora do ar."};
                  return std::string("{}");
              }},
             {"ruim", [](jobs::Context&) -> Result<std::string> { return Error{ErrorKind::invalid_input, "JOBS-0001", "Arquivo ruim."}; }},
             {"bug", [](jobs::Context&) -> Result<std::string> { throw std::runtime_error("52998224725"); }}});
        runner->start();
        CHECK(world.wait_for(retried, jobs::State::done).state == jobs::State::done);
        CHECK(world.wait_for(failed, jobs::State::failed).message == "Arquivo ruim.");
        CHECK(world.wait_for(thrown, jobs::State::failed).message.find("52998224725") == std::string::npos);
        runner->stop();
        CHECK(runs == 2);
    });
}

TEST_CASE("A job put off waits for its hour, and can be hastened") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        const auto id = world.add({.kind = "x", .argument = "{}", .municipio = "2800308", .not_before = world.clock.now() + 1h});
        CHECK_FALSE(jobs::queue::take(database, world.clock, "a", {"x"}).value().has_value());
        REQUIRE(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(const auto others, jobs::hasten(session, "x", "4205407"));
            CHECK(others == 0);
            AROEIRA_TRY(const auto ours, jobs::hasten(session, "x", "2800308"));
            CHECK(ours == 1);
            return {};
        }));
        const auto held = jobs::queue::take(database, world.clock, "a", {"x"}).value();
        REQUIRE(held.has_value());
        CHECK(held->id == id);
    });
}

TEST_CASE("A job asked to stop by the end of the program goes back to the queue") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        std::atomic<bool> inside = false;
        const auto id = world.add({.kind = "longo", .argument = "{}"});
        auto runner = jobs::make_runner(database, world.clock, world.ids,
                                        {{"longo", [&](jobs::Context& job) -> Result<std::string> {
                                              inside = true;
                                              while (!job.should_stop()) std::this_thread::sleep_for(5ms);
                                              return std::string("{}");
                                          }}});
        runner->start();
        while (!inside) std::this_thread::sleep_for(5ms);
        runner->stop();
        CHECK(world.status(id).state == jobs::State::waiting);
    });
}

TEST_CASE("A job that never ends goes back to the queue for the hour it says, as new, and its key stays taken") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        const jobs::NewJob job{.kind = "rotina", .argument = "{}", .unique_key = "uma"};
        const auto id = world.add(job);
        const auto later = world.clock.now() + 1h;
        std::atomic<int> runs = 0;
        auto runner = jobs::make_runner(database, world.clock, world.ids,
                                        {{"rotina", [&](jobs::Context& one) -> Result<std::string> {
                                              one.again_at(later);
                                              if (++runs == 2) return Error{ErrorKind::internal, "JOBS-0005", "Uma noite ruim."};
                                              return std::string("{\"vez\":1}");
                                          }}}, 1);
        const auto due_at = [&] {
            std::int64_t at = 0;
            test::must(database.read([&](db::Session& session) {
                return session.each({"test.due", "SELECT nao_antes_ms FROM trabalho"}, {}, [&](const db::Row& row) { at = row.integer(0); return true; });
            }));
            return at;
        };
        const auto wait_until_put_off = [&](int count) {
            for (int i = 0; i < 500 && !(runs == count && due_at() == to_ms(later)); ++i) std::this_thread::sleep_for(20ms);
            CHECK(runs == count);
            CHECK(due_at() == to_ms(later));
            CHECK(world.status(id).state == jobs::State::waiting);
        };
        runner->start();
        wait_until_put_off(1);
        CHECK(world.status(id).result == "{\"vez\":1}");
        REQUIRE(database.write([&](db::Session& session) -> Result<void> {
            CHECK(jobs::enqueue(session, world.ids, world.clock, job).error().code == ErrorCode("JOBS-0001"));
            CHECK_FALSE(test::must(jobs::wake(session, "rotina", "outra")));
            CHECK(test::must(jobs::wake(session, "rotina", "uma")));
            return {};
        }));
        wait_until_put_off(2);
        CHECK(world.status(id).message == "Uma noite ruim.");
        runner->stop();
        REQUIRE(database.write([&](db::Session& session) -> Result<void> {
            CHECK(test::must(jobs::reschedule(session, "rotina", "uma", later + 1h)));
            return {};
        }));
        CHECK(due_at() == to_ms(later + 1h));
    });
}

TEST_CASE("Who wakes a job while it runs is not forgotten when it goes back to the queue") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        const auto id = world.add({.kind = "rotina", .argument = "{}", .unique_key = "uma"});
        const auto take = [&] { return test::must(jobs::queue::take(database, world.clock, "eu", {"rotina"})); };
        REQUIRE(take().has_value());
        REQUIRE(database.write([&](db::Session& session) -> Result<void> {
            CHECK(test::must(jobs::wake(session, "rotina", "uma")));
            return {};
        }));
        const auto again = [&] { test::must(jobs::queue::run_again(database, id, "eu", world.clock.now() + 1h, "", "{}")); };
        again();
        REQUIRE(take().has_value());
        again();
        CHECK_FALSE(take().has_value());
    });
}

TEST_CASE("Many workers never run the same job twice") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        constexpr int kJobs = 60;
        std::array<std::atomic<int>, kJobs> runs{};
        const jobs::Handler handler = [&](jobs::Context& job) -> Result<std::string> {
            ++runs[static_cast<std::size_t>(std::stoi(std::string(job.argument())))];
            return std::string("{}");
        };
        auto one = jobs::make_runner(database, world.clock, world.ids, {{"um", handler}}, 3);
        auto two = jobs::make_runner(database, world.clock, world.ids, {{"um", handler}}, 3);
        one->start();
        two->start();  // Before there are jobs: on SQLite a start gives back what a crash would have left.
        std::vector<jobs::TrabalhoId> all;
        for (int i = 0; i < kJobs; ++i) all.push_back(world.add({.kind = "um", .argument = std::to_string(i)}));
        one->wake();
        two->wake();
        for (const auto& id : all) CHECK(world.wait_for(id, jobs::State::done).state == jobs::State::done);
        one->stop();
        two->stop();
        for (const auto& count : runs) CHECK(count == 1);
    });
}

TEST_CASE("Stepped, jobs run in the order they came, one a step, and a failure comes back after the wait the owner of time chose") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        FixedClock clock(SystemClock().now());
        std::string told;
        int failures = 1;
        const auto first = world.add({.kind = "conta", .argument = "1", .owner = "alguem"});
        const auto second = world.add({.kind = "conta", .argument = "2", .owner = "alguem"});
        jobs::Stepper stepper(database, clock, world.ids,
                              {{"conta", [&](jobs::Context& job) -> Result<std::string> {
                                    told += job.argument();
                                    if (failures-- > 0) return Error{ErrorKind::unavailable, "DB-0004", "Sem resposta."};
                                    return std::string("{}");
                                }}},
                              [](int attempt) { return std::chrono::minutes(attempt); });
        CHECK(test::must(stepper.step()));
        CHECK(world.status(first).state == jobs::State::waiting);
        CHECK(test::must(stepper.step()));
        CHECK(world.status(second).state == jobs::State::done);
        CHECK_FALSE(test::must(stepper.step()));
        clock.set(clock.now() + 1min);
        CHECK(test::must(stepper.step()));
        CHECK(world.status(first).state == jobs::State::done);
        CHECK(told == "121");
    });
}

TEST_CASE("A job whose run breaks off without a word is taken again when its lease is over") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        FixedClock clock(SystemClock().now());
        struct Crash {};
        int runs = 0;
        const auto id = world.add({.kind = "conta", .argument = "", .owner = "alguem"});
        jobs::Stepper stepper(database, clock, world.ids,
                              {{"conta", [&](jobs::Context&) -> Result<std::string> {
                                    if (++runs == 1) throw Crash{};
                                    return std::string("{}");
                                }}},
                              [](int) { return 1s; });
        CHECK_THROWS_AS((void)stepper.step(), Crash);
        CHECK_FALSE(test::must(stepper.step()));
        CHECK(world.status(id).state == jobs::State::running);
        clock.set(clock.now() + jobs::queue::kLease + 1s);
        CHECK(test::must(stepper.step()));
        CHECK(world.status(id).state == jobs::State::done);
    });
}
