// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/http/responsavel_views.hpp"

#include "base/text.hpp"
#include "modules/tabelas/api/municipios.hpp"

namespace aroeira::instalacoes::views {

MunicipioDaInstalacao of(const MunicipioComResponsavel& one) {
    MunicipioDaInstalacao view{std::string(one.municipio.ibge.text()), one.municipio.nome, one.municipio.uf, {}};
    if (const auto& r = one.responsavel) view.responsavel = {r->nome, to_ms(r->desde), r->versao};
    return view;
}

ProfissionalDaBase of(const LocalProfessional& one) {
    const auto cpf = one.cpf.text();
    return {std::string(one.base.text()), one.id, one.nome, "***." + std::string(cpf.substr(3, 3)) + "." + std::string(cpf.substr(6, 3)) + "-**"};
}

MunicipiosNacionais municipios_with(std::string_view busca) {
    MunicipiosNacionais beginning, others;
    const auto wanted = text::fold(busca);
    tabelas::each_municipio([&](std::string_view ibge, std::string_view nome, std::string_view uf) {
        const auto name = text::fold(nome);
        const MunicipioNacional found{std::string(ibge), std::string(nome), std::string(uf)};
        if (name.starts_with(wanted) || ibge.starts_with(wanted)) beginning.itens.push_back(found);
        else if (others.itens.size() < kFoundMax && name.find(wanted) != name.npos) others.itens.push_back(found);
        return beginning.itens.size() < kFoundMax;
    });
    for (auto& one : others.itens)
        if (beginning.itens.size() < kFoundMax) beginning.itens.push_back(std::move(one));
    return beginning;
}

}  // namespace aroeira::instalacoes::views
