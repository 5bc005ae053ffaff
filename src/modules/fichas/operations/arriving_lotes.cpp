// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/arriving_lotes.hpp"

#include "modules/fichas/operations/accept_lote.hpp"

namespace aroeira::fichas {
namespace {

LoteRecebido received_of(const ArrivedLote& arrived, Instant now) {
    LoteRecebido lote{.id = arrived.id, .municipio = arrived.municipio, .canal = Canal::online};
    lote.arquivo = "Online";
    lote.sha256 = arrived.sha256;
    lote.tamanho = arrived.tamanho;
    lote.responsavel = arrived.responsavel;
    lote.ator = arrived.ator;
    lote.remetente = arrived.remetente;
    lote.numero_remetente = arrived.numero;
    lote.entradas = arrived.entradas;
    lote.recebido = now;
    return lote;
}

}  // namespace

Result<void> LotesInParts::keep_part(const Ibge& municipio, const LoteId& lote, std::int64_t part, std::string_view bytes) {
    return ports_.fichas.insert_parte({.id = lote, .municipio = municipio}, static_cast<int>(part), bytes);
}

Result<std::string> LotesInParts::read_parts(const Ibge& municipio, const LoteId& lote) { return ports_.fichas.read_partes(municipio, lote); }

Result<void> LotesInParts::drop_parts(const Ibge& municipio, const LoteId& lote) { return ports_.fichas.delete_partes(municipio, lote); }

Result<std::int64_t> LotesInParts::prove(std::string_view bytes) {
    if (!bytes.starts_with("PK"))
        return Error{ErrorKind::invalid_input, "RECEB-0014", "Um lote enviado pela rede deve ser um arquivo .zip. Confira o que o sistema de origem gerou."};
    AROEIRA_TRY(const auto proven, prove_lote(bytes, needs_.limits));
    return proven.entradas;
}

Result<void> LotesInParts::accept(const ArrivedLote& lote) {
    AROEIRA_CHECK(accept_lote(received_of(lote, needs_.clock.now()), lote.address, ports_, needs_.ids, needs_.clock));
    return {};
}

Result<void> LotesInParts::record_refusal(const ArrivedLote& lote, const Error& why) {
    return fichas::record_refusal(received_of(lote, needs_.clock.now()), lote.address, why, ports_);
}

Result<std::optional<AcceptedLote>> LotesInParts::find(const Ibge& municipio, const LoteId& lote) {
    auto found = ports_.fichas.find_lote(municipio, lote);
    if (!found && found.error().kind == ErrorKind::not_found) return std::optional<AcceptedLote>();
    if (!found) return std::move(found).error();
    return std::optional(AcceptedLote{found->situacao, found->mensagem, found->contagem});
}

}  // namespace aroeira::fichas
