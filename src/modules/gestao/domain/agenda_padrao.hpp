// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/gestao/api/agenda_padrao.hpp"

namespace aroeira::gestao {

inline constexpr int kAppointmentMinutesMax = 240;
inline constexpr std::size_t kPeriodosOfDayMax = 4;

/// The periods in order. Errors: `invalid_input` GESTAO-0001, by field ("periodos.3" for Wednesday, "duracao"): hours that
/// do not exist or end before they begin, periods that overlap, more than four in a day, an appointment of no time.
Result<AgendaPadrao> checked(AgendaPadrao agenda);

}  // namespace aroeira::gestao
