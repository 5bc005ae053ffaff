// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "base/identifiers.hpp"
#include "base/result.hpp"
#include "modules/estabelecimentos/domain/cnes_file.hpp"

namespace aroeira::estabelecimentos {

/// How far the reading is, in records.
struct Lidos {
    std::int64_t unidades = 0;
    std::int64_t profissionais = 0;
};

/// Reads a file of the CNES as it arrives: one pass, no tree. Records the rules refuse go to
/// `rejeicoes` and the file goes on; a file that is not what it should be is refused whole.
/// Elements and attributes we do not know are passed over.
class CnesReader {
public:
    /// `municipio` is the one the file must be of; none takes any.
    explicit CnesReader(const std::optional<Ibge>& municipio);
    /// Errors: `invalid_input` CNES-0001 not a file of the CNES, CNES-0002 the layout of 2014,
    /// CNES-0003 a version nobody knows, CNES-0004 of another município; XML-… of xml::Parser, with line.
    Result<void> feed(std::string_view chunk);
    /// The file, with its records judged against each other. To be called once, last.
    /// Errors: as `feed`; CNES-0005 when the file ends without units and professionals.
    Result<CnesFile> finish();
    [[nodiscard]] Lidos read() const;

    ~CnesReader();
    CnesReader(CnesReader&&) = delete;
    CnesReader& operator=(CnesReader&&) = delete;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Told how many bytes of how many were read; an Error ends the reading and is its result.
using OnRead = std::function<Result<void>(std::uint64_t done, std::uint64_t total, const Lidos& read)>;

/// Reads an upload: the XML itself, or a zip with exactly one XML.
/// Errors: those of CnesReader; ZIP-… of zip::Archive; CNES-0006 no XML in the zip, CNES-0007 more
/// than one, CNES-0008 an empty file.
Result<CnesFile> read_cnes(std::string_view bytes, const std::optional<Ibge>& municipio, const OnRead& on_read = {});

/// Proves what can be proven of an upload before it is kept: a sound zip with exactly one XML.
/// Errors: as `read_cnes`, but for the content of the XML.
Result<void> check_upload(std::string_view bytes);

}  // namespace aroeira::estabelecimentos
