// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/operations/services.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::estabelecimentos {

/// What a CEP says of an address. Errors: `not_found` CEP-0001 (not in the base); CEP-0002 (no CEP at all).
Result<EnderecoDoCep> find_cep(const identity::Granted<identity::Permission::profissionais_ver>& granted, std::string_view cep,
                                const Services& services);

/// Makes a file the whole base of addresses: CSV with `;`, a line of titles, and the columns cep, uf, ibge, bairro and
/// logradouro. Of a CEP that comes twice the first line counts. Gives how many CEPs there are now.
/// Errors: `invalid_input` CEP-0003 (a line that is no address, with its number), CSV-…; the base stays as it was.
/// Cost: one pass; 4 bytes per CEP besides the text.
Result<std::int64_t> import_ceps(const identity::Granted<identity::Permission::municipios_gerenciar>& granted, std::string_view csv,
                                 const Services& services);

}  // namespace aroeira::estabelecimentos
