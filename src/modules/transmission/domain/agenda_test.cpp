// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/agenda.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

using namespace aroeira;
using namespace aroeira::transmission;
using namespace std::chrono_literals;

namespace {

const Instant kNow = from_ms(1'790'000'000'000);  // 2026-09-21 14:13:20 UTC
const Instant kThisMinute = std::chrono::floor<std::chrono::minutes>(kNow);

Agendamento at(Instant minute) { return {minute, std::nullopt}; }

}  // namespace

TEST_CASE("While there is a place, or no limit at all, who comes enters") {
    CHECK(decide({.active = 1000, .reserved = 1000, .at_once = 0}, std::nullopt, kNow) == Admission::enters);
    CHECK(decide({.active = 3, .reserved = 0, .at_once = 4}, std::nullopt, kNow) == Admission::enters);
    CHECK(decide({.active = 4, .reserved = 0, .at_once = 4}, std::nullopt, kNow) == Admission::is_given_one);
}

TEST_CASE("[S2-260] Who was given a minute waits for it, enters in it whoever else is here, and is given another when it is far past") {
    const Occupation full{.active = 9, .reserved = 9, .at_once = 4};
    CHECK(decide(full, at(kNow + 1min), kNow) == Admission::waits);
    CHECK(decide(full, at(kNow), kNow) == Admission::in_its_minute);
    CHECK(decide(full, at(kNow - kTurn + 1ms), kNow) == Admission::in_its_minute);
    CHECK(decide(full, at(kNow - kTurn), kNow) == Admission::is_given_one);
    CHECK(decide({.active = 0, .reserved = 0, .at_once = 4}, at(kNow + 1h), kNow) == Admission::enters);
}

TEST_CASE("The place of who is expected, now or later, is not given to who comes unexpected") {
    CHECK(decide({.active = 3, .reserved = 1, .at_once = 4}, std::nullopt, kNow) == Admission::is_given_one);
    CHECK(decide({.active = 0, .reserved = 0, .waiting = 1, .at_once = 4}, std::nullopt, kNow) == Admission::is_given_one);
    CHECK(decide({.active = 0, .reserved = 0, .waiting = 1, .at_once = 4}, at(kNow + 1h), kNow) == Admission::enters);
}

TEST_CASE("[S2-258] Minutes are given in order, so many senders to each, from the next one on") {
    const auto minute = [](int n) { return kThisMinute + std::chrono::minutes(n); };
    CHECK(first_free_minute({}, 5, kNow) == minute(1));
    CHECK(first_free_minute({{minute(1), 4}}, 5, kNow) == minute(1));
    CHECK(first_free_minute({{minute(1), 5}}, 5, kNow) == minute(2));
    CHECK(first_free_minute({{minute(1), 5}, {minute(2), 5}, {minute(4), 1}}, 5, kNow) == minute(3));
    CHECK(first_free_minute({{minute(2), 5}}, 5, kNow) == minute(1));
    CHECK(first_free_minute({{kThisMinute, 5}}, 5, kNow) == minute(1));
    CHECK(first_free_minute({}, 1, kThisMinute) == minute(1));
    CHECK(senders_per_minute(20) == 10);
    CHECK(senders_per_minute(1) == 1);
}

TEST_CASE("[S2-260] The hour is said in the zone of the município, with the day when it is another") {
    CHECK(hour_for_people(kNow + 19min, kNow, -180) == "11:32");
    CHECK(hour_for_people(kNow + 19min, kNow, -300) == "09:32");
    CHECK(hour_for_people(kNow + 13h, kNow, -180) == "22/09, às 00:13");
    CHECK(hour_for_people(kNow, kNow - 24h, 0) == "21/09, às 14:13");
}

TEST_CASE("[S2-258] Five thousand municípios that come at midnight are all received, in the order they came and few at a time") {
    constexpr int kSenders = 5570, kAtOnce = 20;
    std::map<int, Agendamento> agenda;
    std::vector<std::pair<Instant, int>> receiving;  // until when, who
    std::map<int, Instant> entered;
    std::multimap<Instant, int> calls;
    std::mt19937 random(1);
    for (int i = 0; i < kSenders; ++i) calls.emplace(kNow + std::chrono::milliseconds(i), i);
    std::size_t most = 0;
    while (!calls.empty()) {
        const auto [now, who] = *calls.begin();
        calls.erase(calls.begin());
        std::erase_if(receiving, [&](const auto& one) { return one.first <= now; });
        const auto expected = std::count_if(agenda.begin(), agenda.end(), [&](const auto& one) {
            return one.second.minuto > now - kTurn && one.second.minuto <= now && !one.second.admitido;
        });
        const auto waiting = std::count_if(agenda.begin(), agenda.end(), [&](const auto& one) { return one.second.minuto > now; });
        const auto own = agenda.contains(who) ? std::optional(agenda[who]) : std::nullopt;
        const auto admission = decide({static_cast<std::int64_t>(receiving.size()), expected, waiting, kAtOnce}, own, now);
        REQUIRE(admission != Admission::waits);  // nobody of this story comes before its time
        if (admission == Admission::is_given_one) {
            std::map<Instant, std::int64_t> given;
            for (const auto& [_, one] : agenda)
                if (one.minuto > now) ++given[one.minuto];
            const auto minute = first_free_minute({given.begin(), given.end()}, senders_per_minute(kAtOnce), now);
            agenda[who] = at(minute);
            calls.emplace(minute + std::chrono::milliseconds(random() % 60'000), who);
            continue;
        }
        if (agenda.contains(who)) agenda[who].admitido = now;
        entered[who] = now;
        receiving.emplace_back(now + std::chrono::seconds(5 + random() % 60), who);
        most = std::max(most, receiving.size());
    }
    CHECK(entered.size() == kSenders);
    CHECK(most <= kAtOnce + 2 * static_cast<std::size_t>(senders_per_minute(kAtOnce)));
    // Nobody is overtaken by more than what shares a minute.
    for (int i = 0; i + 10 < kSenders; ++i) CHECK(entered[i] < entered[i + 10] + 1min);
    CHECK(entered[kSenders - 1] < kNow + 10h);
}
