// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "base/identifiers.hpp"

namespace aroeira::gestao {

/// Hours of attendance on a day of the week. Unit: minutes after local midnight.
struct Periodo {
    int dia = 1;  ///< 1 is Monday, 7 Sunday.
    int from_minutes = 0;
    int until_minutes = 0;  ///< After `from_minutes`; 1440 is midnight.
    friend auto operator<=>(const Periodo&, const Periodo&) = default;
};

/// «Configuração da agenda padrão» of a município. Source: manual, 3.11.1.
struct AgendaPadrao {
    std::vector<Periodo> periodos{};  ///< By day and hour; none overlaps another.
    int appointment_minutes = 20;     ///< «Duração padrão do agendamento».
    friend bool operator==(const AgendaPadrao&, const AgendaPadrao&) = default;
};

/// What holds until somebody chooses: from Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00.
AgendaPadrao first_agenda();

/// How long an appointment of a lotação lasts: what its CBO says wins over the standard of the município.
constexpr int appointment_minutes(const AgendaPadrao& agenda, std::optional<int> of_cbo) { return of_cbo.value_or(agenda.appointment_minutes); }

/// The standard agendas, for who keeps lotações.
class AgendasPadrao {
public:
    virtual ~AgendasPadrao() = default;
    /// `first_agenda` where nobody chose. Errors: `unavailable` DB-0004.
    virtual Result<AgendaPadrao> of(const Ibge& municipio) = 0;
};

}  // namespace aroeira::gestao
