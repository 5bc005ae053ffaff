// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"

/// When too many installations send at once, each is given a minute of its own and admitted when it
/// comes then. Source: manual, 3.7.3.2 («O centralizador nacional agendará um novo horário de envio»).
namespace aroeira::transmission {

/// The minute a sender was given.
struct Agendamento {
    Instant minuto{};
    std::optional<Instant> admitido{};  ///< When it came.
};

/// How long a sender that came in its minute, or up to that late, may go on beginning lotes.
inline constexpr std::chrono::minutes kTurn{10};
/// A lote nothing came of for so long takes no place: its sender went away.
inline constexpr std::chrono::minutes kActive{2};

/// Who is here and who is expected.
struct Occupation {
    std::int64_t active = 0;    ///< Lotes being received.
    std::int64_t reserved = 0;  ///< Senders whose minute is now, or was, and who have not come yet.
    std::int64_t waiting = 0;   ///< Senders whose minute is to come.
    int at_once = 0;            ///< 0: no limit.
    [[nodiscard]] bool has_place() const { return at_once == 0 || active + reserved < at_once; }
};

enum class Admission : std::uint8_t {
    enters,
    in_its_minute,  ///< Enters because it was told to come now, whoever else is here.
    waits,          ///< It has a minute and that is still to come.
    is_given_one,
};
/// Who comes for the first time does not go before those who wait, also when a place is free.
Admission decide(const Occupation& occupation, const std::optional<Agendamento>& own, Instant now);

/// How many senders share a minute: as many as leave again when a lote takes two.
int senders_per_minute(int at_once);

/// The first minute after `now` that has room; `given`: minutes to come and how many have them, ascending.
Instant first_free_minute(const std::vector<std::pair<Instant, std::int64_t>>& given, int per_minute, Instant now);

/// "14:32", or "29/11, às 00:10" when that is another day, in the zone of a município.
std::string hour_for_people(Instant at, Instant now, int utc_offset_minutes);

/// Where the given minutes are kept.
class AgendaStore {
public:
    virtual ~AgendaStore() = default;

    /// Errors of every method: `unavailable` DB-0004.

    virtual Result<std::optional<Agendamento>> find(std::string_view credencial) = 0;
    /// In place of another it had.
    virtual Result<void> give(std::string_view credencial, Instant minuto) = 0;
    virtual Result<void> admit(std::string_view credencial, Instant at) = 0;
    virtual Result<void> remove(std::string_view credencial) = 0;
    /// Those whose minute is in (since, until] and who have not come.
    virtual Result<std::int64_t> count_expected(Instant since, Instant until) = 0;
    /// Minutes after an instant and how many have each, ascending.
    virtual Result<std::vector<std::pair<Instant, std::int64_t>>> given_after(Instant at) = 0;
    virtual Result<void> forget_before(Instant at) = 0;
};

}  // namespace aroeira::transmission
