// SPDX-License-Identifier: Apache-2.0
#include "modules/agenda/http/views.hpp"

#include "modules/instalacoes/api/clock_time.hpp"

namespace aroeira::agenda::views {
namespace {

constexpr int kMidnight = 24 * 60;
constexpr std::string_view kEndOfDay = "24:00";

std::string hour_of(int minutes) { return minutes == kMidnight ? std::string(kEndOfDay) : instalacoes::clock_text(minutes); }

std::vector<PeriodoDeAgenda> view_of(const std::vector<Periodo>& periodos) {
    std::vector<PeriodoDeAgenda> all;
    for (const auto& one : periodos) all.push_back({one.dia, hour_of(one.from_minutes), hour_of(one.until_minutes)});
    return all;
}

std::vector<HorarioDaAgenda> view_of(const std::vector<Horario>& horarios) {
    std::vector<HorarioDaAgenda> all;
    for (const auto& one : horarios) all.push_back({one.dia, hour_of(one.minutos)});
    return all;
}

/// A day beyond the week stays beyond it in the narrower type.
int day_of(std::int64_t dia) { return dia >= 1 && dia <= 7 ? static_cast<int>(dia) : 0; }

}  // namespace

Result<std::vector<Periodo>> periodos_of(const std::vector<PeriodoDeAgenda>& typed) {
    std::vector<Periodo> periodos;
    for (const auto& one : typed) {
        const auto from = instalacoes::minutes_of(one.inicio);
        const auto until = one.fim == kEndOfDay ? std::optional(kMidnight) : instalacoes::minutes_of(one.fim);
        if (!from || !until)
            return Error{ErrorKind::invalid_input, "AGENDA-0002", "Os horários não podem ser gravados.",
                         {{"AGENDA-0002", "periodos." + std::to_string(day_of(one.dia)), "Um dos horários não existe.", "Digite hora e minuto, como 08:00."}}};
        periodos.push_back({day_of(one.dia), *from, *until});
    }
    return periodos;
}

Result<std::vector<Horario>> horarios_of(const std::vector<HorarioDaAgenda>& typed) {
    std::vector<Horario> horarios;
    for (const auto& one : typed) {
        const auto at = instalacoes::minutes_of(one.inicio);
        if (!at) return Error{ErrorKind::invalid_input, "AGENDA-0008", "Um dos horários não é da agenda deste profissional. Recarregue a tela."};
        horarios.push_back({day_of(one.dia), *at});
    }
    return horarios;
}

Lotacao of(const estabelecimentos::LotacaoResumo& l, int minutes) {
    return {l.id, l.profissional, l.profissional_nome, l.unidade, l.cbo, l.cbo_titulo, minutes};
}

AgendaDaLotacao of(const AgendaVista& seen) {
    AgendaDaLotacao view;
    static_cast<Lotacao&>(view) = of(seen.lotacao, seen.minutes);
    view.situacao = name_of(seen.vigente.situacao);
    view.periodos = view_of(seen.vigente.configuracao.periodos);
    view.padrao = view_of(seen.padrao.periodos);
    view.versao = seen.vigente.configuracao.versao;
    return view;
}

AgendaOnline of(const OnlineVista& seen) {
    AgendaOnline view;
    static_cast<Lotacao&>(view) = of(seen.lotacao, seen.minutes);
    view.horarios = view_of(seen.horarios);
    view.oferecidos = view_of(seen.oferecidos);
    view.versao = seen.versao;
    return view;
}

Fechamento of(const agenda::Fechamento& one) {
    Fechamento view;
    view.id = one.id.text();
    view.inicio = one.inicio;
    view.fim = one.fim;
    view.motivo = name_of(one.motivo);
    view.especificacao = one.especificacao;
    return view;
}

}  // namespace aroeira::agenda::views
