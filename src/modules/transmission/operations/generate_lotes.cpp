// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/generate_lotes.hpp"

#include <algorithm>
#include <set>

#include "modules/transmission/operations/job_argument.hpp"
#include "modules/transmission/operations/wake_sending.hpp"
#include "platform/crypto/crypto.hpp"

namespace aroeira::transmission {
namespace {

constexpr int kBlock = 5000;         // keys asked for at once
constexpr std::size_t kContents = 500;  // contents in memory at once
constexpr int kTrechos = 50;         // received lotes asked for at once

/// What was made so far. Where to go on is kept with the destinos, and moves in the commit of each lote.
struct Cursor {
    std::int64_t lotes = 0;
    std::int64_t fichas = 0;
    static constexpr auto fields = std::tuple{json::field("lotes", &Cursor::lotes), json::field("fichas", &Cursor::fichas)};
};

/// What was looked at to fill a lote.
struct Walked {
    std::optional<fichas::Parada> last{};     ///< Of the walk over all that is kept.
    bool complete = false;
    std::vector<std::string> done{};         ///< Received lotes.
    std::optional<Trecho> partial{};
    [[nodiscard]] bool anything() const { return last || !done.empty() || partial; }
};

/// The fichas of one lote and its zip.
struct Filled {
    std::vector<Packed> fichas{};
    std::string zip{};
    Walked walked{};
    bool more = false;  ///< Something was not looked at yet.
};

/// Those of `placed` that did not leave to `destino`, in the same order.
Result<std::vector<fichas::FichaNoLote>> not_sent(std::vector<fichas::FichaNoLote> placed, const Ibge& municipio, const DestinoId& destino, Ports& ports) {
    std::vector<fichas::FichaKey> keys;
    for (const auto& one : placed) keys.push_back(one.key);
    AROEIRA_TRY(const auto pending, ports.lotes.not_sent(municipio, destino, keys));
    const std::set<fichas::FichaKey> wanted(pending.begin(), pending.end());
    std::erase_if(placed, [&](const fichas::FichaNoLote& one) { return !wanted.contains(one.key); });
    return placed;
}

/// Adds `pending` until the lote is full. Gives how many were taken.
Result<std::size_t> pack(std::span<const fichas::FichaNoLote> pending, const Ibge& municipio, Ports& ports, LoteWriter& writer) {
    for (std::size_t from = 0; from < pending.size(); from += kContents) {
        std::vector<fichas::FichaKey> keys;
        for (const auto& one : pending.subspan(from, std::min(kContents, pending.size() - from))) keys.push_back(one.key);
        AROEIRA_TRY(const auto contents, ports.fichas.contents_of(municipio, keys));
        for (std::size_t i = 0; i < keys.size(); ++i) {
            AROEIRA_TRY(const bool taken, writer.add(keys[i], contents[i]));
            if (!taken) return from + i;
        }
    }
    return pending.size();
}

/// From everything kept here, as it came in: once per destino.
Result<void> fill_from_all(const Ibge& municipio, const DestinoId& destino, Ports& ports, LoteWriter& writer, Filled& filled) {
    auto& last = *filled.walked.last;
    while (!filled.walked.complete) {
        AROEIRA_TRY(const auto placed, ports.fichas.after(municipio, last, kBlock));
        AROEIRA_TRY(const auto pending, not_sent(placed, municipio, destino, ports));
        AROEIRA_TRY(const auto taken, pack(pending, municipio, ports, writer));
        if (taken < pending.size()) {
            if (taken > 0) last = pending[taken - 1].place();
            break;
        }
        if (!placed.empty()) last = placed.back().place();
        filled.walked.complete = placed.size() < static_cast<std::size_t>(kBlock);
    }
    filled.more = true;  // After all of it, the news.
    return {};
}

/// From one received lote. False when the one that is being made is full.
Result<bool> fill_from(const Trecho& trecho, const Ibge& municipio, const DestinoId& destino, Ports& ports, LoteWriter& writer, Filled& filled) {
    AROEIRA_TRY(auto placed, ports.fichas.of_lote(municipio, trecho.lote, trecho.posicao));
    AROEIRA_TRY(const auto pending, not_sent(std::move(placed), municipio, destino, ports));
    AROEIRA_TRY(const auto taken, pack(pending, municipio, ports, writer));
    if (taken == pending.size()) {
        filled.walked.done.push_back(trecho.lote);
        return true;
    }
    filled.walked.partial = Trecho{trecho.lote, pending[taken].posicao};
    return false;
}

Result<void> fill_from_news(const Ibge& municipio, const DestinoId& destino, Ports& ports, LoteWriter& writer, Filled& filled) {
    std::string after;
    for (;;) {
        AROEIRA_TRY(const auto trechos, ports.percurso.trechos(municipio, destino, after, kTrechos));
        if (trechos.empty()) return {};
        for (const auto& trecho : trechos) {
            AROEIRA_TRY(const bool whole, fill_from(trecho, municipio, destino, ports, writer, filled));
            if (!whole) {
                filled.more = true;
                return {};
            }
        }
        after = trechos.back().lote;
    }
}

Result<Filled> fill(const Ibge& municipio, const DestinoDoLote& destino, Ports& ports, const LoteLimits& limits) {
    Filled filled;
    LoteWriter writer(limits, crypto::sha256_text);
    AROEIRA_TRY(filled.walked.last, ports.percurso.whole_walk(municipio, destino.id));
    AROEIRA_CHECK(filled.walked.last ? fill_from_all(municipio, destino.id, ports, writer, filled)
                                     : fill_from_news(municipio, destino.id, ports, writer, filled));
    filled.fichas = writer.fichas();
    if (!filled.fichas.empty()) {
        AROEIRA_TRY(filled.zip, writer.finish());
    }
    return filled;
}

Result<void> save_walk(const Walked& walked, const Ibge& municipio, const DestinoId& destino, Ports& ports) {
    if (walked.last) return ports.percurso.save_whole_walk(municipio, destino, *walked.last, walked.complete);
    return ports.percurso.save_trechos(municipio, destino, walked.done, walked.partial);
}

/// The lote itself: its number is known only in the transaction that keeps it, and its bytes with it.
Result<void> insert(LoteEnviado lote, const Filled& filled, Ports& ports, const Services& services) {
    AROEIRA_TRY(lote.numero, ports.lotes.next_numero());
    AROEIRA_TRY(const auto card, ports.settings.card());
    const std::string ibge(lote.municipio.text());
    const auto zip = marked(filled.zip, {.lote = std::string(lote.id.text()), .numero = lote.numero, .remetente = std::string(card.id.text()),
                                         .municipio = ibge});
    lote.sha256 = crypto::hex(crypto::sha256(zip));
    lote.tamanho = static_cast<std::int64_t>(zip.size());
    AROEIRA_CHECK(ports.lotes.insert(lote, filled.fichas, zip));
    AROEIRA_CHECK(ports.lotes.add_to_history(lote.municipio, lote.id,
                                             {.id = services.ids.next(), .ato = AtoDoLote::gerado, .em = lote.criado,
                                              .responsavel = lote.responsavel, .ator = lote.ator}));
    return ports.trail.record({.event = audit::Event::lote_gerado, .actor = lote.ator, .address = "", .entity = "lote_enviado",
                               .entity_id = std::string(lote.id.text()), .municipio = ibge});
}

/// The cursor first: a run that lost its lease to another node stops here, before it repeats a ficha.
Result<void> keep(const LoteEnviado& lote, const Filled& filled, const Cursor& next, jobs::Context& job, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(job.save_cursor(ports.session, json::text_of(next), next.fichas, 0));
        if (!filled.fichas.empty()) AROEIRA_CHECK(insert(lote, filled, ports, services));
        return save_walk(filled.walked, lote.municipio, lote.destino.id, ports);
    });
}

