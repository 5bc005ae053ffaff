// SPDX-License-Identifier: Apache-2.0
#pragma once
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
    /// `municipio` is the one the file must be of; none takes any. `bytes` is about how much there is
    /// to read: room is made for its records at once.
    explicit CnesReader(const std::optional<Ibge>& municipio, std::uint64_t bytes = 0);
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

}  // namespace aroeira::estabelecimentos
