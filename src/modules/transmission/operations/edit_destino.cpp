// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/edit_destino.hpp"

#include "modules/transmission/domain/endereco.hpp"
#include "modules/transmission/operations/enter_destino.hpp"
#include "modules/transmission/operations/wake_sending.hpp"

namespace aroeira::transmission {
namespace {

/// Names of what changed, for the trail: never the values of secrets.
std::vector<std::string_view> changes_of(const Destino& before, const Destino& after, bool new_senha, bool other_certificado) {
    std::vector<std::string_view> changed;
    if (before.nome != after.nome) changed.push_back("nome");
    if (before.endereco != after.endereco) changed.push_back("endereco");
    if (before.protocolo != after.protocolo) changed.push_back("protocolo");
    if (before.usuario != after.usuario) changed.push_back("usuario");
    if (new_senha) changed.push_back("senha");
    if (other_certificado) changed.push_back("certificado");
    if (before.ca_pem != after.ca_pem) changed.push_back("autoridade");
    if (before.janela != after.janela) changed.push_back("janela");
    return changed;
}

std::string words_of(const std::vector<std::string_view>& changed) {
    std::string text = R"({"campos":[)";
    for (const auto name : changed) text += (text.ends_with('[') ? "\"" : ",\"") + std::string(name) + "\"";
    return text + "]}";
}

Error laid_there() {
    return {ErrorKind::conflict, "TRANS-0011",
            "O nome e o endereço desta instalação são dados na configuração do servidor e não mudam aqui. Mude os outros campos."};
}

Error of_another_server() {
    return {ErrorKind::invalid_input, "TRANS-0012", "Os dados da instalação têm campos a corrigir.",
            {{"TRANS-0012", "senha", "A senha guardada é de outro servidor.", "Informe a senha que vale no novo endereço."}}};
}

}  // namespace

Result<Destino> edit_destino(const MayManage& granted, const DestinoId& id, const NewDestino& form, const Services& services) {
    auto edited = services.unit.write([&](Ports& ports) -> Result<Destino> {
        AROEIRA_TRY(const auto before, ports.destinos.find(id));
        AROEIRA_TRY(const auto all, checked(form, &before, services.clock.now()));
        const auto& asked = all.form;
        Destino after = before;
        after.nome = asked.nome;
        after.endereco = asked.endereco;
        after.protocolo = asked.protocolo;
        after.usuario = asked.usuario;
        after.ca_pem = asked.ca_pem;
        after.janela = asked.janela;
        if (before.origem != OrigemDestino::adicionado && (after.nome != before.nome || after.endereco != before.endereco)) return laid_there();
        if (before.tem_senha && asked.senha.empty() && origin_of(before.endereco) != origin_of(after.endereco)) return of_another_server();
        AROEIRA_CHECK(refuse_double(id, after.endereco, ports));
        AROEIRA_TRY(const bool certified, keep_certificado(before, all, ports, services.vault));
        const auto changed = changes_of(before, after, !asked.senha.empty(), certified);
        if (changed.empty()) return before;
        AROEIRA_CHECK(ports.destinos.update(after));
        if (!asked.senha.empty()) AROEIRA_CHECK(ports.destinos.set_senha(id, services.vault.seal(asked.senha, senha_context(id))));
        AROEIRA_CHECK(ports.destinos.set_conexao(id, {}));
        AROEIRA_CHECK(ports.destinos.set_tentativas(id, {}));
        if (after.ativo && !after.endereco.empty()) AROEIRA_CHECK(wake_sending(id, ports, services));
        AROEIRA_CHECK(record_destino(audit::Event::destino_alterado, granted.actor(), id, words_of(changed), ports));
        return ports.destinos.find(id);
    });
    services.wake_jobs();
    return edited;
}

}  // namespace aroeira::transmission
