// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"

namespace aroeira::imunobiologicos {

/// A lote of a vaccine, as a município has it. Source: manual, 3.10.
struct Lote {
    Id<Lote> id;
    std::int64_t imunobiologico = 0;  ///< Code of the LEDI.
    std::string lote{};               ///< What is written on it.
    std::string fabricante{};         ///< Number of the RNDS.
    std::string validade{};           ///< AAAA-MM-DD; good until the end of that day.
    bool ativo = true;
    std::int64_t versao = 1;

    /// Two lotes are the same when these are, whatever the case of the letters.
    [[nodiscard]] bool same_as(const Lote& other) const;
};
using LoteId = Id<Lote>;

/// The lote without case.
std::string folded(std::string_view lote);

/// What a person says of a lote.
struct LoteForm {
    std::int64_t imunobiologico = 0;
    std::string lote{};
    std::string fabricante{};
    std::string validade{};
};

/// Errors: `invalid_input` IMUNO-0001, by field: a vaccine or a maker that is in no table, a lote with what a ficha of
/// vacinação could not carry (letters, digits, `/`, `.` and `-`, up to 30), a day that does not exist or that no lote has.
Result<LoteForm> checked(LoteForm form);

/// Whether it may be offered for a dose given on `day` (AAAA-MM-DD).
inline bool is_good_on(const Lote& lote, std::string_view day) { return lote.ativo && day <= lote.validade; }

/// "AAAA-MM-DD", when there is such a day.
bool is_day(std::string_view text);

}  // namespace aroeira::imunobiologicos
