// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/module.hpp"
#include "modules/fichas/store/sql_ficha_verdicts.hpp"
#include "modules/fichas/tests/world.hpp"
#include "modules/instalacoes/module.hpp"
#include "modules/transmission/operations/receive_chegada.hpp"
#include "modules/transmission/operations/receive_parte.hpp"
#include "modules/transmission/operations/tell_vereditos.hpp"
#include "modules/transmission/store/sql_agenda_store.hpp"
#include "modules/transmission/store/sql_chegada_store.hpp"
#include "platform/crypto/crypto.hpp"

/// Receiving over the network, on a real database, beside the recebimento it hands lotes to.
namespace aroeira::transmission::testing {

using fichas::testing::aracaju;
using fichas::testing::code_of_failure;
using fichas::testing::Visita;
using fichas::testing::zip_of;

/// A lote another installation has and sends.
struct SentLote {
    Anuncio anuncio;
    std::string bytes;
};

class ArrivalWorld {
public:
    explicit ArrivalWorld(db::Database& database) : received(database), database_(database) {
        test::must(database.write([](db::Session& session) -> Result<void> {
            instalacoes::SqlMunicipioStore municipios(session);
            AROEIRA_CHECK(municipios.activate({aracaju(), "Aracaju", "SE", "America/Maceio", -180}));
            instalacoes::SqlSettingsStore settings(session);
            return settings.put_first(instalacoes::keys::kInstallationId, "01900000-0000-7000-8000-0000000000aa");
        }));
    }

    MayReceive posto(const std::string& key = "posto", const std::optional<Ibge>& municipio = std::nullopt) {
        return received.gate.as<identity::Permission::fichas_receber>({.kind = identity::Actor::Kind::credencial, .key = key, .name = "Posto " + key,
                                                                       .municipio = municipio, .address = "10.0.0.7"});
    }
    SentLote lote(std::int64_t numero, std::string bytes) {
        Anuncio anuncio{.lote = received.ids.make<fichas::Lote>(), .municipio = aracaju()};
        anuncio.numero = numero;
        anuncio.fichas = 1;
        anuncio.tamanho = static_cast<std::int64_t>(bytes.size());
        anuncio.sha256 = crypto::hex(crypto::sha256(bytes));
        anuncio.remetente = {"01990000-0000-7000-8000-00000000000a", "UBS Sol", "prontuario", "1.0.0"};
        return {std::move(anuncio), std::move(bytes)};
    }
    SentLote lote(std::int64_t numero, const std::vector<Visita>& visits) { return lote(numero, zip_of(visits)); }

    Result<AnuncioAnswer> announce(const SentLote& sent, const std::string& key = "posto") {
        return receive_chegada(posto(key), sent.anuncio, services);
    }
    Result<ChegadaState> part(const SentLote& sent, std::size_t from, std::size_t size, const std::string& key = "posto") {
        const auto place = std::to_string(from);
        return receive_parte(posto(key), aracaju(), sent.anuncio.lote, {place, std::string_view(sent.bytes).substr(from, size)}, services);
    }
    /// All of it, announced and in parts of `size`.
    ChegadaState deliver(const SentLote& sent, std::size_t size = std::size_t{1} << 20) {
        auto state = test::must(announce(sent)).chegada.value();
        while (state.situacao == SituacaoChegada::recebendo) state = test::must(part(sent, static_cast<std::size_t>(state.recebidos), size));
        return state;
    }
    Result<ChegadaState> ask(const SentLote& sent, const std::string& key = "posto") {
        return find_chegada(posto(key), aracaju(), sent.anuncio.lote, services);
    }
    void set_kind(instalacoes::TipoInstalacao tipo) {
        test::must(database_.write([&](db::Session& session) -> Result<void> {
            instalacoes::SqlSettingsStore settings(session);
            AROEIRA_TRY(auto card, settings.card());
            card.tipo = tipo;
            return settings.put_card(card);
        }));
    }

    fichas::testing::World received;
    bool activates = false;  ///< Whether this installation takes municípios it did not know.
    const fichas::ArrivalNeeds needs{received.ids, received.clock, {}};
    ArrivalServices services{
        Unit<ArrivalPorts>([this](const auto& body) { return run(body, true); }, [this](const auto& body) { return run(body, false); }), received.clock,
        [this](db::Session& session, const Ibge& municipio, const identity::Actor&) -> Result<bool> {
            if (!activates) return false;
            return instalacoes::SqlMunicipioStore(session).activate({municipio, "Outro", "SP", "America/Sao_Paulo", -180});
        },
        [] {}};

private:
    Result<void> run(const Unit<ArrivalPorts>::Body& body, bool writes) {
        const auto inside = [&](db::Session& session) {
            fichas::SqlFichaStore store(session);
            audit::SqlTrail trail(session, received.ids, received.clock);
            fichas::testing::OneMunicipio installation(received.hours, received.edition);
            fichas::Ports behind{store, trail, installation, session};
            SqlChegadaStore chegadas(session);
            SqlAgendaStore agenda(session);
            fichas::LotesInParts lotes(behind, needs);
            fichas::SqlFichaVerdicts vereditos(session);
            instalacoes::SqlMunicipioStore municipios(session);
            instalacoes::SqlSettingsStore settings(session);
            instalacoes::StoredSecuritySettings security(settings);
            ArrivalPorts ports{chegadas, agenda, lotes, vereditos, municipios, settings, security, session};
            return body(ports);
        };
        return writes ? database_.write(inside) : database_.read(inside);
    }
    db::Database& database_;
};

inline void for_each_arrival_world(const std::function<void(ArrivalWorld&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        ArrivalWorld world(database);
        test(world);
    });
}

}  // namespace aroeira::transmission::testing
