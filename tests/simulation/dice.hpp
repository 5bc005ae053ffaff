// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

/// Thousands of histories of installations that send to each other while everything that can break
/// breaks. Whatever happens by chance is drawn from one seed, so that the seed repeats the history.
namespace aroeira::simulation {

/// All the chance of a history. Source: SplitMix64 (Steele, Lea, Flood, 2014).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
    /// From 0 to `count` - 1.
    std::uint64_t below(std::uint64_t count) { return next() % count; }
    /// True `per_thousand` times in a thousand.
    bool happens(int per_thousand) { return below(1000) < static_cast<std::uint64_t>(per_thousand); }

private:
    std::uint64_t state_;
};

}  // namespace aroeira::simulation
