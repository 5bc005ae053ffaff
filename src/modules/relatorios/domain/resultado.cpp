// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/resultado.hpp"

#include <algorithm>
#include <tuple>

namespace aroeira::relatorios {
namespace {

constexpr std::string_view kOnly = "Quantidade";  // the column of a group without columns

/// "2" before "10"; a code of letters after the numbers.
bool before(std::string_view a, std::string_view b) {
    const auto is_number = [](std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == text.npos; };
    const bool numbers = is_number(a) && is_number(b);
    if (numbers) return std::tuple(a.size(), a) < std::tuple(b.size(), b);
    return std::tuple(!is_number(a), a) < std::tuple(!is_number(b), b);
}

std::string mes_in_words(std::string_view mes) { return std::string(mes.substr(4)) + "/" + std::string(mes.substr(0, 4)); }

}  // namespace

Somador::Somador(const Relatorio& relatorio, const Contador& contador, std::vector<std::size_t> grupos, Forma forma, std::vector<std::string> meses)
    : relatorio_(relatorio), contador_(contador), grupos_(std::move(grupos)), forma_(forma), meses_(std::move(meses)),
      wanted_(contador.grupos(relatorio).size(), false), somas_(wanted_.size()) {
    for (const auto grupo : grupos_) wanted_.at(grupo) = true;
}

std::size_t Somador::lotacao_of(const Soma& soma) {
    if (forma_ != Forma::analitico) return 0;
    return lotacoes_.try_emplace({soma.cnes, soma.ine, soma.cbo, soma.profissional}, lotacoes_.size()).first->second;
}

Result<void> Somador::add(const Soma& soma, std::string_view packed) {
    const auto lotacao = lotacao_of(soma);
    const std::string mes = soma.periodo.substr(0, 6);
    Lugar lugar{lotacao, {}};
    const bool whole = Contadores::each_packed(packed, [&](std::uint8_t grupo, std::string_view linha, std::string_view coluna, std::int64_t n) {
        if (grupo >= wanted_.size() || !wanted_[grupo]) return;
        lugar.linha = linha;
        auto& columns = somas_[grupo][lugar];
        if (forma_ == Forma::mensal) columns[mes] += n;
        else columns[std::string(coluna)] += n;
    });
    if (whole) return {};
    return Error{ErrorKind::internal, "RELAT-0011",
                 "Os números guardados de um relatório estão danificados. Peça ao administrador da instalação que os recalcule."};
}

std::vector<std::string> Somador::columns_of(std::size_t grupo, const std::map<Lugar, Colunas>& lines) const {
    if (forma_ == Forma::mensal) return meses_;
    if (!contador_.grupos(relatorio_).at(grupo).tem_colunas) return {""};
    std::vector<std::string> all;
    for (const auto& [lugar, columns] : lines)
        for (const auto& [codigo, n] : columns)
            if (std::find(all.begin(), all.end(), codigo) == all.end()) all.push_back(codigo);
    std::sort(all.begin(), all.end(), before);
    return all;
}

GrupoDoResultado Somador::group_of(std::size_t grupo, const std::map<Lugar, Colunas>& lines) const {
    const auto seen = contador_.grupos(relatorio_).at(grupo);
    GrupoDoResultado out{.codigo = std::string(seen.codigo), .titulo = std::string(seen.titulo)};
    const auto columns = columns_of(grupo, lines);
    for (const auto& codigo : columns) {
        if (forma_ == Forma::mensal) out.colunas.push_back(mes_in_words(codigo));
        else if (seen.tem_colunas) out.colunas.push_back(contador_.coluna(relatorio_, grupo, codigo));
        else out.colunas.emplace_back(kOnly);
    }
    for (const auto& [lugar, counts] : lines) {
        Linhas line{lugar.lotacao, lugar.linha, contador_.linha(relatorio_, grupo, lugar.linha)};
        for (const auto& codigo : columns) {
            const auto found = counts.find(codigo);
            line.valores.push_back(found == counts.end() ? 0 : found->second);
            line.total += line.valores.back();
        }
        out.total += line.total;
        out.linhas.push_back(std::move(line));
    }
    const auto order = [&](const Linhas& a, const Linhas& b) {
        if (a.lotacao != b.lotacao) return a.lotacao < b.lotacao;
        if (seen.por_quantidade && a.total != b.total) return a.total > b.total;
        return before(a.codigo, b.codigo);
    };
    std::sort(out.linhas.begin(), out.linhas.end(), order);
    return out;
}

Resultado Somador::resultado() const {
    Resultado out;
    out.lotacoes.resize(lotacoes_.size());
    for (const auto& [lotacao, place] : lotacoes_) out.lotacoes[place] = lotacao;
    for (const auto grupo : grupos_) out.grupos.push_back(group_of(grupo, somas_.at(grupo)));
    return out;
}

}  // namespace aroeira::relatorios
