// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/add_destino.hpp"

#include "modules/transmission/operations/enter_destino.hpp"
#include "platform/json/json.hpp"

namespace aroeira::transmission {
namespace {

/// What the trail says of a new destino.
struct Added {
    std::string nome{};
    std::string endereco{};
    std::string protocolo{};
    static constexpr auto fields = std::tuple{json::field("nome", &Added::nome), json::field("endereco", &Added::endereco), json::field("protocolo", &Added::protocolo)};
};

}  // namespace

Result<Destino> add_destino(const MayManage& granted, const NewDestino& form, const Services& services) {
    AROEIRA_TRY(auto all, checked(form, nullptr, services.clock.now()));
    auto& asked = all.form;
    Destino destino{.id = services.ids.make<Destino>(), .nome = std::move(asked.nome)};
    destino.endereco = std::move(asked.endereco);
    destino.protocolo = asked.protocolo;
    destino.usuario = std::move(asked.usuario);
    destino.ca_pem = std::move(asked.ca_pem);
    destino.janela = asked.janela;
    const auto sealed = asked.senha.empty() ? std::string() : services.vault.seal(asked.senha, senha_context(destino.id));
    return services.unit.write([&](Ports& ports) -> Result<Destino> {
        AROEIRA_CHECK(refuse_double(destino.id, destino.endereco, ports));
        AROEIRA_CHECK(ports.destinos.insert(destino));
        AROEIRA_CHECK(ports.destinos.set_senha(destino.id, sealed));
        AROEIRA_CHECK(keep_certificado(destino, all, ports, services.vault));
        AROEIRA_CHECK(record_destino(audit::Event::destino_adicionado, granted.actor(), destino.id,
                                     json::text_of(Added{destino.nome, destino.endereco, std::string(name_of(destino.protocolo))}), ports));
        return ports.destinos.find(destino.id);
    });
}

}  // namespace aroeira::transmission
