// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// «Adicionar instalação» and «Editar», as a person fills them in.
struct NewDestino {
    std::string nome{};
    std::string endereco{};  ///< "" for one that only takes files.
    Protocolo protocolo = Protocolo::aroeira;
    std::string usuario{};
    std::string senha{};     ///< "": when editing, the one that is kept.
    std::string ca_pem{};
    std::optional<Janela> janela{};
};

/// The form as it is kept: names without blanks around, the address in its one form.
/// Errors: `invalid_input` TRANS-0012, one line per field that cannot be kept.
Result<NewDestino> checked(const NewDestino& form);

/// Errors: `conflict` TRANS-0013 when another of the list has this address; `unavailable` DB-0004.
Result<void> refuse_double(const DestinoId& id, std::string_view endereco, Ports& ports);

/// The row of the trail for an act on a destino; `details` is JSON.
Result<void> record_destino(audit::Event event, const identity::Actor& actor, const DestinoId& id, std::string details, Ports& ports);

}  // namespace aroeira::transmission
