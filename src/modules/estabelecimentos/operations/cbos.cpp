// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/cbos.hpp"

#include "modules/estabelecimentos/operations/record_change.hpp"
#include "modules/tabelas/api/tabelas.hpp"

namespace aroeira::estabelecimentos {
namespace {

Result<void> require_cbo(std::string_view cbo) {
    if (tabelas::has_cbo(cbo)) return {};
    return Error{ErrorKind::not_found, "CBO-0001", "Este CBO não existe na Classificação Brasileira de Ocupações."};
}

Result<void> check_interval(const std::optional<int>& minutes) {
    if (!minutes || (*minutes >= kIntervaloMin && *minutes <= kIntervaloMax)) return {};
    return Error{ErrorKind::invalid_input, "CBO-0002", "O intervalo não pode ser usado.",
                 {{"CBO-0002", "intervalo_minutos", "O intervalo vai de 1 a 480 minutos.",
                   "Informe outro, ou deixe em branco para usar a duração padrão do município."}}};
}

CboNaLista row_of(CboDecidido decision) {
    const auto titulo = tabelas::cbo_title(decision.cbo);
    return {titulo, std::move(decision)};
}

}  // namespace

Result<Page<CboNaLista>> list_cbos(const identity::Granted<identity::Permission::cbo_ver>& granted, const std::optional<Ibge>& asked,
                                   const CboFilter& filter, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<Page<CboNaLista>> {
        AROEIRA_TRY(const auto decided, ports.cbos.decided(municipio));
        return page_of(decided, filter);
    });
}

Result<CboNaLista> edit_cbo(const identity::Granted<identity::Permission::cbo_gerenciar>& granted, const std::optional<Ibge>& asked,
                            std::string_view cbo, const CboEdition& edition, const Services& services) {
    AROEIRA_CHECK(require_cbo(cbo));
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    AROEIRA_CHECK(check_interval(edition.intervalo_minutos));
    return services.unit.write([&](Ports& ports) -> Result<CboNaLista> {
        AROEIRA_TRY(auto decision, ports.cbos.find(municipio, cbo));
        decision.intervalo_minutos = edition.intervalo_minutos;
        decision.versao = edition.versao;
        AROEIRA_TRY(decision.versao, ports.cbos.put(municipio, decision));
        AROEIRA_CHECK(record_change(granted.actor(), municipio, {"cbo_municipio", cbo, {"intervalo_minutos"}}, ports));
        return row_of(std::move(decision));
    });
}

Result<CboNaLista> turn_cbo(const identity::Granted<identity::Permission::cbo_gerenciar>& granted, const std::optional<Ibge>& asked,
                            std::string_view cbo, bool disponivel, const Services& services) {
    AROEIRA_CHECK(require_cbo(cbo));
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.write([&](Ports& ports) -> Result<CboNaLista> {
        AROEIRA_TRY(auto decision, ports.cbos.find(municipio, cbo));
        if (decision.disponivel == disponivel) return row_of(std::move(decision));
        decision.disponivel = disponivel;
        AROEIRA_TRY(decision.versao, ports.cbos.put(municipio, decision));
        AROEIRA_CHECK(record_change(granted.actor(), municipio, {"cbo_municipio", cbo, {"disponivel"}}, ports));
        return row_of(std::move(decision));
    });
}

}  // namespace aroeira::estabelecimentos
