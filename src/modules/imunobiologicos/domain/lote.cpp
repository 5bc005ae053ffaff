// SPDX-License-Identifier: Apache-2.0
#include "modules/imunobiologicos/domain/lote.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/text.hpp"
#include "modules/tabelas/api/vacinacao.hpp"

namespace aroeira::imunobiologicos {
namespace {

constexpr std::size_t kLoteMax = 30;
// No vaccine kept today ended before, and none is made for later.
constexpr std::string_view kFirstDay = "2000-01-01", kLastDay = "2099-12-31";

bool is_lote(std::string_view text) {
    return !text.empty() && text.size() <= kLoteMax && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' || c == '.' || c == '-';
    });
}

}  // namespace

std::string folded(std::string_view lote) { return text::fold(lote); }

bool Lote::same_as(const Lote& other) const {
    return imunobiologico == other.imunobiologico && folded(lote) == folded(other.lote) && fabricante == other.fabricante;
}

bool is_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [&](std::size_t at, std::size_t size) {
        unsigned value = 0;
        const auto done = std::from_chars(text.data() + at, text.data() + at + size, value);
        return done.ec == std::errc() && done.ptr == text.data() + at + size ? value : 0U;
    };
    return std::chrono::year_month_day(std::chrono::year(static_cast<int>(number(0, 4))), std::chrono::month(number(5, 2)), std::chrono::day(number(8, 2))).ok();
}

Result<LoteForm> checked(LoteForm form) {
    std::vector<FieldError> wrong;
    const auto refuse = [&](std::string field, std::string message, std::string fix) {
        wrong.push_back({"IMUNO-0001", std::move(field), std::move(message), std::move(fix)});
    };
    form.lote = text::trim(form.lote);
    if (tabelas::imunobiologico_name(form.imunobiologico).empty()) refuse("imunobiologico", "O imunobiológico não está na tabela.", "Escolha um da lista.");
    if (!is_lote(form.lote)) refuse("lote", "O lote aceita só letras, números, barra, ponto e hífen, até 30.", "Copie o lote do frasco, sem espaços nem acentos.");
    if (!tabelas::is_fabricante(form.fabricante)) refuse("fabricante", "O fabricante não está na tabela.", "Escolha um da lista.");
    if (!is_day(form.validade) || form.validade < kFirstDay || form.validade > kLastDay) refuse("validade", "A data de validade não existe ou não é de um lote.", "Informe dia, mês e ano.");
    if (wrong.empty()) return form;
    return Error{ErrorKind::invalid_input, "IMUNO-0001", "O lote tem campos a corrigir.", std::move(wrong)};
}

}  // namespace aroeira::imunobiologicos
