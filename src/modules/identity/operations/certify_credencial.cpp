// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/certify_credencial.hpp"

#include "modules/identity/operations/own_credencial.hpp"
#include "platform/crypto/certificate.hpp"

namespace aroeira::identity {
namespace {

Error unusable(std::string message, std::string fix) {
    return {ErrorKind::invalid_input, "ACESSO-0050", "O certificado não pode ser registrado.",
            {{"ACESSO-0050", "arquivo", std::move(message), std::move(fix)}}};
}

Result<Certificado> usable(std::string_view file, Instant now) {
    const auto read = crypto::read_certificate(file);
    if (!read) return unusable("O arquivo não é um certificado.", "Escolha o arquivo .cer, .crt ou .pem do certificado, sem a chave.");
    if (read->until <= now) return unusable("O certificado venceu.", "Peça um certificado novo a quem o emitiu.");
    if (read->from > now) return unusable("O certificado ainda não vale.", "Confira a data deste computador, ou espere o início da validade.");
    return Certificado{read->impressao, read->titular, read->from, read->until};
}

}  // namespace

Result<Credencial> register_certificado(const CredenciaisGranted& granted, const CredencialId& id, std::string_view file, const Services& services) {
    const auto now = services.clock.now();
    return services.unit.write([&](Ports& ports) -> Result<Credencial> {
        AROEIRA_TRY(auto credencial, own_credencial(granted, id, ports));
        if (!credencial.ativa) return Error{ErrorKind::conflict, "ACESSO-0052", "A credencial está inativa. Crie outra e registre o certificado nela."};
        AROEIRA_TRY(const auto certificado, usable(file, now));
        AROEIRA_TRY(const auto holder, ports.credenciais.find_by_certificado(certificado.impressao));
        if (holder && holder->id != id)
            return Error{ErrorKind::conflict, "ACESSO-0051", "Este certificado já está registrado em outra credencial. Remova-o de lá primeiro."};
        if (holder) return credencial;
        AROEIRA_CHECK(ports.credenciais.set_certificado(id, certificado, granted.actor().key, now));
        if (credencial.certificado) AROEIRA_CHECK(ports.sessoes.remove_of_credencial(id));
        credencial.certificado = certificado;
        AROEIRA_CHECK(ports.trail.record(entry_of(audit::Event::certificado_registrado, granted.actor(), credencial)));
        return credencial;
    });
}

Result<void> remove_certificado(const CredenciaisGranted& granted, const CredencialId& id, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto credencial, own_credencial(granted, id, ports));
        AROEIRA_TRY(const bool had, ports.credenciais.remove_certificado(id));
        if (!had) return {};
        AROEIRA_CHECK(ports.sessoes.remove_of_credencial(id));
        return ports.trail.record(entry_of(audit::Event::certificado_removido, granted.actor(), credencial));
    });
}

}  // namespace aroeira::identity
