// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/destino_form.hpp"

#include "base/text.hpp"
#include "modules/transmission/domain/endereco.hpp"

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

}  // namespace

Result<NewDestino> checked(const NewDestino& form) {
    NewDestino kept = form;
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
    if (kept.janela && kept.janela->from_minutes == kept.janela->until_minutes)
        refusals.add("fim", "O fim é igual ao início.", "Escolha um fim diferente, ou o horário da instalação.");
    AROEIRA_CHECK(refusals.outcome());
    return kept;
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
