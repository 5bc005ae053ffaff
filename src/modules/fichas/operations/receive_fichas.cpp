// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/receive_fichas.hpp"

#include "modules/fichas/api/ficha.hpp"
#include "modules/fichas/operations/evaluate.hpp"
#include "modules/fichas/operations/hours.hpp"
#include "modules/fichas/operations/receive_lote.hpp"

namespace aroeira::fichas {
namespace {

/// The município a credential without one of its own writes to: that of the first readable ficha.
std::optional<Ibge> municipio_of(std::span<const OnlineItem> items) {
    Arena arena;
    for (const auto& item : items) {
        arena.rewind();
        const auto reading = read_file(item.name, item.bytes, arena);
        if (!reading) continue;
        if (auto ibge = Ibge::parse(reading.ficha.ibge())) return *ibge;
    }
    return std::nullopt;
}

std::vector<FichaAvaliada> evaluate_all(std::span<const OnlineItem> items, Evaluator& evaluator) {
    std::vector<FichaAvaliada> fichas(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) evaluator.evaluate(items[i].name, items[i].bytes, fichas[i]);
    return fichas;
}

/// The sender's lote of this day, made when it is the first time.
Result<LoteRecebido> lote_of_today(const identity::Actor& actor, const Ibge& municipio, Instant now, int offset, Ports& ports,
                             IdSource& ids) {
    const auto zone = std::chrono::minutes(offset);
    const auto midnight = std::chrono::floor<std::chrono::days>(now + zone) - zone;
    AROEIRA_TRY(const auto open, ports.fichas.find_online(municipio, actor.key,
                                                          std::chrono::floor<std::chrono::milliseconds>(midnight)));
    if (open) return *open;
    LoteRecebido lote{.id = ids.make<Lote>(), .municipio = municipio, .canal = Canal::online};
    lote.arquivo = "Online";
    lote.responsavel = actor.name;
    lote.ator = actor.key;
    lote.situacao = SituacaoLote::processado;
    lote.recebido = now;
    AROEIRA_CHECK(ports.fichas.insert_lote(lote));
    AROEIRA_CHECK(ports.trail.record({.event = audit::Event::lote_recebido, .actor = actor.key, .address = actor.address,
                                      .entity = "lote_recebido", .entity_id = std::string(lote.id.text()),
                                      .municipio = std::string(municipio.text())}));
    return lote;
}

ItemVerdict verdict_of(FichaAvaliada& ficha) {
    ItemVerdict verdict;
    verdict.uuid = std::move(ficha.uuid);
    verdict.situacao = ficha.situacao;
    verdict.achados = std::move(ficha.achados);
    verdict.regra = std::move(ficha.regra);
    verdict.motivo = std::move(ficha.motivo);
    return verdict;
}

/// The verdicts of all, and the commit of those that can be read. Errors: also kOldEdition.
Result<std::vector<ItemVerdict>> keep_all(const identity::Actor& actor, const Ibge& municipio, std::span<const OnlineItem> items,
                                          const Services& services) {
    AROEIRA_TRY(auto evaluator, services.evaluator(municipio));
    auto evaluated = evaluate_all(items, *evaluator);

    std::vector<FichaAvaliada> readable;
    std::vector<std::size_t> place;
    for (std::size_t i = 0; i < evaluated.size(); ++i) {
        if (evaluated[i].situacao == Situacao::ilegivel) continue;
        readable.push_back(evaluated[i]);
        place.push_back(i);
    }
    std::vector<bool> kept;
    if (!readable.empty()) {
        const Instant now = services.clock.now();
        AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
            AROEIRA_TRY(const auto offset, ports.installation.utc_offset_minutes(municipio));
            AROEIRA_CHECK(check_edition(*evaluator, municipio, ports));
            AROEIRA_TRY(const auto lote, lote_of_today(actor, municipio, now, offset, ports, services.ids));
            for (std::size_t i = 0; i < readable.size(); ++i)
                readable[i].posicao = lote.contagem.recebidas + static_cast<std::int64_t>(i);
            AROEIRA_TRY(const auto count, ports.fichas.keep(municipio, lote.id, {now, local_month(now, offset)}, readable, &kept));
            return ports.fichas.update_lote(municipio, lote.id, SituacaoLote::processado, count, readable.front().numero_lote,
                                            now, "");
        }));
    }
    std::vector<ItemVerdict> verdicts;
    verdicts.reserve(evaluated.size());
    for (auto& ficha : evaluated) verdicts.push_back(verdict_of(ficha));
    for (std::size_t i = 0; i < place.size(); ++i) verdicts[place[i]].repetida = !kept[i];
    return verdicts;
}

}  // namespace

Result<std::vector<ItemVerdict>> receive_fichas(const identity::Granted<identity::Permission::fichas_receber>& granted,
                                                std::span<const OnlineItem> items, const Services& services) {
    std::optional<Ibge> asked;
    if (!granted.actor().municipio) asked = municipio_of(items);
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    auto verdicts = keep_all(granted.actor(), municipio, items, services);
    while (!verdicts && verdicts.error().code == kOldEdition) verdicts = keep_all(granted.actor(), municipio, items, services);
    return verdicts;
}

}  // namespace aroeira::fichas
