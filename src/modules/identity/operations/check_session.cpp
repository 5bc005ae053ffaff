// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/check_session.hpp"

#include "modules/identity/operations/second_factor.hpp"

namespace aroeira::identity {
namespace {

Error not_inside() { return {ErrorKind::unauthenticated, "ACESSO-0001", "Entre com CPF e senha para continuar."}; }

Error over(Ending why) {
    return {ErrorKind::unauthenticated, "ACESSO-0001",
            why == Ending::idle ? "Sua sessão terminou por inatividade. Entre novamente."
                                : "Sua sessão chegou ao tempo máximo. Entre novamente."};
}

/// A token nobody has: an old tab, or somebody guessing. The refusal does not depend on the row.
void record_unknown(const Presented& presented, const Services& services) {
    const auto omitted = services.meter.admit(services.clock.now());
    if (!omitted) return;
    static_cast<void>(services.unit.write([&](Ports& ports) {
        return ports.trail.record({.event = audit::Event::acesso_negado, .actor = "", .address = std::string(presented.address),
                                   .entity = "sessao", .entity_id = "",
                                   .details = R"({"motivo":"sessao_desconhecida","omitidas":)" + std::to_string(*omitted) + "}"});
    }));
}

/// Ends a session that is over. Of several requests that notice, one writes the row.
Result<void> end_expired(const Sessao& sessao, Ending why, const Presented& presented, const Services& services) {
    services.seen.forget(sessao.token_hash);
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const bool mine, ports.sessoes.remove(sessao.token_hash));
        if (!mine) return {};
        audit::Entry entry{.event = audit::Event::sessao_expirada, .actor = sessao.key(), .address = std::string(presented.address),
                           .entity = "sessao", .entity_id = sessao.key(),
                           .details = why == Ending::idle ? R"({"motivo":"inatividade"})" : R"({"motivo":"tempo_maximo"})"};
        if (sessao.acesso && sessao.acesso->municipio) entry.municipio = std::string(sessao.acesso->municipio->text());
        return ports.trail.record(entry);
    });
}

}  // namespace

Result<Sessao> check_session(const Presented& presented, const Services& services) {
    if (presented.token.empty()) return not_inside();
    const std::string token_hash = hash_of_token(presented.token);
    AROEIRA_TRY(auto found, services.unit.read([&](Ports& ports) -> Result<std::optional<Sessao>> {
        AROEIRA_TRY(auto sessao, ports.sessoes.find(token_hash));
        if (sessao && sessao->acesso) {
            AROEIRA_TRY(sessao->permissoes, permissions_of(sessao->acesso->described, ports.perfis, services.perfis));
            AROEIRA_TRY(sessao->falta_segundo_fator, lacks_second_factor(*sessao, ports));
        }
        return sessao;
    }));
    if (!found || !found->ativo) {
        record_unknown(presented, services);
        return not_inside();
    }
    const Instant now = services.clock.now();
    const auto ending = ending_of(*found, services.seen.latest(token_hash, found->vista), now);
    if (ending != Ending::none) {
        AROEIRA_CHECK(end_expired(*found, ending, presented, services));
        return over(ending);
    }
    services.seen.note(token_hash, now);
    return std::move(*found);
}

Result<Sessao> check_session_and_csrf(const Presented& presented, const Services& services) {
    AROEIRA_TRY(auto sessao, check_session(presented, services));
    if (!presented.writes || sessao.credencial || same_secret(presented.csrf, sessao.csrf)) return sessao;
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) {
        return ports.trail.record({.event = audit::Event::acesso_negado, .actor = sessao.key(),
                                   .address = std::string(presented.address), .entity = "sessao", .entity_id = sessao.key(),
                                   .details = R"({"motivo":"csrf"})"});
    }));
    return Error{ErrorKind::forbidden, "ACESSO-0003",
                 "O pedido não veio desta tela. Recarregue a página e tente de novo; nada foi alterado."};
}

Error half_inside() { return {ErrorKind::forbidden, "ACESSO-0009", "Digite o código do segundo fator para continuar."}; }

Result<void> write_seen(const Services& services, SeenBook::Due which) {
    const Instant now = services.clock.now();
    const auto entries = services.seen.due(now, which);
    if (!entries.empty()) {
        AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
            for (const auto& entry : entries) AROEIRA_CHECK(ports.sessoes.set_seen(entry.token_hash, entry.at));
            return {};
        }));
    }
    services.seen.written(entries, now);
    return {};
}

}  // namespace aroeira::identity
