// SPDX-License-Identifier: Apache-2.0
#include "base/ids.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace aroeira;

namespace {

std::vector<std::string> take(SystemIdSource& ids, int count) {
    std::vector<std::string> taken;
    for (int i = 0; i < count; ++i) taken.emplace_back(ids.next().text());
    return taken;
}
bool strictly_ascending(const std::vector<std::string>& list) {
    return std::adjacent_find(list.begin(), list.end(), std::greater_equal<>()) == list.end();
}
/// The first 48 bits, as a UUIDv7 carries them.
std::int64_t ms_of(const std::string& uuid) { return std::stoll(uuid.substr(0, 8) + uuid.substr(9, 4), nullptr, 16); }

constexpr std::int64_t kNow = 1'790'000'000'123;

}  // namespace

TEST_CASE("A new identifier is a UUIDv7 of the clock's millisecond") {
    const FixedClock clock(from_ms(kNow));
    SystemIdSource ids(clock);
    const std::string text(ids.next().text());
    CHECK(is_uuid(text));
    CHECK(text[14] == '7');
    CHECK(std::string_view("89ab").find(text[19]) != std::string_view::npos);
    CHECK(ms_of(text) == kNow);
}

TEST_CASE("Identifiers of one millisecond grow strictly, even more of them than its counter holds") {
    const FixedClock clock(from_ms(kNow));
    SystemIdSource ids(clock);
    const auto taken = take(ids, 10'000);
    CHECK(strictly_ascending(taken));
    CHECK(ms_of(taken[2000]) == kNow);
    CHECK(ms_of(taken.back()) <= kNow + 3);
}

TEST_CASE("An identifier never goes back when the clock does") {
    FixedClock clock(from_ms(kNow));
    SystemIdSource ids(clock);
    auto taken = take(ids, 3);
    clock.set(from_ms(kNow - 60'000));
    for (auto& one : take(ids, 3)) taken.push_back(std::move(one));
    clock.set(from_ms(kNow + 1));
    for (auto& one : take(ids, 3)) taken.push_back(std::move(one));
    CHECK(strictly_ascending(taken));
    CHECK(ms_of(taken.back()) == kNow + 1);
}

TEST_CASE("Two sources at the same instant give different identifiers") {
    const FixedClock clock(from_ms(kNow));
    SystemIdSource here(clock);
    SystemIdSource there(clock);
    const auto mine = take(here, 500);
    std::set<std::string> all(mine.begin(), mine.end());
    for (auto& one : take(there, 500)) all.insert(std::move(one));
    CHECK(all.size() == 1000);
}

TEST_CASE("Threads share one source without repeating, each seeing its own grow") {
    SystemIdSource ids;
    std::vector<std::vector<std::string>> taken(4);
    {
        std::vector<std::jthread> threads;
        for (auto& list : taken) threads.emplace_back([&ids, &list] { list = take(ids, 2000); });
    }
    std::set<std::string> all;
    for (const auto& list : taken) {
        CHECK(strictly_ascending(list));
        all.insert(list.begin(), list.end());
    }
    CHECK(all.size() == 8000);
}
