// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/recursos.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "modules/tabelas/api/perfis.hpp"

namespace aroeira::identity {
namespace {

constexpr std::string_view kBelow = " > ";

std::vector<std::string> sort_key(std::string_view caminho) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = caminho.find(kBelow);
        parts.push_back(text::fold(caminho.substr(0, end)));
        if (end == caminho.npos) return parts;
        caminho.remove_prefix(end + kBelow.size());
    }
}

std::vector<Recurso> grown() {
    std::vector<std::pair<std::vector<std::string>, tabelas::Recurso>> rows;
    for (std::size_t row = 0; row < tabelas::recursos(); ++row) {
        const auto one = tabelas::recurso(row);
        rows.emplace_back(sort_key(one.caminho), one);
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Recurso> tree;
    std::map<std::string_view, std::size_t> places;
    for (const auto& [key, row] : rows) {
        const auto last = row.caminho.rfind(kBelow);
        Recurso one{.caminho = row.caminho, .nome = row.caminho, .nivel = key.size() - 1};
        if (last != row.caminho.npos) {
            one.nome = row.caminho.substr(last + kBelow.size());
            one.pai = places.at(row.caminho.substr(0, last));
        }
        one.da_instalacao = row.da_instalacao;
        one.nosso = row.nosso;
        places.emplace(row.caminho, tree.size());
        tree.push_back(one);
    }
    return tree;
}

std::map<std::string_view, RecursoSet> shipped() {
    std::map<std::string_view, RecursoSet> perfis;
    for (std::size_t row = 0; row < tabelas::recursos(); ++row) {
        const auto one = tabelas::recurso(row);
        for (auto list : {one.perfis, one.acrescentados})
            while (!list.empty()) {
                const auto end = std::min(list.find(' '), list.size());
                perfis[list.substr(0, end)].insert(one.caminho);
                list.remove_prefix(std::min(end + 1, list.size()));
            }
    }
    return perfis;
}

}  // namespace

const std::vector<Recurso>& recursos() {
    static const auto tree = grown();
    return tree;
}

std::optional<std::size_t> find_recurso(std::string_view caminho) {
    static const auto places = [] {
        std::map<std::string_view, std::size_t> found;
        for (std::size_t i = 0; i < recursos().size(); ++i) found.emplace(recursos()[i].caminho, i);
        return found;
    }();
    const auto found = places.find(caminho);
    if (found == places.end()) return std::nullopt;
    return found->second;
}

const RecursoSet& recursos_padrao(std::string_view codigo) {
    static const auto perfis = shipped();
    static const RecursoSet none;
    const auto found = perfis.find(codigo);
    return found == perfis.end() ? none : found->second;
}

RecursoSet with_ancestors(std::span<const std::string> caminhos) {
    RecursoSet all;
    for (const auto& caminho : caminhos)
        for (auto at = find_recurso(caminho); at; at = recursos()[*at].pai)
            if (!all.insert(recursos()[*at].caminho).second) break;
    return all;
}

}  // namespace aroeira::identity
