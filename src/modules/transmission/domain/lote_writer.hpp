// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "modules/fichas/api/ficha.hpp"
#include "modules/fichas/api/valid_fichas.hpp"
#include "platform/json/json.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::transmission {

/// When a lote is full. The LEDI documents no limit of a zip; these keep a lote small enough to be
/// made in memory, carried on any stick and sent again when a transfer fails.
struct LoteLimits {
    std::int64_t fichas_max = 10'000;
    std::uint64_t bytes_max = std::uint64_t{64} << 20;  ///< Unpacked.
};

/// A ficha in a lote, and the SHA-256 (32 bytes) of what the lote holds of it.
struct Packed {
    fichas::FichaKey key{};
    std::string sha256{};
};

/// Which lote the zip is, for the receiver: written in the zip's comment, so that one that gets lotes
/// as files and out of order still knows which version of a ficha is the newer. Others pass it over.
struct Marca {
    int aroeira = 1;  ///< Of this form.
    std::string lote{};
    std::int64_t numero = 0;
    std::string remetente{};  ///< The installation.
    std::string municipio{};
    static constexpr auto fields = std::tuple{json::field("aroeira", &Marca::aroeira), json::field("lote", &Marca::lote),
                                              json::field("numero", &Marca::numero), json::field("remetente", &Marca::remetente),
                                              json::field("municipio", &Marca::municipio)};
};

/// The zip of a LoteWriter with its mark. Apart, because the number is known only when the lote is kept.
std::string marked(std::string zip, const Marca& marca);

/// The name of a ficha in a zip. `position`: of the ficha in it.
std::string entry_name_of(const std::string& uuid, std::size_t position);

/// Kept fichas in the form everybody reads.
class ThriftWriter {
public:
    /// What came in Thrift as it came, whatever release it declares; what came in another format written
    /// in Thrift. Lives until the next one.
    /// Errors: `internal` TRANS-0003 when a kept ficha can no longer be read.
    Result<std::string_view> thrift_of(std::string_view content);

private:
    fichas::Arena arena_{};
    fichas::Buffer thrift_{};
};

/// Packs fichas into a lote: the same fichas in the same order make the same bytes.
/// Source: LEDI 8.7.0, a zip with one `<uuid>.esus` per ficha.
class LoteWriter {
public:
    /// The SHA-256 of bytes, 32 bytes. Given, because what computes is not of the domain.
    using Hash = std::string (*)(std::string_view);

    LoteWriter(const LoteLimits& limits, Hash hash) : limits_(limits), hash_(hash), zip_(bytes_) {}
    LoteWriter(const LoteWriter&) = delete;
    LoteWriter& operator=(const LoteWriter&) = delete;

    /// Adds a ficha as it was received when it came in Thrift, whatever release it declares; what came
    /// in another format is written in Thrift. False when the lote is full and the ficha is for the
    /// next one; a lote takes at least one, however large.
    /// Errors: `internal` TRANS-0003 when a kept ficha can no longer be read.
    Result<bool> add(const fichas::FichaKey& ficha, std::string_view content);
    [[nodiscard]] const std::vector<Packed>& fichas() const { return fichas_; }
    /// The zip, without its mark. Once, last.
    Result<std::string> finish();

private:
    LoteLimits limits_;
    Hash hash_;
    std::string bytes_{};
    zip::Writer zip_;
    std::vector<Packed> fichas_{};
    std::uint64_t unpacked_ = 0;
    ThriftWriter as_thrift_{};
};

}  // namespace aroeira::transmission
