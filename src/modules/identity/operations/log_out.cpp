// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/log_out.hpp"

namespace aroeira::identity {

Result<void> log_out(const Sessao& sessao, std::string_view address, const Services& services) {
    services.seen.forget(sessao.token_hash);
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const bool mine, ports.sessoes.remove(sessao.token_hash));
        if (!mine) return {};
        audit::Entry entry{.event = audit::Event::logout, .actor = sessao.key(), .address = std::string(address),
                           .entity = "sessao", .entity_id = sessao.key()};
        if (sessao.acesso && sessao.acesso->municipio) entry.municipio = std::string(sessao.acesso->municipio->text());
        return ports.trail.record(entry);
    });
}

}  // namespace aroeira::identity
