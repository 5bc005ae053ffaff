// SPDX-License-Identifier: Apache-2.0
#include "modules/imunobiologicos/http/views.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "modules/tabelas/api/vacinacao.hpp"

namespace aroeira::imunobiologicos::views {
namespace {

void by_name(std::vector<Opcao>& options) {
    std::sort(options.begin(), options.end(), [](const Opcao& a, const Opcao& b) {
        return std::pair(text::fold(a.nome), a.codigo) < std::pair(text::fold(b.nome), b.codigo);
    });
}

}  // namespace

LoteDeImunobiologico of(const Lote& lote, std::string_view today) {
    return {.id = std::string(lote.id.text()),
            .imunobiologico = {std::to_string(lote.imunobiologico), std::string(aroeira::tabelas::imunobiologico_name(lote.imunobiologico))},
            .lote = lote.lote,
            .fabricante = {lote.fabricante, std::string(aroeira::tabelas::fabricante_name(lote.fabricante))},
            .validade = lote.validade, .ativo = lote.ativo, .vencido = !today.empty() && lote.validade < today, .versao = lote.versao};
}

template <class View>
LoteForm form_of(const View& view) {
    LoteForm form{.lote = view.lote, .fabricante = view.fabricante, .validade = view.validade};
    const auto& code = view.imunobiologico;
    const auto done = std::from_chars(code.data(), code.data() + code.size(), form.imunobiologico);
    // What is no number is no vaccine.
    if (done.ec != std::errc() || done.ptr != code.data() + code.size()) form.imunobiologico = 0;
    return form;
}
template LoteForm form_of(const LoteNovo& view);
template LoteForm form_of(const LoteEditado& view);

Tabelas all_tables() {
    Tabelas all;
    aroeira::tabelas::each_imunobiologico([&](std::int64_t code, std::string_view sigla, std::string_view nome) {
        all.imunobiologicos.push_back({std::to_string(code), std::string(nome) + " (" + std::string(sigla) + ")"});
    });
    aroeira::tabelas::each_fabricante([&](std::string_view rnds, std::string_view nome) { all.fabricantes.push_back({std::string(rnds), std::string(nome)}); });
    by_name(all.imunobiologicos);
    by_name(all.fabricantes);
    return all;
}

}  // namespace aroeira::imunobiologicos::views
