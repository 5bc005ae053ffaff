// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/domain/unidades.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace aroeira::estabelecimentos {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kComplexidades{
    {{"AB", "Atenção básica"}, {"MC", "Média complexidade"}, {"AC", "Alta complexidade"}}};

}  // namespace

std::vector<TipoServico> tipos_servico_of(const UnidadeCompleta& unidade, const std::vector<EquipeNaLista>& equipes) {
    std::vector<TipoServico> found;
    for (const auto& [sigla, nome] : kComplexidades)
        if (unidade.complexidades.find(sigla) != std::string::npos)
            found.push_back({std::string(nome), "Complexidade " + std::string(sigla) + " no CNES"});
    for (const auto& one : equipes) {
        const auto same = [&](const TipoServico& other) { return other.nome == one.tipo; };
        if (one.ativa && std::none_of(found.begin(), found.end(), same)) found.push_back({one.tipo, "Tipo de equipe no CNES"});
    }
    return found;
}

}  // namespace aroeira::estabelecimentos