/// Every lote of one destino.
Result<void> generate_for(const DestinoDoLote& destino, const Ibge& municipio, const identity::Actor& actor, jobs::Context& job,
                          const Services& services, Cursor& cursor) {
    for (bool more = true; more && !job.should_stop();) {
        job.progress("Gerando lotes", cursor.fichas, 0);
        AROEIRA_TRY(const auto filled, services.unit.read([&](Ports& ports) { return fill(municipio, destino, ports, services.limits); }));
        more = filled.more;
        if (!filled.walked.anything()) continue;
        LoteEnviado lote{.id = services.ids.make<LoteEnviado>(), .municipio = municipio, .destino = destino};
        lote.fichas = static_cast<std::int64_t>(filled.fichas.size());
        lote.criado = services.clock.now();
        lote.responsavel = actor.name;
        lote.ator = actor.key;
        Cursor next{cursor.lotes + (filled.fichas.empty() ? 0 : 1), cursor.fichas + lote.fichas};
        AROEIRA_CHECK(keep(lote, filled, next, job, services));
        cursor = next;
    }
    return {};
}

/// Who is to get lotes, with the news given to each.
Result<std::vector<DestinoDoLote>> prepare(const Ibge& municipio, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<std::vector<DestinoDoLote>> {
        AROEIRA_TRY(auto destinos, ports.lotes.destinos());
        AROEIRA_TRY(const auto news, ports.fichas.take_news(municipio));
        AROEIRA_CHECK(ports.percurso.distribute(municipio, news, destinos));
        return destinos;
    });
}

}  // namespace

Result<std::string> generate_lotes(jobs::Context& job, const Services& services) {
    AROEIRA_TRY(const auto argument, json::parse<GenerateArgument>(job.argument()));
    AROEIRA_TRY(const auto municipio, Ibge::parse(argument.municipio));
    AROEIRA_TRY(const auto granted, services.resume(argument.ator, municipio));
    Cursor cursor;
    if (!job.cursor().empty()) {
        AROEIRA_TRY(cursor, json::parse<Cursor>(job.cursor()));
    }
    AROEIRA_TRY(const auto destinos, prepare(municipio, services));
    for (const auto& destino : destinos) AROEIRA_CHECK(generate_for(destino, municipio, granted.actor(), job, services, cursor));
    if (cursor.lotes > 0) AROEIRA_CHECK(wake_sending(destinos, services));
    return json::text_of(cursor);
}

}  // namespace aroeira::transmission
