// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/domain/recursos.hpp"
#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

/// At the start of the program: the standard perfis are what this version says, and those that were edited receive
/// what is new and lose nothing.
/// Source: manual PEC 3.6.3.
Result<void> prepare_perfis(const Services& services);

/// The edited rows of one standard perfil receive of `shipped` what no version before gave them. What somebody took
/// away stays taken away.
/// Unit: the caller's transaction.
Result<void> upgrade_edited(std::string_view codigo, const RecursoSet& shipped, Ports& ports);

}  // namespace aroeira::identity
