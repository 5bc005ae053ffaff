// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/relatorios/domain/faixa_etaria.hpp"

/// Days and months of a report.
namespace aroeira::relatorios {

/// The step of time numbers are kept by.
enum class Grao : std::uint8_t { dia, mes };
std::string_view name_of(Grao grao);

std::string dia_text(Dia dia);  ///< AAAAMMDD.
std::string mes_text(Dia dia);  ///< AAAAMM.
/// Of AAAA-MM-DD. Nothing for what is no day of the calendar.
std::optional<Dia> dia_of(std::string_view iso);

/// Both days included.
struct Periodo {
    Dia de = 0;
    Dia ate = 0;
};

/// Rows of one step of time, from one text to another, both included.
struct Trechos {
    Grao grao;
    std::string de, ate;
};

/// A period as the fewest rows that make it: whole months as months, the days at its ends as days.
std::vector<Trechos> trechos_of(const Periodo& periodo);

/// Months of the calendar a period touches, as AAAAMM.
std::vector<std::string> meses_of(const Periodo& periodo);

}  // namespace aroeira::relatorios
