// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/gestao/operations/services.hpp"

namespace aroeira::gestao {

/// Errors: `unavailable` DB-0004.
Result<AgendaSeen> read_agenda(const MayGovern& granted, const Services& services);

/// «Salvar», the hours and the duration alike. What the lotações already have is not touched.
/// Errors: `invalid_input` GESTAO-0001, by field; `conflict` GESTAO-0002. Source: manual, 3.11.1.
Result<AgendaSeen> save_agenda(const MayGovern& granted, const AgendaSeen& asked, const Services& services);

}  // namespace aroeira::gestao
