// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/receive_lote.hpp"

#include "modules/fichas/operations/accept_lote.hpp"
#include "platform/crypto/crypto.hpp"

namespace aroeira::fichas {
namespace {

constexpr std::size_t kPartBytes = 1 << 20;

Result<void> keep_parts(FichaStore& store, const LoteRecebido& lote, std::string_view bytes) {
    int number = 0;
    for (std::size_t from = 0; from < bytes.size(); from += kPartBytes)
        AROEIRA_CHECK(store.insert_parte(lote, number++, bytes.substr(from, kPartBytes)));
    return {};
}

}  // namespace

Result<Accepted> receive_lote(const identity::Granted<identity::Permission::fichas_importar>& granted,
                              const Upload& upload, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(upload.municipio));
    const auto& actor = granted.actor();
    LoteRecebido lote{.id = services.ids.make<Lote>(), .municipio = municipio};
    lote.ator = actor.key;
    const auto proven = prove_lote(upload.bytes, services.limits);
    if (!proven) {
        AROEIRA_CHECK(services.unit.write([&](Ports& ports) { return record_refusal(lote, actor.address, proven.error(), ports); }));
        return proven.error();
    }
    lote.arquivo = upload.file_name;
    lote.sha256 = crypto::hex(crypto::sha256(upload.bytes));
    lote.tamanho = static_cast<std::int64_t>(upload.bytes.size());
    lote.responsavel = actor.name;
    lote.entradas = proven->entradas;
    lote.recebido = services.clock.now();
    if (const auto origin = origin_in(proven->comment, municipio)) {
        lote.remetente = origin->remetente;
        lote.numero_remetente = origin->numero;
    }

    auto accepted = services.unit.write([&](Ports& ports) -> Result<Accepted> {
        AROEIRA_CHECK(keep_parts(ports.fichas, lote, upload.bytes));
        AROEIRA_TRY(auto job, accept_lote(lote, actor.address, ports, services.ids, services.clock));
        return Accepted{lote.id, std::move(job)};
    });
    if (accepted) services.wake_jobs();
    return accepted;
}

}  // namespace aroeira::fichas
