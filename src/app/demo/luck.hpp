// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace aroeira::app::demo {

/// Chance that repeats: one seed gives the same choices on every machine, which the distributions of
/// the standard library do not promise. Source: SplitMix64, Steele, Lea and Flood, 2014.
class Luck {
public:
    explicit Luck(std::uint64_t seed) : state_(seed) {}
    /// Of a name and a number: neighbours have nothing in common.
    Luck(std::string_view name, std::uint64_t number) : state_(number * 0x9E3779B97F4A7C15U) {
        for (const char c : name) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    /// Both ends included.
    int between(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
    std::size_t index(std::size_t count) { return static_cast<std::size_t>(next() % count); }

private:
    std::uint64_t state_;
};

}  // namespace aroeira::app::demo
