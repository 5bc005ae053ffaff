// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/operations/services.hpp"
#include "modules/identity/api/granted.hpp"

/// The occupations a município may place in its units, and for how long each one attends.
/// Source: manual PEC 3.2.
namespace aroeira::estabelecimentos {

Result<Page<CboNaLista>> list_cbos(const identity::Granted<identity::Permission::cbo_ver>& granted, const std::optional<Ibge>& municipio,
                                   const CboFilter& filter, const Services& services);

struct CboEdition {
    std::optional<int> intervalo_minutos{};  ///< Nothing: the município's own duration.
    std::int64_t versao = 0;                 ///< The one that was on the screen.
};

/// «Editar»: the interval between appointments.
/// Errors: `not_found` CBO-0001; `invalid_input` CBO-0002 (interval); `conflict` CBO-0003 (somebody was faster).
Result<CboNaLista> edit_cbo(const identity::Granted<identity::Permission::cbo_gerenciar>& granted, const std::optional<Ibge>& municipio,
                            std::string_view cbo, const CboEdition& edition, const Services& services);

/// «Indisponível para lotação» and «Disponibilizar para lotação». Lotações that are there stay.
/// Errors: `not_found` CBO-0001.
Result<CboNaLista> turn_cbo(const identity::Granted<identity::Permission::cbo_gerenciar>& granted, const std::optional<Ibge>& municipio,
                            std::string_view cbo, bool disponivel, const Services& services);

}  // namespace aroeira::estabelecimentos
