// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/mark_for_sending.hpp"

#include "modules/transmission/operations/wake_sending.hpp"

namespace aroeira::transmission {
namespace {

Error sent_already() {
    return {ErrorKind::conflict, "TRANS-0030", "Este lote já foi enviado. Veja nas suas fichas o que o destino respondeu."};
}

Error not_online() {
    return {ErrorKind::conflict, "TRANS-0031",
            "O destino deste lote não recebe pela rede agora. Na Configuração, ative-o e informe o endereço, o usuário e a senha; ou use «Salvar em Arquivo»."};
}

/// Marked, and no longer parado.
Result<LoteEnviado> marked_lote(LoteEnviado lote, Ports& ports) {
    if (!waits_to_be_sent(lote.situacao) && lote.situacao != SituacaoEnvio::parado) return sent_already();
    AROEIRA_TRY(const auto destino, ports.destinos.find(lote.destino.id));
    if (!lote.destino.online || !destino.can_enter()) return not_online();
    if (lote.situacao == SituacaoEnvio::parado) {
        lote.situacao = SituacaoEnvio::gerado;
        lote.enviados = 0;
    }
    lote.enviar_ja = true;
    lote.recusas = 0;
    lote.causa.clear();
    lote.destino.tentativas = {};
    return lote;
}

}  // namespace

Result<LoteEnviado> mark_for_sending(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoId& id,
                                     const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    const auto& actor = granted.actor();
    auto marked = services.unit.write([&](Ports& ports) -> Result<LoteEnviado> {
        AROEIRA_TRY(auto found, ports.lotes.find(municipio, id));
        AROEIRA_TRY(auto lote, marked_lote(std::move(found), ports));
        AROEIRA_CHECK(ports.envio.save_progress(lote));
        AROEIRA_CHECK(ports.destinos.set_tentativas(lote.destino.id, {}));
        AROEIRA_CHECK(ports.lotes.add_to_history(municipio, id, {.id = services.ids.next(), .ato = AtoDoLote::marcado,
                                                                 .em = services.clock.now(), .responsavel = actor.name, .ator = actor.key}));
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::lote_marcado, .actor = actor.key, .address = actor.address,
                                          .entity = "lote_enviado", .entity_id = std::string(id.text()),
                                          .municipio = std::string(municipio.text())}));
        AROEIRA_CHECK(wake_sending(lote.destino.id, ports, services));
        return lote;
    });
    if (marked) services.wake_jobs();
    return marked;
}

}  // namespace aroeira::transmission
