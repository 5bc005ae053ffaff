// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/domain/ocupacoes.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "modules/tabelas/api/cadastro.hpp"
#include "modules/tabelas/api/tabelas.hpp"

namespace aroeira::estabelecimentos {
namespace {

/// The national table is in the program: its titles are folded once.
const std::vector<std::string>& folded_titles() {
    static const auto titles = [] {
        std::vector<std::string> all;
        all.reserve(tabelas::cbo_count());
        for (std::size_t row = 0; row < tabelas::cbo_count(); ++row) all.push_back(text::fold(tabelas::cbo_at(row).titulo));
        return all;
    }();
    return titles;
}

/// A code may have a letter in its fifth place, so whatever has no blank may begin one.
class Search {
public:
    explicit Search(std::string_view text) : words_(text), code_(text::fold(text)) {}
    [[nodiscard]] bool finds(std::string_view cbo, std::string_view folded_title) const {
        return words_.none() || text::fold(cbo).starts_with(code_) || words_.in(folded_title);
    }

private:
    Words words_;
    std::string code_;
};

/// Every occupation of the national table with what holds for it. `decided` is in the order of the codes, as the table is.
template <class Visit>
void each(const std::vector<CboDecidido>& decided, const Visit& visit) {
    auto next = decided.begin();
    for (std::size_t row = 0; row < tabelas::cbo_count(); ++row) {
        const auto one = tabelas::cbo_at(row);
        while (next != decided.end() && next->cbo.compare(one.cbo) < 0) ++next;
        visit(row, one.titulo, next != decided.end() && next->cbo == one.cbo ? *next : padrao_of(one.cbo));
    }
}

}  // namespace

CboDecidido padrao_of(std::string_view cbo) {
    return {.cbo = std::string(cbo), .disponivel = tabelas::cbo_signs_fichas(cbo) || tabelas::cbo_has_own_perfil(cbo)};
}

Page<CboNaLista> page_of(const std::vector<CboDecidido>& decided, const CboFilter& filter) {
    const Search search(filter.texto);
    Page<CboNaLista> page;
    const auto first = (filter.page - 1) * kPageRows;
    each(decided, [&](std::size_t row, std::string_view titulo, CboDecidido decision) {
        if (!search.finds(decision.cbo, folded_titles()[row]) || (!decision.disponivel && !filter.indisponiveis)) return;
        if (page.total >= first && page.total < first + kPageRows) page.rows.push_back({titulo, std::move(decision)});
        ++page.total;
    });
    return page;
}

std::vector<CboNaLista> available_of(const std::vector<CboDecidido>& decided) {
    std::vector<CboNaLista> available;
    each(decided, [&](std::size_t, std::string_view titulo, CboDecidido decision) {
        if (decision.disponivel) available.push_back({titulo, std::move(decision)});
    });
    std::sort(available.begin(), available.end(), [](const CboNaLista& a, const CboNaLista& b) { return a.titulo < b.titulo; });
    return available;
}

}  // namespace aroeira::estabelecimentos
