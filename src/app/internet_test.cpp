// SPDX-License-Identifier: Apache-2.0
#include "app/internet.hpp"

#include <doctest/doctest.h>

#include "modules/instalacoes/store/sql_settings_store.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;

namespace {

class OneAnswer final : public client::Transport {
public:
    Result<client::Answer> send(const client::Call&) override {
        ++asked;
        return client::Answer{.status = 204};
    }
    int asked = 0;
};

class OneJob final : public jobs::Context {
public:
    [[nodiscard]] const jobs::TrabalhoId& id() const override { return id_; }
    [[nodiscard]] std::string_view argument() const override { return "argumento"; }
    [[nodiscard]] std::string_view cursor() const override { return "cursor"; }
    void progress(std::string_view, std::int64_t done, std::int64_t) override { progressed = done; }
    Result<void> save_cursor(db::Session&, std::string_view, std::int64_t, std::int64_t) override { return {}; }
    [[nodiscard]] bool should_stop() const override { return stops; }
    void again_at(Instant at) override { again = at; }

    bool stops = false;
    std::int64_t progressed = 0;
    std::optional<Instant> again{};

private:
    jobs::TrabalhoId id_ = jobs::TrabalhoId::parse("01900000-0000-7000-8000-000000000000").value();
};

void enable(db::Database& database, bool enabled) {
    test::must(database.write([&](db::Session& session) { return instalacoes::SqlSettingsStore(session).put(instalacoes::keys::kInternet, enabled ? "sim" : "nao"); }));
}

}  // namespace

TEST_CASE("[S2-032] while the connection is disabled nobody outside is asked, and the way is open again when it is enabled") {
    test::for_each_engine([](db::Database& database) {
        OneAnswer outside;
        app::GuardedTransport transport(outside, database);
        CHECK(transport.send({.url = "http://a.b"}));
        enable(database, false);
        const auto refused = transport.send({.url = "http://a.b"});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode("CLIENT-0005"));
        CHECK(outside.asked == 1);
        enable(database, true);
        CHECK(transport.send({.url = "http://a.b"}));
        CHECK(outside.asked == 2);
    });
}

TEST_CASE("[S2-032] a job that needs the internet waits while it is disabled, stops when it is meanwhile, and fails neither time") {
    test::for_each_engine([](db::Database& database) {
        const FixedClock clock{from_ms(1'790'000'000'000)};
        int runs = 0;
        const auto handler = app::needing_internet(database, clock, [&](jobs::Context& job) -> Result<std::string> {
            ++runs;
            CHECK(job.argument() == "argumento");
            CHECK(job.cursor() == "cursor");
            job.progress("", 7, 9);
            CHECK_FALSE(job.should_stop());
            enable(database, false);
            CHECK(job.should_stop());
            return std::string("feito");
        });
        OneJob job;
        CHECK(test::must(handler(job)) == "feito");
        CHECK(job.progressed == 7);
        CHECK_FALSE(job.again);
        CHECK(test::must(handler(job)) == "{}");
        CHECK(job.again == clock.now() + std::chrono::hours(24));
        CHECK(runs == 1);
        enable(database, true);
        CHECK(test::must(handler(job)) == "feito");
        // The program stops: that is asked first.
        enable(database, true);
        const auto patient = app::needing_internet(database, clock, [&](jobs::Context& inner) -> Result<std::string> { return std::string(inner.should_stop() ? "para" : "segue"); });
        CHECK(test::must(patient(job)) == "segue");
        job.stops = true;
        CHECK(test::must(patient(job)) == "para");
    });
}
