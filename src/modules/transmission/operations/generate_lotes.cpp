// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/generate_lotes.hpp"

#include "modules/transmission/operations/job_argument.hpp"
#include "platform/crypto/crypto.hpp"

namespace aroeira::transmission {
namespace {

constexpr int kBlock = 5000;  // keys asked for at once

/// How far the job came.
struct Cursor {
    std::string destino{};
    std::string uuid{};  ///< The last ficha looked at for this destino.
    std::int64_t lotes = 0;
    std::int64_t fichas = 0;
    static constexpr auto fields = std::tuple{json::field("destino", &Cursor::destino), json::field("uuid", &Cursor::uuid),
                                              json::field("lotes", &Cursor::lotes), json::field("fichas", &Cursor::fichas)};
};

/// What the screen of the trabalho is told.
struct Generated {
    std::int64_t lotes = 0;
    std::int64_t fichas = 0;
    static constexpr auto fields = std::tuple{json::field("lotes", &Generated::lotes), json::field("fichas", &Generated::fichas)};
};

/// The fichas of one lote and its zip.
struct Filled {
    std::vector<fichas::FichaKey> fichas{};
    std::string zip{};
    std::string last{};  ///< Where the next lote begins to look.
    bool more = false;   ///< The lote was full before the fichas ended.
};

/// Adds `keys` until the lote is full.
Result<void> pack(const std::vector<fichas::FichaKey>& keys, const Ibge& municipio, Ports& ports, LoteWriter& writer, Filled& filled) {
    for (const auto& key : keys) {
        AROEIRA_TRY(const auto content, ports.fichas.content_of(municipio, key));
        AROEIRA_TRY(const bool taken, writer.add(key, content));
        if (!taken) {
            filled.more = true;
            return {};
        }
        filled.last = key.uuid;
    }
    return {};
}

Result<Filled> fill(const Ibge& municipio, const DestinoDoLote& destino, std::string_view after, Ports& ports, const LoteLimits& limits) {
    Filled filled{.last = std::string(after)};
    LoteWriter writer(limits);
    for (bool ended = false; !ended && !filled.more;) {
        AROEIRA_TRY(const auto keys, ports.fichas.after(municipio, filled.last, kBlock));
        AROEIRA_TRY(const auto pending, ports.lotes.not_sent(municipio, destino.id, keys));
        AROEIRA_CHECK(pack(pending, municipio, ports, writer, filled));
        ended = keys.size() < static_cast<std::size_t>(kBlock);
        if (!filled.more && !keys.empty()) filled.last = keys.back().uuid;
    }
    filled.fichas = writer.fichas();
    AROEIRA_TRY(filled.zip, writer.finish());
    return filled;
}

LoteEnviado lote_of(const Filled& filled, const Ibge& municipio, const DestinoDoLote& destino, const identity::Actor& actor, const Services& services) {
    LoteEnviado lote{.id = services.ids.make<LoteEnviado>(), .municipio = municipio, .destino = destino};
    lote.fichas = static_cast<std::int64_t>(filled.fichas.size());
    lote.sha256 = crypto::hex(crypto::sha256(filled.zip));
    lote.tamanho = static_cast<std::int64_t>(filled.zip.size());
    lote.criado = services.clock.now();
    lote.responsavel = actor.name;
    lote.ator = actor.key;
    return lote;
}

/// The cursor first: a run that lost its lease to another node stops here, before it repeats a ficha.
Result<void> keep(LoteEnviado lote, const Filled& filled, const Cursor& next, jobs::Context& job, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(job.save_cursor(ports.session, json::text_of(next), next.fichas, 0));
        AROEIRA_TRY(lote.numero, ports.lotes.next_numero());
        AROEIRA_CHECK(ports.lotes.insert(lote, filled.fichas, filled.zip));
        AROEIRA_CHECK(ports.lotes.add_to_history(lote.municipio, lote.id,
                                                 {services.ids.next(), AtoDoLote::gerado, lote.criado, lote.responsavel, lote.ator}));
        return ports.trail.record({.event = audit::Event::lote_gerado, .actor = lote.ator, .address = "", .entity = "lote_enviado",
                                   .entity_id = std::string(lote.id.text()), .municipio = std::string(lote.municipio.text())});
    });
}

/// Every lote of one destino, from where the cursor stands.
Result<void> generate_for(const DestinoDoLote& destino, const Ibge& municipio, const identity::Actor& actor, jobs::Context& job,
                          const Services& services, Cursor& cursor) {
    for (bool more = true; more && !job.should_stop();) {
        job.progress("Gerando lotes", cursor.fichas, 0);
        AROEIRA_TRY(const auto filled, services.unit.read([&](Ports& ports) {
            return fill(municipio, destino, cursor.uuid, ports, services.limits);
        }));
        more = filled.more;
        if (filled.fichas.empty()) continue;
        Cursor next = cursor;
        next.uuid = filled.last;
        ++next.lotes;
        next.fichas += static_cast<std::int64_t>(filled.fichas.size());
        AROEIRA_CHECK(keep(lote_of(filled, municipio, destino, actor, services), filled, next, job, services));
        cursor = std::move(next);
    }
    return {};
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
    AROEIRA_TRY(const auto destinos, services.unit.read([](Ports& ports) { return ports.lotes.destinos(); }));
    for (const auto& destino : destinos) {
        if (destino.id.text() < cursor.destino) continue;
        if (destino.id.text() != cursor.destino) cursor = {std::string(destino.id.text()), "", cursor.lotes, cursor.fichas};
        AROEIRA_CHECK(generate_for(destino, municipio, granted.actor(), job, services, cursor));
    }
    return json::text_of(Generated{cursor.lotes, cursor.fichas});
}

}  // namespace aroeira::transmission
