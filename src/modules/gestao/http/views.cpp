// SPDX-License-Identifier: Apache-2.0
#include "modules/gestao/http/views.hpp"

#include "base/text.hpp"
#include "modules/instalacoes/api/clock_time.hpp"
#include "modules/tabelas/api/procedimentos.hpp"

namespace aroeira::gestao::views {
namespace {

constexpr int kMidnight = 24 * 60;
constexpr std::size_t kExamesShown = 30;

std::string hour_text(int minutes) { return minutes == kMidnight ? "24:00" : instalacoes::clock_text(minutes); }

std::optional<int> hour_of(std::string_view text) { return text == "24:00" ? std::optional(kMidnight) : instalacoes::minutes_of(text); }

Exame exame_of(std::string_view code) { return {std::string(code), std::string(tabelas::sigtap_name(code))}; }

/// Every word of `wanted` is in `text`.
bool has_words(std::string_view text, std::string_view wanted) {
    for (std::size_t at = 0; at < wanted.size();) {
        const auto end = std::min(wanted.find(' ', at), wanted.size());
        if (text.find(wanted.substr(at, end - at)) == text.npos) return false;
        at = end + 1;
    }
    return true;
}

}  // namespace

Agenda of(const AgendaSeen& seen) {
    Agenda view{.duracao = seen.agenda.appointment_minutes, .versao = seen.versao};
    for (const auto& one : seen.agenda.periodos) view.periodos.push_back({one.dia, hour_text(one.from_minutes), hour_text(one.until_minutes)});
    return view;
}

Result<AgendaSeen> agenda_of(const Agenda& view) {
    AgendaSeen seen{.versao = view.versao};
    // What does not fit is none of those that are accepted.
    seen.agenda.appointment_minutes = view.duracao < 1 || view.duracao > kMidnight ? 0 : static_cast<int>(view.duracao);
    std::vector<FieldError> wrong;
    for (const auto& one : view.periodos) {
        const auto from = hour_of(one.inicio), until = hour_of(one.fim);
        const int dia = one.dia < 1 || one.dia > 7 ? 0 : static_cast<int>(one.dia);
        if (!from || !until) wrong.push_back({"GESTAO-0001", "periodos." + std::to_string(dia), "Há um horário que não pôde ser lido.", "Informe as horas como HH:MM."});
        else seen.agenda.periodos.push_back({dia, *from, *until});
    }
    if (wrong.empty()) return seen;
    return Error{ErrorKind::invalid_input, "GESTAO-0001", "A agenda padrão tem campos a corrigir.", std::move(wrong)};
}

Grupo of(const GrupoExame& grupo) {
    Grupo view{.id = std::string(grupo.id.text()), .nome = grupo.nome, .versao = grupo.versao};
    for (const auto& exame : grupo.exames) view.exames.push_back(exame_of(exame));
    return view;
}

Tipo of(const TipoServico& tipo) { return {std::string(tipo.id.text()), tipo.nome, tipo.versao}; }

Exames exames_with(std::string_view busca) {
    Exames found;
    const auto wanted = text::fold(busca);
    tabelas::each_exam([&](std::string_view code, std::string_view name) {
        if (has_words(std::string(code) + ' ' + text::fold(name), wanted)) found.itens.push_back({std::string(code), std::string(name)});
        return found.itens.size() < kExamesShown;
    });
    return found;
}

}  // namespace aroeira::gestao::views
