// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/ask_for_lotes.hpp"

#include "modules/transmission/operations/job_argument.hpp"

namespace aroeira::transmission {
namespace {

Error already_at_it() {
    return {ErrorKind::conflict, "TRANS-0002", "Os lotes deste município já estão sendo gerados. Espere o trabalho terminar."};
}

}  // namespace

Result<jobs::TrabalhoId> ask_for_lotes(const MayManage& granted, const std::optional<Ibge>& asked, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    const std::string ibge(municipio.text());
    const auto& actor = granted.actor();
    auto job = services.unit.write([&](Ports& ports) -> Result<jobs::TrabalhoId> {
        AROEIRA_CHECK(ports.municipios.require(municipio));
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::geracao_pedida, .actor = actor.key, .address = actor.address,
                                          .entity = "lote_enviado", .municipio = ibge}));
        auto queued = jobs::enqueue(ports.session, services.ids, services.clock,
                                    {.kind = std::string(kGenerateJob), .argument = json::text_of(GenerateArgument{ibge, actor.key}),
                                     .municipio = ibge, .owner = actor.key, .unique_key = ibge});
        if (!queued && queued.error().kind == ErrorKind::conflict) return already_at_it();
        return queued;
    });
    if (job) services.wake_jobs();
    return job;
}

}  // namespace aroeira::transmission
