// SPDX-License-Identifier: Apache-2.0
#include "base/ids.hpp"

#include <sys/random.h>

#include <algorithm>
#include <array>

namespace aroeira {
namespace {

constexpr unsigned kCounterBits = 12;             // rand_a
constexpr std::uint64_t kStartMask = 0x7FF;       // Half of the counter stays free for the same millisecond.

/// Random bytes of the system, asked for many at a time: a call for each identifier would cost more than the identifier.
class RandomPool {
public:
    std::array<unsigned char, 16> take() {
        if (next_ == pool_.size()) refill();
        std::array<unsigned char, 16> bytes{};
        std::copy_n(pool_.begin() + static_cast<std::ptrdiff_t>(next_), bytes.size(), bytes.begin());
        next_ += bytes.size();
        return bytes;
    }

private:
    void refill() {
        std::size_t filled = 0;
        while (filled < pool_.size()) {
            const auto got = getrandom(pool_.data() + filled, pool_.size() - filled, 0);
            INVARIANT(got > 0, "the system gives no random bytes");
            filled += static_cast<std::size_t>(got);
        }
        next_ = 0;
    }
    std::array<unsigned char, 1024> pool_{};
    std::size_t next_ = pool_.size();
};

}  // namespace

const Clock& SystemIdSource::system() {
    static const SystemClock clock;
    return clock;
}

/// A counter that is full carries into the milliseconds: the identifier runs ahead of the clock for
/// a moment rather than go back.
std::uint64_t SystemIdSource::advance(std::uint64_t ms, std::uint64_t start) {
    const std::uint64_t fresh = ms << kCounterBits | start;
    std::uint64_t before = last_.load(std::memory_order_relaxed);
    std::uint64_t chosen = 0;
    do {
        chosen = std::max(fresh, before + 1);
    } while (!last_.compare_exchange_weak(before, chosen, std::memory_order_relaxed));
    return chosen;
}

Uuid SystemIdSource::next() {
    thread_local RandomPool random;
    auto bytes = random.take();
    const auto ms = static_cast<std::uint64_t>(to_ms(clock_.now()));
    const std::uint64_t start = (static_cast<std::uint64_t>(bytes[6]) << 8 | bytes[7]) & kStartMask;
    const std::uint64_t at = advance(ms, start);
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<unsigned char>(at >> (kCounterBits + 40 - 8 * i));
    bytes[6] = static_cast<unsigned char>((at >> 8 & 0x0F) | 0x70);
    bytes[7] = static_cast<unsigned char>(at);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += "0123456789abcdef"[bytes[i] >> 4];
        text += "0123456789abcdef"[bytes[i] & 15];
    }
    return Uuid::parse(text).value();
}

}  // namespace aroeira
