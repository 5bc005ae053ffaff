// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/alcance.hpp"

namespace aroeira::relatorios {
namespace {

Error out_of_reach(std::string message) { return {ErrorKind::forbidden, "RELAT-0005", std::move(message)}; }

}  // namespace

std::string_view name_of(Alcance::Tipo tipo) {
    switch (tipo) {
        case Alcance::Tipo::municipio: return "municipio";
        case Alcance::Tipo::unidade: return "unidade";
        case Alcance::Tipo::proprio: return "proprio";
    }
    return {};
}

Result<Filtro> Alcance::within(Filtro asked) const {
    if (tipo == Tipo::municipio) return asked;
    if (cnes.empty() || profissional.empty())
        return out_of_reach("Seu acesso não tem uma lotação conhecida, e por isso não tem produção a mostrar. Peça ao administrador que a confira.");
    if (tipo == Tipo::unidade) {
        if (!asked.cnes.empty() && asked.cnes != cnes) return out_of_reach("Seu acesso alcança só os relatórios da sua unidade.");
        asked.cnes = cnes;
        return asked;
    }
    if (!asked.profissional.empty() && asked.profissional != profissional) return out_of_reach("Seu acesso alcança só a sua própria produção.");
    asked.profissional = profissional;
    return asked;
}

}  // namespace aroeira::relatorios
