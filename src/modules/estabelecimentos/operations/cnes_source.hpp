// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/identifiers.hpp"
#include "modules/estabelecimentos/domain/cnes_file.hpp"
#include "modules/estabelecimentos/domain/cnes_reader.hpp"

namespace aroeira::estabelecimentos {

/// Where the XML of an import comes from: the XML itself or a zip with exactly one, in memory or in a
/// file. It can be read more than once, and never sits in memory whole when it is in a file.
class CnesSource {
public:
    using Chunk = std::function<Result<void>(std::string_view)>;

    /// `bytes` must outlive it. Errors: ZIP-… of zip::Archive; CNES-0006 no XML in the zip, CNES-0007
    /// more than one, CNES-0008 nothing at all.
    static Result<CnesSource> of_bytes(std::string_view bytes);
    /// Errors: also `invalid_input` CNES-0015 when the file cannot be opened.
    static Result<CnesSource> of_file(const std::string& path);

    /// Of the XML, in bytes.
    [[nodiscard]] std::uint64_t size() const;
    /// The XML, piece by piece. Errors: those of `chunk`; ZIP-0014; CNES-0015.
    [[nodiscard]] Result<void> each(const Chunk& chunk) const;
    /// The file as it was sent: its size and its SHA-256 in hexadecimal. Errors: CNES-0015.
    [[nodiscard]] Result<std::string> sha256() const;
    [[nodiscard]] std::uint64_t sent_bytes() const;

    CnesSource(CnesSource&&) noexcept;
    CnesSource& operator=(CnesSource&&) noexcept;
    ~CnesSource();

private:
    struct Place;
    explicit CnesSource(std::unique_ptr<Place> place);
    std::unique_ptr<Place> place_;
};

/// Told how many bytes of how many were read; an Error ends the reading and is its result.
using OnRead = std::function<Result<void>(std::uint64_t done, std::uint64_t total, const Lidos& read)>;

/// Reads the whole source. Errors: those of CnesReader and CnesSource.
Result<CnesFile> read_cnes(const CnesSource& source, const std::optional<Ibge>& municipio, const OnRead& on_read = {});

}  // namespace aroeira::estabelecimentos
