// SPDX-License-Identifier: Apache-2.0
#include "modules/gestao/domain/agenda_padrao.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace aroeira::gestao {
namespace {

constexpr int kDayMinutes = 24 * 60;
constexpr std::array<const char*, 8> kDias{"", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"};

/// "" when the periods of the day, in order, are right; otherwise what is wrong with them.
std::string wrong_with(std::span<const Periodo> day) {
    if (day.size() > kPeriodosOfDayMax) return "tem períodos demais (o máximo é 4)";
    int free_from = 0;
    for (const auto& one : day) {
        if (one.from_minutes < 0 || one.until_minutes > kDayMinutes) return "tem uma hora que não existe";
        if (one.from_minutes >= one.until_minutes) return "tem um período que termina antes de começar";
        if (one.from_minutes < free_from) return "tem períodos que se sobrepõem";
        free_from = one.until_minutes;
    }
    return {};
}

}  // namespace

AgendaPadrao first_agenda() {
    AgendaPadrao agenda;
    for (int dia = 1; dia <= 5; ++dia) {
        agenda.periodos.push_back({dia, 8 * 60, 12 * 60});
        agenda.periodos.push_back({dia, 13 * 60, 17 * 60});
    }
    return agenda;
}

Result<AgendaPadrao> checked(AgendaPadrao agenda) {
    std::vector<FieldError> wrong;
    if (agenda.appointment_minutes < 1 || agenda.appointment_minutes > kAppointmentMinutesMax)
        wrong.push_back({"GESTAO-0001", "duracao", "A duração deve ser de 1 a 240 minutos.", "Corrija a duração."});
    std::sort(agenda.periodos.begin(), agenda.periodos.end());
    for (auto at = agenda.periodos.begin(); at != agenda.periodos.end();) {
        const int dia = at->dia;
        const auto end = std::find_if(at, agenda.periodos.end(), [&](const Periodo& one) { return one.dia != dia; });
        const auto field = "periodos." + std::to_string(dia);
        if (dia < 1 || dia > 7) {
            wrong.push_back({"GESTAO-0001", field, "Há um dia da semana que não existe.", "Use de 1 (segunda-feira) a 7 (domingo)."});
        } else if (const auto why = wrong_with({at, end}); !why.empty()) {
            std::string message = "Em " + std::string(kDias[static_cast<std::size_t>(dia)]) + ", a agenda " + why + ".";
            wrong.push_back({"GESTAO-0001", field, std::move(message), "Corrija os horários do dia."});
        }
        at = end;
    }
    if (wrong.empty()) return agenda;
    return Error{ErrorKind::invalid_input, "GESTAO-0001", "A agenda padrão tem campos a corrigir.", std::move(wrong)};
}

}  // namespace aroeira::gestao
