// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/list_perfis.hpp"

namespace aroeira::identity {

using PerfisGranted = Granted<Permission::perfis_gerenciar>;

struct NewPerfil {
    std::string nome;
    TipoAcesso acesso = TipoAcesso::lotacao;
    std::vector<std::string> recursos{};  ///< None: a new perfil gives nothing until somebody says so.
    std::string copied_from{};            ///< "": of no other.
};

/// Makes a perfil of the actor's município, empty or a copy.
/// Errors: `invalid_input` ACESSO-0100 (name), ACESSO-0101 and ACESSO-0104 (recursos), ACESSO-0103 (kind of acesso);
///         `conflict` ACESSO-0105 (name taken); `not_found` ACESSO-0102 (what is copied).
/// Source: manual PEC 3.6.3.
Result<Perfil> create_perfil(const PerfisGranted& granted, const NewPerfil& fresh, const Services& services);

struct PerfilChange {
    std::string nome;
    std::vector<std::string> recursos;
    std::int64_t versao = 0;  ///< As it was read.
};

/// Changes a perfil; a standard one only for the actor's município, and not its name. Who has the perfil adds nothing
/// to it, but for giving back what the standard one has: nobody widens what he may do himself.
/// Errors: as `create_perfil`; `conflict` ACESSO-0108 (changed meanwhile), ACESSO-0107 (the municipal administration would
///         end); `forbidden` ACESSO-0106 (his own), ACESSO-0109 (it reaches past the município).
/// Source: manual PEC 3.6.4; SBIS NGS1.03.11.
Result<Perfil> edit_perfil(const PerfisGranted& granted, std::string_view id, const PerfilChange& change, const Services& services);

/// An inactive perfil lets nobody in from the next request on.
/// Errors: `not_found` ACESSO-0102; `conflict` ACESSO-0107, ACESSO-0108; `forbidden` ACESSO-0109.
Result<Perfil> set_perfil_ativo(const PerfisGranted& granted, std::string_view id, bool ativo, std::int64_t versao, const Services& services);

/// Errors: `not_found` ACESSO-0102; `conflict` ACESSO-0108, ACESSO-0110 (standard), ACESSO-0111 (somebody has it).
/// Source: manual PEC 3.6.5.
Result<void> remove_perfil(const PerfisGranted& granted, std::string_view id, const Services& services);

}  // namespace aroeira::identity
