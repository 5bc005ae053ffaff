// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"
#include "platform/crypto/certificate.hpp"

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
    std::string certificado{};  ///< The bytes of the file, .pfx or PEM; "": when editing, the one that is kept.
    std::string chave{};        ///< The bytes of the key's file, when it is in one of its own.
    std::string senha_do_certificado{};
    bool sem_certificado = false;  ///< The one that is kept goes away.
};

/// The form as it is kept.
struct CheckedDestino {
    NewDestino form;
    std::optional<crypto::KeyPair> pair{};  ///< A new certificate.
};

/// Names without blanks around, the address in its one form, the certificate read and in its time.
/// `before`: the one that is edited.
/// Errors: `invalid_input` TRANS-0012, one line per field that cannot be kept.
Result<CheckedDestino> checked(const NewDestino& form, const Destino* before, Instant now);

/// Keeps the certificate the form brought, or takes away the one there was. True when anything changed.
/// Unit: the caller's transaction.
Result<bool> keep_certificado(const Destino& before, const CheckedDestino& asked, Ports& ports, const crypto::Vault& vault);

/// Errors: `conflict` TRANS-0013 when another of the list has this address; `unavailable` DB-0004.
Result<void> refuse_double(const DestinoId& id, std::string_view endereco, Ports& ports);

/// The row of the trail for an act on a destino; `details` is JSON.
Result<void> record_destino(audit::Event event, const identity::Actor& actor, const DestinoId& id, std::string details, Ports& ports);

}  // namespace aroeira::transmission
