// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/contador.hpp"

#include <algorithm>
#include <map>

#include "modules/relatorios/domain/contador_lido.hpp"

namespace aroeira::relatorios {
namespace {

using fichas::Campo;
using fichas::Valor;
using fichas::ledi::Record;

constexpr std::size_t kCodeMax = 64;  // No code is longer; a text that is one must not fill a row.

std::string text_of(const Valor& value) {
    return value.is_text ? std::string(value.texto.substr(0, kCodeMax)) : std::to_string(value.numero);
}

bool any_present(const std::vector<Campo>& campos, const Record& item) {
    return std::any_of(campos.begin(), campos.end(), [&](const Campo& one) { return one.is_present(item); });
}

/// There, and not false.
bool is_so(const std::vector<Campo>& campos, const Record& record) {
    return std::any_of(campos.begin(), campos.end(), [&](const Campo& one) {
        if (one.is_group()) return one.is_present(record);
        const auto value = one.first(record);
        return value && (value->is_text || value->numero != 0);
    });
}

std::int64_t count_of(Conta conta, const std::vector<Campo>& campos, const Record& item) {
    switch (conta) {
        case Conta::informado: return any_present(campos, item) ? 1 : 0;
        case Conta::ausente: return any_present(campos, item) ? 0 : 1;
        case Conta::sim: return is_so(campos, item) ? 1 : 0;
        case Conta::soma: {
            std::int64_t sum = 0;
            for (const auto& campo : campos) campo.each(item, [&](const Valor& value) { sum += value.numero; });
            return std::max<std::int64_t>(sum, 0);
        }
    }
    return 0;
}

std::string faixa_at(const Campo& nascimento, const Record& item, const Dia dia, int offset) {
    const auto born = nascimento.first(item);
    return std::string(faixa_of(born ? anos(dia_of(born->numero, offset), dia) : -1));
}

}  // namespace

struct Contador::Lidos : detail::Lidos {};

namespace {

void count_group(const detail::GrupoLido& grupo, const Record& item, Dia dia, int offset, Contadores& into) {
    Casa casa{.grupo = grupo.numero};
    if (grupo.colunas)
        if (const auto value = grupo.colunas->first(item)) casa.coluna = text_of(*value);
    if (grupo.nascimento) {
        casa.linha = faixa_at(*grupo.nascimento, item, dia, offset);
        into.add(casa, 1);
    } else if (grupo.campo) {
        grupo.campo->each(item, [&](const Valor& value) {
            casa.linha = text_of(value);
            into.add(casa, 1);
        });
    }
    for (const auto& linha : grupo.linhas) {
        const auto n = count_of(linha.conta, linha.campos, item);
        if (n == 0) continue;
        casa.linha = std::to_string(linha.codigo);
        into.add(casa, n);
    }
}

Contadores count_report(const detail::RelatorioLido& relatorio, const fichas::Ficha& ficha, Dia dia, int offset) {
    Contadores counts;
    for (const auto& fonte : relatorio.fontes) {
        if (fonte.tipo != ficha.tipo->codigo) continue;
        if (!fonte.se.empty() && !is_so(fonte.se, *ficha.record)) continue;
        if (is_so(fonte.sem, *ficha.record)) continue;
        fonte.itens.each_group(*ficha.record, [&](const Record& item) {
            for (const auto& grupo : fonte.grupos) count_group(grupo, item, dia, offset, counts);
        });
    }
    return counts;
}

std::string first_text(const Campo& campo, const Record& record) {
    const auto value = campo.first(record);
    return value ? std::string(value->texto.substr(0, kCodeMax)) : std::string();
}

}  // namespace

Result<Contador> Contador::make() {
    auto lidos = std::make_shared<Lidos>();
    AROEIRA_TRY(static_cast<detail::Lidos&>(*lidos), detail::read_all());
    auto edicao = detail::edicao_of_all();
    return Contador(std::move(lidos), std::move(edicao));
}

std::optional<Contada> Contador::count(const fichas::Ficha& ficha, int utc_offset_minutes) const {
    if (!ficha.tipo || !ficha.record) return std::nullopt;
    const auto at = ficha.attended_at();
    const auto header = lidos_->cabecalhos.find(ficha.tipo->codigo);
    if (!at || header == lidos_->cabecalhos.end()) return std::nullopt;
    const auto& who = header->second;
    Contada counted;
    counted.em_ms = *at;
    counted.lotacao = {dia_of(*at, utc_offset_minutes), first_text(who.cnes, *ficha.record), first_text(who.ine, *ficha.record),
                       first_text(who.cbo, *ficha.record), first_text(who.profissional, *ficha.record)};
    if (counted.lotacao.cnes.empty()) return std::nullopt;
    if (who.origem) {
        counted.origem = first_text(*who.origem, *ficha.record);
        if (counted.origem.empty()) counted.origem = ficha.uuid();
    }
    for (const auto& relatorio : lidos_->relatorios) {
        auto counts = count_report(relatorio, ficha, counted.lotacao.dia, utc_offset_minutes);
        if (!counts.empty()) counted.parcelas.push_back({relatorio.relatorio, std::move(counts)});
    }
    return counted;
}

std::vector<GrupoVisto> Contador::grupos(const Relatorio& relatorio) const {
    std::vector<GrupoVisto> all;
    for (const auto& grupo : lidos_->of(relatorio).grupos) all.push_back({grupo.codigo, grupo.titulo, grupo.tem_colunas(), grupo.is_long()});
    return all;
}

std::string Contador::linha(const Relatorio& relatorio, std::size_t grupo, std::string_view codigo) const {
    return lidos_->of(relatorio).grupos.at(grupo).linha(codigo);
}

std::string Contador::coluna(const Relatorio& relatorio, std::size_t grupo, std::string_view codigo) const {
    return lidos_->of(relatorio).grupos.at(grupo).coluna(codigo);
}

}  // namespace aroeira::relatorios
