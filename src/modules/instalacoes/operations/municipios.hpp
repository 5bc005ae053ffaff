// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/api/granted.hpp"
#include "modules/instalacoes/operations/services.hpp"

namespace aroeira::instalacoes {

/// The active municípios the actor reaches: his own, or all for the administrador da instalação.
Result<std::vector<MunicipioAtivo>> list_municipios(const identity::Granted<identity::Permission::municipios_ver>& granted,
                                                    const Services& services);

/// Makes a município of the national table active here. Doing it twice changes nothing.
/// Errors: `not_found` INST-0003 when the national table does not have the code.
Result<MunicipioAtivo> activate_municipio(const identity::Granted<identity::Permission::municipios_gerenciar>& granted,
                                          const Ibge& ibge, const Services& services);

/// The same, in the transaction of `ports`.
Result<MunicipioAtivo> make_active(const Ibge& ibge, const identity::Actor& actor, const Services& services, Ports& ports);

/// A lote of a município came from another installation. A centralizador makes it active: the
/// nacional any, an estadual those of its UF. False where that is not so, and nothing changes.
/// In the transaction of `ports`, with its audit row in the name of who sent.
/// Errors: `internal` INST-0008; `unavailable` DB-0004.
Result<bool> activate_for_arrival(const Ibge& ibge, const identity::Actor& actor, const Services& services, Ports& ports);

}  // namespace aroeira::instalacoes
