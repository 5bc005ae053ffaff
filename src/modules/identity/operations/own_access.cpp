// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/own_access.hpp"

#include "modules/identity/domain/termo.hpp"

namespace aroeira::identity {

Result<void> note_entrada(const UsuarioId& usuario, std::string_view resultado, std::string_view address, Ports& ports, const Services& services) {
    return ports.entradas.add(usuario, services.ids.make<Entrada>().text(), {services.clock.now(), std::string(resultado), std::string(address)});
}

Result<EntradaPage> own_entradas(const Sessao& sessao, std::int64_t page, const Services& services) {
    return services.unit.read([&](Ports& ports) { return ports.entradas.list(*sessao.usuario, services.clock.now() - kEntradasKept, page); });
}

Result<std::vector<OpenSession>> own_sessions(const Sessao& sessao, const Services& services) {
    AROEIRA_TRY(auto all, services.unit.read([&](Ports& ports) { return ports.sessoes.list(*sessao.usuario); }));
    const Instant now = services.clock.now();
    std::vector<OpenSession> open;
    for (auto& one : all) {
        one.vista = services.seen.latest(one.token_hash, one.vista);
        if (ending_of(one, one.vista, now) != Ending::none) continue;
        const bool current = one.token_hash == sessao.token_hash;
        open.push_back({hash_of_token(one.token_hash), std::move(one), current});
    }
    return open;
}

Result<void> end_own_session(const Sessao& sessao, std::string_view id, std::string_view address, const Services& services) {
    std::string ended;
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto all, ports.sessoes.list(*sessao.usuario));
        for (const auto& one : all) {
            if (hash_of_token(one.token_hash) != id) continue;
            ended = one.token_hash;
            AROEIRA_CHECK(ports.sessoes.remove(one.token_hash));
            return ports.trail.record({.event = audit::Event::sessao_encerrada, .actor = sessao.key(), .address = std::string(address),
                                       .entity = "sessao", .entity_id = sessao.key()});
        }
        return Error{ErrorKind::not_found, "ACESSO-0120", "Esta sessão já terminou. Atualize a lista."};
    }));
    services.seen.forget(ended);
    return {};
}

Result<void> accept_termo(const Sessao& sessao, std::int64_t versao, std::string_view address, const Services& services) {
    if (versao != kTermoVersao)
        return Error{ErrorKind::conflict, "ACESSO-0121", "Os termos de uso mudaram. Recarregue a página e leia o texto atual."};
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const bool first, ports.usuarios.accept_termo(*sessao.usuario, versao));
        if (!first) return {};
        return ports.trail.record({.event = audit::Event::termo_aceito, .actor = sessao.key(), .address = std::string(address),
                                   .entity = "usuario", .entity_id = sessao.key(),
                                   .details = R"({"versao":)" + std::to_string(versao) + "}"});
    });
}

}  // namespace aroeira::identity
