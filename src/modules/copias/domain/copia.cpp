// SPDX-License-Identifier: Apache-2.0
#include "modules/copias/domain/copia.hpp"

#include <cstdio>

namespace aroeira::copias {
namespace {

using namespace std::chrono_literals;

// A night may fail for a reason that mends itself; two in a row are told as none.
constexpr auto kLate = 36h;

}  // namespace

std::string_view name_of(Origem origem) { return origem == Origem::agendada ? "agendada" : "pedida"; }

std::string_view name_of(Situacao situacao) {
    switch (situacao) {
        case Situacao::concluida: return "concluida";
        case Situacao::falhou: return "falhou";
        case Situacao::removida: return "removida";
    }
    return {};
}

std::string_view name_of(Standing standing) {
    switch (standing) {
        case Standing::em_dia: return "em_dia";
        case Standing::sem_agenda: return "sem_agenda";
        case Standing::sem_copia: return "sem_copia";
        case Standing::falhou: return "falhou";
        case Standing::atrasada: return "atrasada";
    }
    return {};
}

Standing standing_of(const std::optional<Agenda>& agenda, const std::optional<Copia>& last, Instant now) {
    if (!agenda) return Standing::sem_agenda;
    if (last && last->situacao == Situacao::falhou) return Standing::falhou;
    const auto since = last ? std::max(last->iniciada, agenda->desde) : agenda->desde;
    if (now - since > kLate) return Standing::atrasada;
    return last ? Standing::em_dia : Standing::sem_copia;
}

Instant next_time(int minuto, Instant now, int utc_offset_minutes) {
    const std::chrono::minutes offset(utc_offset_minutes);
    auto at = std::chrono::floor<std::chrono::days>(now + offset) + std::chrono::minutes(minuto) - offset;
    if (at <= now) at += std::chrono::days(1);
    return std::chrono::floor<std::chrono::milliseconds>(at);
}

std::string file_name_at(Instant now) {
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(now - day));
    char name[64];
    std::snprintf(name, sizeof name, "aroeira-%04d%02u%02u-%02d%02d%02d.copia", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return name;
}

}  // namespace aroeira::copias
