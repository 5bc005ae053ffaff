// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/receive_parte.hpp"

#include <charconv>
#include <tuple>

#include "platform/crypto/crypto.hpp"

namespace aroeira::transmission {
namespace {

Error not_the_next(const Chegada& chegada) {
    return {ErrorKind::conflict, "TRANS-0022",
            "Esta parte não é a próxima: estão aqui " + std::to_string(chegada.recebidos) + " bytes. Pergunte onde o lote está e continue dali."};
}

Error impossible(std::string message) {
    return {ErrorKind::invalid_input, "TRANS-0028", std::move(message)};
}

/// Where the part begins and that it may be there. Gives the place.
Result<std::int64_t> place_of(const Parte& parte, const Chegada& chegada, const ArrivalLimits& limits) {
    std::int64_t from = -1;
    const auto read = std::from_chars(parte.from.data(), parte.from.data() + parte.from.size(), from);
    if (read.ec != std::errc() || read.ptr != parte.from.data() + parte.from.size() || from < 0)
        return impossible("O lugar da parte deve ser o número de bytes que vêm antes dela.");
    if (from != chegada.recebidos) return not_the_next(chegada);
    const auto size = static_cast<std::int64_t>(parte.bytes.size());
    const auto left = chegada.anuncio.tamanho - from;
    if (size > left) return impossible("A parte passa do tamanho anunciado do lote.");
    if (size > limits.part_bytes_max) return impossible("A parte passa de " + std::to_string(limits.part_bytes_max) + " bytes.");
    if (size < limits.part_bytes_min && size < left)
        return impossible("A parte é pequena demais: cada uma tem ao menos " + std::to_string(limits.part_bytes_min) + " bytes, menos a última.");
    return from;
}

fichas::ArrivedLote arrived_of(const Chegada& chegada, const identity::Actor& actor) {
    const auto& anuncio = chegada.anuncio;
    return {.id = anuncio.lote, .municipio = anuncio.municipio, .sha256 = anuncio.sha256, .tamanho = anuncio.tamanho,
            .remetente = anuncio.remetente.instalacao, .numero = anuncio.numero, .responsavel = anuncio.remetente.nome,
            .ator = actor.key, .address = actor.address};
}

/// What is wrong with the whole, if anything. Gives how many files it holds.
Result<std::int64_t> prove(const std::string& bytes, const Anuncio& anuncio, ArrivalPorts& ports) {
    if (crypto::hex(crypto::sha256(bytes)) != anuncio.sha256)
        return Error{ErrorKind::invalid_input, "TRANS-0023", "O que chegou não é o lote que foi anunciado: a soma SHA-256 é outra. Envie-o de novo, do começo."};
    return ports.lotes.prove(bytes);
}

/// All parts are here. A refusal is committed too: the parts go, and the trail says so.
Result<std::optional<Error>> complete(const Chegada& chegada, const identity::Actor& actor, Instant now, ArrivalPorts& ports) {
    const auto& [municipio, lote] = std::tie(chegada.anuncio.municipio, chegada.anuncio.lote);
    auto arrived = arrived_of(chegada, actor);
    AROEIRA_TRY(const auto bytes, ports.lotes.read_parts(municipio, lote));
    const auto files = prove(bytes, chegada.anuncio, ports);
    if (files) {
        arrived.entradas = *files;
        AROEIRA_CHECK(ports.lotes.accept(arrived));
        AROEIRA_CHECK(ports.chegadas.confirm(municipio, lote, now));
        return std::optional<Error>();
    }
    AROEIRA_CHECK(ports.lotes.drop_parts(municipio, lote));
    AROEIRA_CHECK(ports.chegadas.remove(municipio, lote));
    AROEIRA_CHECK(ports.lotes.record_refusal(arrived, files.error()));
    return std::optional(files.error());
}

}  // namespace

Result<ChegadaState> receive_parte(const MayReceive& granted, const std::optional<Ibge>& asked, const fichas::LoteId& lote, const Parte& parte,
                                   const ArrivalServices& services) {
    const auto& actor = granted.actor();
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    const auto now = services.clock.now();
    std::optional<Error> refused;
    auto state = services.unit.write([&](ArrivalPorts& ports) -> Result<ChegadaState> {
        refused.reset();
        AROEIRA_TRY(auto chegada, own_chegada(actor, municipio, lote, ports));
        if (chegada.confirmado) return state_of(chegada, ports);
        AROEIRA_TRY(const auto from, place_of(parte, chegada, services.limits));
        const auto size = static_cast<std::int64_t>(parte.bytes.size());
        AROEIRA_TRY(const bool moved, ports.chegadas.advance(municipio, lote, from, size, now));
        if (!moved) return not_the_next(chegada);
        AROEIRA_CHECK(ports.lotes.keep_part(municipio, lote, chegada.partes, parte.bytes));
        chegada.recebidos += size;
        if (chegada.recebidos == chegada.anuncio.tamanho) {
            AROEIRA_TRY(refused, complete(chegada, actor, now, ports));
            if (!refused) chegada.confirmado = now;
        }
        return state_of(chegada, ports);
    });
    if (state && refused) return std::move(*refused);
    if (state && state->situacao == SituacaoChegada::confirmado) services.wake_jobs();
    return state;
}

}  // namespace aroeira::transmission
