// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/destino_form.hpp"

#include "base/text.hpp"
#include "modules/transmission/domain/endereco.hpp"
#include "modules/transmission/operations/enter_destino.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::size_t kLineBytesMax = 200;
constexpr std::size_t kCertificatesBytesMax = 32 << 10;

class Refusals {
public:
    void add(std::string field, std::string message, std::string fix) {
        all_.push_back({"TRANS-0012", std::move(field), std::move(message), std::move(fix)});
    }
    void add_all_of(const Error& error) { all_.insert(all_.end(), error.fields.begin(), error.fields.end()); }
    void check_line(std::string field, std::string_view value) {
        if (value.size() > kLineBytesMax || !text::is_one_line(value)) add(std::move(field), "O texto não pôde ser lido.", "Use uma linha de até 200 letras.");
    }
    [[nodiscard]] Result<void> outcome() const {
        if (all_.empty()) return {};
        return Error{ErrorKind::invalid_input, "TRANS-0012", "Os dados da instalação têm campos a corrigir.", all_};
    }

private:
    std::vector<FieldError> all_;
};

std::string field_of(ErrorCode code) {
    if (code == ErrorCode("CRYPTO-0006")) return "senha_do_certificado";
    return code == ErrorCode("CRYPTO-0005") ? "certificado" : "chave";
}

/// The certificate that was brought, when it can be used now.
std::optional<crypto::KeyPair> certificado_of(const NewDestino& form, Instant now, Refusals& refusals) {
    if (form.certificado.empty()) {
        if (!form.chave.empty()) refusals.add("certificado", "Há uma chave sem certificado.", "Escolha o arquivo do certificado.");
        return std::nullopt;
    }
    auto pair = crypto::read_key_pair(form.certificado, form.chave, form.senha_do_certificado);
    if (!pair) {
        refusals.add(field_of(pair.error().code), pair.error().message, "");
        return std::nullopt;
    }
    if (pair->certificate.until <= now) refusals.add("certificado", "O certificado venceu.", "Peça um certificado novo a quem o emitiu.");
    if (pair->certificate.from > now) refusals.add("certificado", "O certificado ainda não vale.", "Confira a data deste computador, ou espere o início da validade.");
    return std::move(*pair);
}

}  // namespace

Result<CheckedDestino> checked(const NewDestino& form, const Destino* before, Instant now) {
    CheckedDestino made{.form = form};
    NewDestino& kept = made.form;
    Refusals refusals;
    kept.nome = text::trim(form.nome);
    kept.usuario = text::trim(form.usuario);
    kept.ca_pem = text::trim(form.ca_pem);
    kept.endereco = text::trim(form.endereco);
    if (kept.nome.empty()) refusals.add("nome", "O nome está vazio.", "Informe o nome do local para onde serão enviados os dados.");
    else refusals.check_line("nome", kept.nome);
    if (!kept.endereco.empty()) {
        auto endereco = endereco_of(kept.endereco);
        if (endereco) kept.endereco = std::move(*endereco);
        else refusals.add_all_of(endereco.error());
    }
    refusals.check_line("usuario", kept.usuario);
    refusals.check_line("senha", kept.senha);
    if (!kept.senha.empty() && kept.usuario.empty()) refusals.add("usuario", "Há uma senha sem usuário.", "Informe o usuário da credencial de integração.");
    if (kept.ca_pem.size() > kCertificatesBytesMax || (!kept.ca_pem.empty() && !crypto::are_certificates(kept.ca_pem)))
        refusals.add("autoridade", "O certificado da autoridade não pôde ser lido.", "Cole só certificados em PEM, de BEGIN CERTIFICATE a END CERTIFICATE.");
    made.pair = certificado_of(form, now, refusals);
    const bool shows = made.pair || (before != nullptr && !before->certificado_pem.empty() && !form.sem_certificado);
    if (shows && kept.endereco.starts_with("http://"))
        refusals.add("endereco", "Um certificado só é apresentado por HTTPS.", "Use o endereço com https://, ou tire o certificado.");
    if (shows && kept.usuario.empty() && kept.protocolo == Protocolo::ledi)
        refusals.add("usuario", "A API LEDI pede usuário e senha, também com certificado.", "Informe o usuário da credencial de integração.");
    if (kept.janela && kept.janela->from_minutes == kept.janela->until_minutes)
        refusals.add("fim", "O fim é igual ao início.", "Escolha um fim diferente, ou o horário da instalação.");
    AROEIRA_CHECK(refusals.outcome());
    return made;
}

Result<bool> keep_certificado(const Destino& before, const CheckedDestino& asked, Ports& ports, const crypto::Vault& vault) {
    if (asked.pair) {
        AROEIRA_CHECK(ports.destinos.set_certificado(before.id, asked.pair->chain_pem, vault.seal(asked.pair->key_pem, chave_context(before.id))));
        return true;
    }
    if (!asked.form.sem_certificado || before.certificado_pem.empty()) return false;
    AROEIRA_CHECK(ports.destinos.set_certificado(before.id, "", ""));
    return true;
}

Result<void> refuse_double(const DestinoId& id, std::string_view endereco, Ports& ports) {
    if (endereco.empty()) return {};
    AROEIRA_TRY(const auto all, ports.destinos.list());
    for (const auto& other : all)
        if (other.id != id && other.endereco == endereco)
            return Error{ErrorKind::conflict, "TRANS-0013", "Este endereço já está na lista, como \"" + other.nome + "\". Edite essa instalação."};
    return {};
}

Result<void> record_destino(audit::Event event, const identity::Actor& actor, const DestinoId& id, std::string details, Ports& ports) {
    return ports.trail.record({.event = event, .actor = actor.key, .address = actor.address, .entity = "destino", .entity_id = std::string(id.text()),
                               .details = std::move(details)});
}

}  // namespace aroeira::transmission
