// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace aroeira::relatorios {

/// Where something is counted: the group, by its place in the report; the line; and the column, "" where there is none.
struct Casa {
    std::uint8_t grupo = 0;
    std::string linha{};
    std::string coluna{};
    friend auto operator<=>(const Casa&, const Casa&) = default;
};

/// What was counted, in a few bytes: rows of numbers are read by the thousand.
class Contadores {
public:
    void add(const Casa& casa, std::int64_t n) { counts_[casa] += n; }
    void add(const Contadores& other, std::int64_t times = 1) {
        for (const auto& [casa, n] : other.counts_) counts_[casa] += n * times;
    }
    [[nodiscard]] bool empty() const { return counts_.empty(); }
    [[nodiscard]] const std::map<Casa, std::int64_t>& all() const { return counts_; }

    /// The same counts give the same bytes, whatever the way that led to them; what was counted zero times is left out.
    /// Errors: `internal` RELAT-0010 when something was taken back that was never there.
    [[nodiscard]] Result<std::string> packed() const;
    /// Adds what was packed. Errors: `internal` RELAT-0011 when it is not what `packed` wrote.
    Result<void> add_packed(std::string_view bytes);
    /// Reads what was packed without keeping it; the texts live as long as `bytes`. False when it is not whole.
    using Visit = std::function<void(std::uint8_t grupo, std::string_view linha, std::string_view coluna, std::int64_t n)>;
    static bool each_packed(std::string_view bytes, const Visit& visit);

private:
    std::map<Casa, std::int64_t> counts_{};
};

}  // namespace aroeira::relatorios
