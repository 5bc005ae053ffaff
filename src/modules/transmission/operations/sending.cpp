// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/sending.hpp"

namespace aroeira::transmission {
namespace {

Result<void> record(audit::Event event, const LoteEnviado& lote, Ports& ports) {
    return ports.trail.record({.event = event, .actor = std::string(kSenderKey), .address = "", .entity = "lote_enviado",
                               .entity_id = std::string(lote.id.text()), .municipio = std::string(lote.municipio.text())});
}

}  // namespace

Result<void> Run::save(const LoteEnviado& lote, const std::function<Result<void>(Ports&)>& body) const {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(job.save_cursor(ports.session, "", lote.enviados, lote.tamanho));
        return body(ports);
    });
}

Result<void> Run::save_progress(const LoteEnviado& lote) const {
    return save(lote, [&](Ports& ports) { return ports.envio.save_progress(lote); });
}

Result<void> Run::forget_failures(Ports& ports) const {
    AROEIRA_TRY(const auto now, ports.destinos.find(destino.id));
    const auto& t = now.tentativas;
    if (!t.proxima && !t.agendada && t.falhas == 0 && !t.parado && t.causa.empty()) return {};
    return ports.destinos.set_tentativas(destino.id, {});
}

Result<void> tell(AtoDoLote ato, const LoteEnviado& lote, std::string detalhe, Ports& ports, const Services& services) {
    return ports.lotes.add_to_history(lote.municipio, lote.id,
                                      {.id = services.ids.next(), .ato = ato, .em = services.clock.now(),
                                       .responsavel = std::string(kSenderName), .ator = std::string(kSenderKey), .detalhe = std::move(detalhe)});
}

Result<void> confirm(LoteEnviado& lote, const std::optional<Instant>& ask_next, const Run& run) {
    lote.situacao = SituacaoEnvio::enviado;
    lote.enviar_ja = false;
    lote.enviados = lote.tamanho;
    lote.recusas = 0;
    lote.causa.clear();
    lote.enviado = run.services.clock.now();
    return run.save(lote, [&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.envio.save_progress(lote));
        AROEIRA_CHECK(ports.envio.ask_at(lote, ask_next, 0));
        AROEIRA_CHECK(tell(AtoDoLote::enviado, lote, "", ports, run.services));
        AROEIRA_CHECK(record(audit::Event::lote_enviado, lote, ports));
        return run.forget_failures(ports);
    });
}

Result<void> park(LoteEnviado& lote, std::string causa, const Run& run) {
    lote.situacao = SituacaoEnvio::parado;
    lote.enviar_ja = false;
    lote.causa = std::move(causa);
    return run.save(lote, [&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.envio.save_progress(lote));
        AROEIRA_CHECK(ports.envio.ask_at(lote, std::nullopt, 0));
        AROEIRA_CHECK(tell(AtoDoLote::parado, lote, lote.causa, ports, run.services));
        return record(audit::Event::envio_recusado, lote, ports);
    });
}

}  // namespace aroeira::transmission
