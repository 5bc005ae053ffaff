// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/operations/configure.hpp"

#include "modules/relatorios/domain/fator.hpp"
#include "modules/relatorios/operations/consult.hpp"

namespace aroeira::relatorios {
namespace {

Result<FatorDoRelatorio> line_of(const Relatorio& relatorio, Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto fator, fator_of(relatorio, ports));
    return FatorDoRelatorio{&relatorio, services.contador.grupos(relatorio).size(), fator};
}

}  // namespace

Result<std::vector<FatorDoRelatorio>> list_fatores(const MayConfigure&, const Services& services) {
    return services.unit.read([&](Ports& ports) -> Result<std::vector<FatorDoRelatorio>> {
        std::vector<FatorDoRelatorio> all;
        for (const auto* one : all_relatorios()) {
            AROEIRA_TRY(auto line, line_of(*one, ports, services));
            all.push_back(std::move(line));
        }
        return all;
    });
}

Result<FatorDoRelatorio> save_fator(const MayConfigure& granted, std::string_view codigo, const Fator& fator, const Services& services) {
    const auto* relatorio = find_relatorio(codigo);
    if (!relatorio) return Error{ErrorKind::not_found, "RELAT-0002", "Não existe este relatório."};
    if (fator.fator < 1 || fator.fator > kFatorMaximo) {
        Error error{ErrorKind::invalid_input, "RELAT-0003", "O fator é um número de 1 a " + std::to_string(kFatorMaximo) + ". Corrija e salve de novo."};
        error.fields.push_back({"RELAT-0003", "fator", "Informe um número de 1 a " + std::to_string(kFatorMaximo) + ".", "Corrija o fator."});
        return error;
    }
    return services.unit.write([&](Ports& ports) -> Result<FatorDoRelatorio> {
        AROEIRA_TRY(const bool saved, ports.controle.save_fator(codigo, fator));
        if (!saved)
            return Error{ErrorKind::conflict, "RELAT-0004",
                         "Outra pessoa mudou o fator deste relatório enquanto você editava. Confira o valor atual e salve de novo."};
        const auto& actor = granted.actor();
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = actor.key, .address = actor.address,
                                          .entity = "relatorio_fator", .entity_id = std::string(codigo),
                                          .details = R"({"fator":)" + std::to_string(fator.fator) + "}"}));
        return line_of(*relatorio, ports, services);
    });
}

}  // namespace aroeira::relatorios
