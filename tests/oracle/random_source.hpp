// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace aroeira::oracle {

/// Values for records nobody thought of. The same seed gives the same record on every machine.
class RandomSource {
public:
    /// With `everything`, no field is left out and no list is empty.
    RandomSource(std::uint32_t seed, bool everything) : random_(seed), everything_(everything) {}

    bool wants() { return everything_ || below(4) != 0; }
    bool of_bool() { return below(2) != 0; }
    std::int32_t of_i32() { return pick(std::array<std::int32_t, 6>{0, 1, -1, 42, kMost<std::int32_t>, kLeast<std::int32_t>}); }
    std::int64_t of_i64() {
        return pick(std::array<std::int64_t, 7>{0, 1, -1, 1'789'000'000'000, -360'018'000'000, kMost<std::int64_t>,
                                                kLeast<std::int64_t>});
    }
    double of_double() { return pick(std::array<double, 7>{0.0, -0.0, 36.5, 0.1, -1e-300, 1.7e308, 123456789.0625}); }
    std::string of_string() {
        return pick(std::array<std::string, 6>{"", "a", "2269741-3f6c2a10", "João d'Água \"ß\" \\ \t€", std::string(300, 'x'),
                                               std::string("\0meio", 5)});
    }
    std::string of_binary() { return of_string(); }
    template <class Make>
    auto list(Make make) {
        std::vector<decltype(make())> out;
        for (std::uint32_t left = everything_ ? 2 : below(4); left; --left) out.push_back(make());
        return out;
    }

private:
    template <class V> static constexpr V kMost = std::numeric_limits<V>::max();
    template <class V> static constexpr V kLeast = std::numeric_limits<V>::min();

    // mt19937 is specified to the bit; the distributions of the library are not.
    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_()) % limit; }
    template <class V, std::size_t N>
    V pick(const std::array<V, N>& values) { return values[below(N)]; }

    std::mt19937 random_;
    bool everything_;
};

}  // namespace aroeira::oracle
