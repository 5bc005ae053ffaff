// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/download_lote.hpp"

#include "platform/crypto/crypto.hpp"

namespace aroeira::transmission {
namespace {

Error altered() {
    return {ErrorKind::internal, "TRANS-0004",
            "O arquivo guardado deste lote não é mais o que foi gerado. Não o envie; restaure a cópia de segurança do banco de dados."};
}

}  // namespace

Result<LoteFile> download_lote(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoId& id, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    const auto& actor = granted.actor();
    return services.unit.write([&](Ports& ports) -> Result<LoteFile> {
        AROEIRA_TRY(const auto lote, ports.lotes.find(municipio, id));
        AROEIRA_TRY(auto zip, ports.lotes.read_zip(municipio, id));
        if (crypto::hex(crypto::sha256(zip)) != lote.sha256) return altered();
        // One that is on its way, or there, does not go back.
        if (lote.situacao == SituacaoEnvio::gerado) AROEIRA_CHECK(ports.lotes.set_situacao(municipio, id, SituacaoEnvio::salvo));
        AROEIRA_CHECK(ports.lotes.add_to_history(municipio, id, {.id = services.ids.next(), .ato = AtoDoLote::salvo, .em = services.clock.now(),
                                                                 .responsavel = actor.name, .ator = actor.key}));
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::lote_salvo, .actor = actor.key, .address = actor.address,
                                          .entity = "lote_enviado", .entity_id = std::string(id.text()),
                                          .municipio = std::string(municipio.text())}));
        return LoteFile{file_name_of(lote), std::move(zip)};
    });
}

}  // namespace aroeira::transmission
