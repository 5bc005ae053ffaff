// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/ids.hpp"
#include "modules/identity/api/granted.hpp"
#include "modules/instalacoes/operations/services.hpp"

namespace aroeira::instalacoes {

using MayTransmit = identity::Granted<identity::Permission::transmissao_gerenciar>;

/// Gives the installation its id, at the first start; at every other, changes nothing.
/// Errors: `unavailable` DB-0004.
Result<void> prepare_installation(const Services& services, IdSource& ids);

/// Errors: `unavailable` DB-0004.
Result<InstallationCard> read_card(const MayTransmit& granted, const Services& services);

/// Whether it may use the internet; the switch is in «Conexão». Errors: `unavailable` DB-0004.
Result<bool> read_internet(const MayTransmit& granted, const Services& services);

/// What a person may say of the installation.
struct NewCard {
    std::string nome{};
    TipoInstalacao tipo = TipoInstalacao::prontuario;
    std::string uf{};
};

/// Saves how the installation presents itself to others. Its id stays.
/// Errors: `invalid_input` INST-0007, by field: no name or too long, no such UF, a centralizador
///         estadual of no UF; `unavailable` DB-0004.
Result<InstallationCard> save_card(const MayTransmit& granted, const NewCard& card, const Services& services);

}  // namespace aroeira::instalacoes
