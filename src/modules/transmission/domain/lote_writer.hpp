// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "modules/fichas/api/ficha.hpp"
#include "modules/fichas/api/valid_fichas.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::transmission {

/// When a lote is full. The LEDI documents no limit of a zip; these keep a lote small enough to be
/// made in memory, carried on any stick and sent again when a transfer fails.
struct LoteLimits {
    std::int64_t fichas_max = 10'000;
    std::uint64_t bytes_max = std::uint64_t{64} << 20;  ///< Unpacked.
};

/// Packs fichas into a lote: the same fichas in the same order make the same bytes.
/// Source: LEDI 8.7.0, a zip with one `<uuid>.esus` per ficha.
class LoteWriter {
public:
    explicit LoteWriter(const LoteLimits& limits) : limits_(limits), zip_(bytes_) {}
    LoteWriter(const LoteWriter&) = delete;
    LoteWriter& operator=(const LoteWriter&) = delete;

    /// Adds a ficha as it was received when it came in Thrift, whatever release it declares; what came
    /// in another format is written in Thrift. False when the lote is full and the ficha is for the
    /// next one; a lote takes at least one, however large.
    /// Errors: `internal` TRANS-0003 when a kept ficha can no longer be read.
    Result<bool> add(const fichas::FichaKey& ficha, std::string_view content);
    [[nodiscard]] const std::vector<fichas::FichaKey>& fichas() const { return fichas_; }
    /// The zip. Once, last.
    Result<std::string> finish();

private:
    LoteLimits limits_;
    std::string bytes_{};
    zip::Writer zip_;
    std::vector<fichas::FichaKey> fichas_{};
    std::uint64_t unpacked_ = 0;
    fichas::Arena arena_{};
    fichas::Buffer thrift_{};
};

}  // namespace aroeira::transmission
