// SPDX-License-Identifier: Apache-2.0
#include "modules/agenda/domain/agenda.hpp"

#include <algorithm>
#include <chrono>

#include "base/text.hpp"

namespace aroeira::agenda {
namespace {

constexpr int kDayMinutes = 24 * 60;
constexpr std::size_t kPeriodosOfDayMax = 4;
constexpr std::size_t kReasonBytesMax = 200;
constexpr std::string_view kDays[] = {"segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"};

Error refused_hours(std::string field, std::string message, std::string fix) {
    return {ErrorKind::invalid_input, "AGENDA-0002", "Os horários não podem ser gravados.", {{"AGENDA-0002", std::move(field), std::move(message), std::move(fix)}}};
}

Result<void> check_period(const Periodo& one, const Periodo* before, std::size_t of_day) {
    if (one.dia < 1 || one.dia > 7) return refused_hours("periodos", "O dia da semana não existe.", "Recarregue a tela.");
    const auto field = "periodos." + std::to_string(one.dia);
    const auto day = std::string(kDays[one.dia - 1]);
    if (one.from_minutes < 0 || one.until_minutes > kDayMinutes || one.from_minutes >= one.until_minutes)
        return refused_hours(field, "Em " + day + ", um período termina antes de começar ou tem uma hora que não existe.", "Corrija o horário inicial e o final.");
    if (before && before->dia == one.dia && one.from_minutes < before->until_minutes)
        return refused_hours(field, "Em " + day + ", dois períodos se sobrepõem.", "Comece um depois do fim do outro.");
    if (of_day > kPeriodosOfDayMax) return refused_hours(field, "Em " + day + " há períodos demais.", "Use até quatro por dia.");
    return {};
}

/// The day, when the text is one: AAAA-MM-DD.
std::optional<std::chrono::sys_days> day_of(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t size) {
        int value = 0;
        for (const char c : text.substr(from, size)) value = c >= '0' && c <= '9' && value >= 0 ? value * 10 + (c - '0') : -10000;
        return value;
    };
    if (number(0, 4) < 0 || number(5, 2) < 0 || number(8, 2) < 0) return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    if (!day.ok()) return std::nullopt;
    return std::chrono::sys_days(day);
}

}  // namespace

std::string_view name_of(Situacao situacao) {
    switch (situacao) {
        case Situacao::nenhuma: return "nenhuma";
        case Situacao::automatica: return "automatica";
        case Situacao::configurada: return "configurada";
    }
    return {};
}

std::string_view name_of(Motivo motivo) {
    switch (motivo) {
        case Motivo::atestado: return "atestado";
        case Motivo::curso: return "curso";
        case Motivo::ferias: return "ferias";
        case Motivo::licenca: return "licenca";
        case Motivo::reuniao: return "reuniao";
        case Motivo::outro: return "outro";
    }
    return {};
}

std::optional<Motivo> motivo_of(std::string_view name) {
    for (const auto motivo : kMotivos)
        if (name_of(motivo) == name) return motivo;
    return std::nullopt;
}

Result<std::vector<Periodo>> checked(std::vector<Periodo> periodos) {
    if (periodos.empty()) return refused_hours("periodos", "Nenhum horário foi informado.", "Preencha ao menos um período, ou use «horário-padrão».");
    std::sort(periodos.begin(), periodos.end());
    std::size_t of_day = 0;
    for (std::size_t i = 0; i < periodos.size(); ++i) {
        const Periodo* before = i > 0 ? &periodos[i - 1] : nullptr;
        of_day = before && before->dia == periodos[i].dia ? of_day + 1 : 1;
        AROEIRA_CHECK(check_period(periodos[i], before, of_day));
    }
    return periodos;
}

std::vector<Horario> horarios_of(const std::vector<Periodo>& periodos, int minutes) {
    std::vector<Horario> all;
    if (minutes <= 0) return all;
    for (const auto& one : periodos)
        for (int at = one.from_minutes; at + minutes <= one.until_minutes; at += minutes) all.push_back({one.dia, at});
    return all;
}

Result<Fechamento> checked(Fechamento one) {
    one.especificacao = std::string(text::trim(one.especificacao));
    std::vector<FieldError> wrong;
    const auto say = [&](std::string_view field, std::string_view message, std::string_view fix) {
        wrong.push_back({"AGENDA-0005", std::string(field), std::string(message), std::string(fix)});
    };
    const auto inicio = day_of(one.inicio), fim = day_of(one.fim);
    if (!inicio) say("inicio", "Falta a data inicial.", "Digite dia, mês e ano.");
    if (!fim) say("fim", "Falta a data final.", "Digite dia, mês e ano.");
    if (inicio && fim && *fim < *inicio) say("fim", "A data final é anterior à inicial.", "Corrija uma das duas.");
    if (inicio && fim && *fim - *inicio > std::chrono::days(731)) say("fim", "O fechamento passa de dois anos.", "Confira o ano.");
    if (one.motivo != Motivo::outro) one.especificacao.clear();
    else if (one.especificacao.empty() || one.especificacao.size() > kReasonBytesMax || !text::is_one_line(one.especificacao))
        say("especificacao", "Falta descrever o motivo.", "Escreva-o em «Especifique», em uma linha.");
    if (wrong.empty()) return one;
    return Error{ErrorKind::invalid_input, "AGENDA-0005", "Corrija o que está indicado e adicione de novo.", std::move(wrong)};
}

}  // namespace aroeira::agenda
