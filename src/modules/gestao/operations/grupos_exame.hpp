// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/gestao/operations/services.hpp"
#include "modules/tabelas/api/clinica.hpp"

namespace aroeira::gestao {

inline constexpr std::size_t kExamesMax = 200;  ///< Of a group.
inline constexpr std::size_t kGruposMax = 500;  ///< Of a município.

/// In the order of their names. `busca`: part of a name. Errors: `unavailable` DB-0004.
Result<PageOfThings<GrupoExame>> list_grupos(const MayGovern& granted, std::string_view busca, const PageOf& page, const Services& services);

/// What a person says of a group.
struct GrupoForm {
    std::string nome{};
    std::vector<std::string> exames{};  ///< Codes of the SIGTAP.
};

/// «Adicionar grupo de exames». Errors: `invalid_input` GESTAO-0003, by field: no name, a name that is taken, no exam,
/// one that is no exam of the SIGTAP, too many. Source: manual, 3.11.2.
Result<GrupoExame> add_grupo(const MayGovern& granted, const GrupoForm& form, const Services& services);

/// Errors: those of `add_grupo`; `not_found` GESTAO-0004; `conflict` GESTAO-0002.
Result<GrupoExame> edit_grupo(const MayGovern& granted, const GrupoExameId& id, const GrupoForm& form, std::int64_t versao, const Services& services);

/// Errors: `not_found` GESTAO-0004.
Result<void> remove_grupo(const MayGovern& granted, const GrupoExameId& id, const Services& services);

/// A citizen, as far as exams are concerned.
struct ForWhom {
    int age_months = 0;
    tabelas::Applies sexo = tabelas::Applies::both;  ///< `both`: not known, and then no sex is left out.
};

/// «Opções rápidas»: the groups of the município of who asks, each with the exams the SIGTAP lets this citizen have; a group
/// of which none is left is not offered. Errors: `unavailable` DB-0004. Source: manual, 3.11.2.
Result<std::vector<GrupoExame>> grupos_for(const identity::Granted<identity::Permission::municipios_ver>& granted, const ForWhom& whom, const Services& services);

}  // namespace aroeira::gestao
