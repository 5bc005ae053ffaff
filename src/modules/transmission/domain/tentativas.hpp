// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "modules/transmission/domain/destino.hpp"

/// When a destino is tried again after it failed.
namespace aroeira::transmission {

/// A number from 0 to 1, 1 excluded. Injected, so that a simulator owns chance.
using Chance = std::function<double()>;

inline constexpr std::chrono::minutes kFirstWait{1};
inline constexpr std::chrono::hours kLongestWait{6};
/// Failures in a row after which a destino is parado.
inline constexpr int kFailuresMax = 12;
/// A receiver may not put us off for longer.
inline constexpr std::chrono::hours kLongestSchedule{24};

/// One failure more. The wait doubles from `kFirstWait` to `kLongestWait` and is drawn from its upper
/// half, so that many installations that failed together do not come back together. From
/// `kFailuresMax` on the destino is parado: one try a day, at `opening`.
Tentativas after_failure(const Tentativas& before, std::string causa, Instant now, Instant opening, const Chance& chance);

/// The receiver answered "come at HH:MM" by saying in how many seconds: no failure, whatever its clock shows.
Tentativas after_schedule(const Tentativas& before, std::string causa, Instant now, std::chrono::seconds wait);

/// How long a `Retry-After` asks to wait: seconds, or a date of the sender's own clock, which is
/// compared with the `date` it sent in the same answer, so that a clock that is wrong does not matter
/// (without one: with `now`). Nothing for a text that is neither; at most `kLongestSchedule`.
/// Source: RFC 9110, 10.2.3 and 5.6.7.
std::optional<std::chrono::seconds> wait_of(std::string_view retry_after, std::string_view date, Instant now);

}  // namespace aroeira::transmission
