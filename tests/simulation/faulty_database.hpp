// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/db/session.hpp"
#include "tests/simulation/weather.hpp"

namespace aroeira::simulation {

/// A database on a disk that fills up, under a program that dies. What was committed before stays.
class FaultyDatabase final : public db::Database {
public:
    FaultyDatabase(db::Database& disk, Dice& dice, const Weather& weather) : disk_(disk), dice_(dice), weather_(weather) {}

    Result<void> write(const Body& body) override {
        if (dice_.happens(weather_.confirms_before_commit)) return lie(body);
        const bool is_full = dice_.happens(weather_.disk_full);
        const bool dies_before = dice_.happens(weather_.dies_before_commit);
        const bool dies_after = dice_.happens(weather_.dies_after_commit);
        AROEIRA_CHECK(disk_.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(body(session));
            if (dies_before) throw Crash{};
            if (is_full) return Error{ErrorKind::unavailable, "DB-0004", "O disco está cheio.", {}, "simulated"};
            return {};
        }));
        if (dies_after) throw Crash{};
        return {};
    }
    Result<void> read(const Body& body) override { return disk_.read(body); }
    [[nodiscard]] db::Engine engine() const override { return disk_.engine(); }

private:
    Result<void> lie(const Body& body) {
        constexpr ErrorCode kUndone = "SIMUL-0001";
        const auto outcome = disk_.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(body(session));
            return Error{ErrorKind::internal, kUndone, "", {}, ""};
        });
        if (outcome || outcome.error().code == kUndone) return {};
        return outcome.error();
    }
    db::Database& disk_;
    Dice& dice_;
    const Weather& weather_;
};

}  // namespace aroeira::simulation
