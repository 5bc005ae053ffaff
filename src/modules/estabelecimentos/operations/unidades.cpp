// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/unidades.hpp"

namespace aroeira::estabelecimentos {
namespace {

Error unknown_unidade() { return {ErrorKind::not_found, "CNES-0020", "Esta unidade de saúde não existe no CNES deste município."}; }
Error unknown_equipe() { return {ErrorKind::not_found, "CNES-0021", "Esta equipe não existe nesta unidade de saúde."}; }

Result<UnidadeCompleta> require(Ports& ports, const Ibge& municipio, std::string_view cnes) {
    AROEIRA_TRY(auto found, ports.unidades.find(municipio, cnes));
    if (!found) return unknown_unidade();
    return std::move(*found);
}

Result<EquipeCompleta> require_equipe(Ports& ports, const Ibge& municipio, std::string_view cnes, std::string_view ine) {
    AROEIRA_TRY(auto found, ports.unidades.find_equipe(municipio, cnes, ine));
    if (!found) return unknown_equipe();
    return std::move(*found);
}

}  // namespace

Result<Page<UnidadeNaLista>> list_unidades(const UnidadesGranted& granted, const std::optional<Ibge>& asked, const UnidadeFilter& filter,
                                           const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    const auto digits = digits_typed(filter.texto);
    const Words words(digits.empty() ? filter.texto : std::string());
    return services.unit.read([&](Ports& ports) { return ports.unidades.list(municipio, words, digits, filter.page); });
}

Result<UnidadeVista> find_unidade(const UnidadesGranted& granted, const std::optional<Ibge>& asked, std::string_view cnes,
                                  const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<UnidadeVista> {
        AROEIRA_TRY(auto unidade, require(ports, municipio, cnes));
        AROEIRA_TRY(const auto equipes, ports.unidades.equipes(municipio, cnes, false));
        auto servicos = tipos_servico_of(unidade, equipes);
        return UnidadeVista{std::move(unidade), std::move(servicos)};
    });
}

Result<std::vector<EquipeNaLista>> list_equipes(const UnidadesGranted& granted, const std::optional<Ibge>& asked, std::string_view cnes,
                                                bool inativas, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<std::vector<EquipeNaLista>> {
        AROEIRA_CHECK(require(ports, municipio, cnes));
        return ports.unidades.equipes(municipio, cnes, inativas);
    });
}

Result<EquipeCompleta> find_equipe(const UnidadesGranted& granted, const std::optional<Ibge>& asked, std::string_view cnes,
                                   std::string_view ine, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) { return require_equipe(ports, municipio, cnes, ine); });
}

Result<Page<Lotado>> list_lotados(const UnidadesGranted& granted, const std::optional<Ibge>& asked, std::string_view cnes,
                                  const LotadoFilter& filter, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<Page<Lotado>> {
        AROEIRA_CHECK(require(ports, municipio, cnes));
        if (!filter.ine.empty()) AROEIRA_CHECK(require_equipe(ports, municipio, cnes, filter.ine));
        return ports.unidades.lotados(municipio, cnes, filter);
    });
}

}  // namespace aroeira::estabelecimentos
