// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/check_session.hpp"

namespace aroeira::identity {

/// Who is asking, when the session is alive, proven by CSRF where it must be, and the active perfil
/// has the permission. Errors: those of Gate::grant, each with its audit row.
Result<Actor> authorize(Permission permission, const Presented& presented, const Services& services);

/// Who started a job, when that person or system may still do it in `municipio`.
/// Errors: `forbidden` ACESSO-0002.
Result<Actor> authorize_again(Permission permission, std::string_view key, const std::optional<Ibge>& municipio,
                              const Services& services);

}  // namespace aroeira::identity
