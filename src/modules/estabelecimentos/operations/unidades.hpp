// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/operations/services.hpp"
#include "modules/identity/api/granted.hpp"

/// The units of a município, to be looked at: the CNES is where they are changed. Source: manual PEC 3.4.
namespace aroeira::estabelecimentos {

using UnidadesGranted = identity::Granted<identity::Permission::unidades_ver>;

struct UnidadeFilter {
    std::string texto{};  ///< Words of the name, or the beginning of the CNES.
    std::int64_t page = 1;
};
Result<Page<UnidadeNaLista>> list_unidades(const UnidadesGranted& granted, const std::optional<Ibge>& municipio, const UnidadeFilter& filter,
                                           const Services& services);

struct UnidadeVista {
    UnidadeCompleta unidade{};
    std::vector<TipoServico> servicos{};
};
/// Errors: `not_found` CNES-0020.
Result<UnidadeVista> find_unidade(const UnidadesGranted& granted, const std::optional<Ibge>& municipio, std::string_view cnes,
                                  const Services& services);

/// Only those that work, unless `inativas`. Errors: `not_found` CNES-0020.
Result<std::vector<EquipeNaLista>> list_equipes(const UnidadesGranted& granted, const std::optional<Ibge>& municipio, std::string_view cnes,
                                                bool inativas, const Services& services);

/// Errors: `not_found` CNES-0021.
Result<EquipeCompleta> find_equipe(const UnidadesGranted& granted, const std::optional<Ibge>& municipio, std::string_view cnes,
                                   std::string_view ine, const Services& services);

/// Who works in the unit, or in one of its teams. Errors: `not_found` CNES-0020, CNES-0021.
Result<Page<Lotado>> list_lotados(const UnidadesGranted& granted, const std::optional<Ibge>& municipio, std::string_view cnes,
                                  const LotadoFilter& filter, const Services& services);

}  // namespace aroeira::estabelecimentos
