// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/http/views.hpp"

#include "modules/instalacoes/api/clock_time.hpp"

namespace aroeira::instalacoes::views {
namespace {

// No `default:`, so that a new state does not compile until the screens have a word for it.
std::string_view name_of(jobs::State state) {
    switch (state) {
        case jobs::State::waiting: return "aguardando";
        case jobs::State::running: return "executando";
        case jobs::State::done: return "concluido";
        case jobs::State::failed: return "falhou";
        case jobs::State::cancelled: return "cancelado";
    }
    return {};
}

Error not_a_time(std::string_view field) {
    return {ErrorKind::invalid_input, "INST-0005", "O horário não pôde ser lido.",
            {{"INST-0005", std::string(field), "O horário deve ter a forma HH:MM, de 00:00 a 23:59.", "Corrija o horário."}}};
}

}  // namespace

Municipio of(const MunicipioAtivo& municipio) {
    return {std::string(municipio.ibge.text()), municipio.nome, municipio.uf, municipio.fuso};
}

Processamento of(const ProcessingHours& hours) {
    return {hours.continuous ? "continuo" : "janela", clock_text(hours.from_minutes), clock_text(hours.until_minutes)};
}

Result<ProcessingHours> hours_of(const Processamento& view) {
    const auto from = minutes_of(view.inicio);
    const auto until = minutes_of(view.fim);
    if (!from) return not_a_time("inicio");
    if (!until) return not_a_time("fim");
    return ProcessingHours{view.modo == "continuo", *from, *until};
}

Instalacao of(const InstallationCard& card, bool internet) {
    return {std::string(card.id.text()), card.nome, std::string(instalacoes::name_of(card.tipo)), card.uf, internet};
}

Result<int> start_of(const ConfiguracaoDeTransmissao& view) {
    const auto start = minutes_of(view.horario);
    if (!start) return not_a_time("horario");
    return *start;
}

Trabalho of(const jobs::Status& status) {
    Trabalho view{.id = std::string(status.id.text()), .tipo = status.kind, .situacao = std::string(name_of(status.state))};
    view.etapa = status.stage;
    view.feitos = status.done;
    view.total = status.total;
    view.mensagem = status.message;
    if (!status.result.empty()) view.resultado.text = status.result;
    return view;
}

}  // namespace aroeira::instalacoes::views
