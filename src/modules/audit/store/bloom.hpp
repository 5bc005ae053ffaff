// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "modules/audit/store/chain.hpp"

namespace aroeira::audit {

/// What the events of a block can be searched by, in 2 kB: says of a value that it is not there, or that it may be.
/// About one wrong "may be" in a thousand for a full block. The bytes are kept forever.
class Bloom {
public:
    static constexpr std::size_t kBytes = 2048;

    Bloom() : bytes_(kBytes, '\0') {}
    explicit Bloom(std::string_view bytes) : bytes_(bytes) {}

    /// `field` is a letter of its own for each column.
    void add(char field, std::string_view value) {
        each_bit(field, value, [&](std::size_t bit) {
            bytes_[bit / 8] = static_cast<char>(static_cast<unsigned char>(bytes_[bit / 8]) | 1U << bit % 8);
            return true;
        });
    }
    void add(const EventRow& event) {
        add(kEvent, event.event);
        add(kActor, event.actor);
        add(kAddress, event.address);
        add(kEntity, event.entity);
        add(kEntityId, event.entity_id);
    }
    [[nodiscard]] bool may_have(char field, std::string_view value) const {
        if (bytes_.size() != kBytes) return true;
        bool all = true;
        each_bit(field, value, [&](std::size_t bit) { return all = (static_cast<unsigned char>(bytes_[bit / 8]) >> bit % 8 & 1U) != 0; });
        return all;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

    static constexpr char kEvent = 'e';
    static constexpr char kActor = 'a';
    static constexpr char kAddress = 'c';
    static constexpr char kEntity = 't';
    static constexpr char kEntityId = 'i';

private:
    /// Six bits by double hashing. Source: FNV-1a, 64 bits; Kirsch and Mitzenmacher, 2006.
    template <class Bit>
    static void each_bit(char field, std::string_view value, Bit bit) {
        std::uint64_t hash = 14695981039346656037ULL;
        const auto mix = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL; };
        mix(field);
        for (const char c : value) mix(c);
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15ULL;
        const std::uint64_t step = (hash >> 32) | 1;
        for (std::uint64_t i = 0; i < 6; ++i)
            if (!bit(static_cast<std::size_t>((hash + i * step) % (kBytes * 8)))) return;
    }
    std::string bytes_;
};

}  // namespace aroeira::audit
