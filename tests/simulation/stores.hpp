// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/audit/module.hpp"
#include "modules/fichas/operations/arriving_lotes.hpp"
#include "modules/fichas/store/sql_ficha_store.hpp"
#include "modules/fichas/store/sql_ficha_verdicts.hpp"
#include "modules/fichas/store/sql_kept_fichas.hpp"
#include "modules/fichas/store/sql_valid_fichas.hpp"
#include "modules/instalacoes/module.hpp"
#include "modules/transmission/module.hpp"
#include "modules/transmission/store/sql_agenda_store.hpp"
#include "modules/transmission/store/sql_chegada_store.hpp"
#include "modules/transmission/store/sql_destino_store.hpp"
#include "modules/transmission/store/sql_envio_store.hpp"
#include "modules/transmission/store/sql_lote_enviado_store.hpp"
#include "modules/transmission/store/sql_percurso_store.hpp"
#include "modules/transmission/store/sql_sincronia_store.hpp"

namespace aroeira::simulation {

/// An installation that processes at all hours, and whose registry is of the edition it is told.
class Installation final : public fichas::InstallationPort {
public:
    Installation(instalacoes::MunicipiosAtivos& municipios, std::string_view edition) : municipios_(municipios), edition_(edition) {}
    Result<fichas::ProcessingHours> processing_hours() override { return fichas::ProcessingHours{}; }
    Result<int> utc_offset_minutes(const Ibge& municipio) override {
        AROEIRA_TRY(const auto active, municipios_.require(municipio));
        return active.utc_offset_minutes;
    }
    Result<std::string> registry_edition(const Ibge&) override { return edition_; }

private:
    instalacoes::MunicipiosAtivos& municipios_;
    std::string edition_;
};

/// The stores of an installation over one session, as app/wiring makes them.
struct Stores {
    Stores(db::Session& s, IdSource& ids, const Clock& clock, std::string_view edition)
        : session(s), trail(s, ids, clock), municipios(s), settings(s), security(settings), installation(municipios, edition), fichas(s),
          valid(s), kept(s), verdicts(s), lotes(s), destinos(s), envio(s), percurso(s), sincronia(s), chegadas(s), agenda(s), needs{ids, clock, {}} {}
    db::Session& session;
    audit::SqlTrail trail;
    instalacoes::SqlMunicipioStore municipios;
    instalacoes::SqlSettingsStore settings;
    instalacoes::StoredSecuritySettings security;
    Installation installation;
    fichas::SqlFichaStore fichas;
    fichas::SqlValidFichas valid;
    fichas::SqlKeptFichas kept;
    fichas::SqlFichaVerdicts verdicts;
    transmission::SqlLoteEnviadoStore lotes;
    transmission::SqlDestinoStore destinos;
    transmission::SqlEnvioStore envio;
    transmission::SqlPercursoStore percurso;
    transmission::SqlSincroniaStore sincronia;
    transmission::SqlChegadaStore chegadas;
    transmission::SqlAgendaStore agenda;
    fichas::ArrivalNeeds needs;

    fichas::Ports receiving{fichas, trail, installation, session};
    fichas::LotesInParts parts{receiving, needs};
    transmission::Ports sending{lotes, destinos, envio, percurso, valid, kept, sincronia, municipios, settings, trail, session};
    transmission::ArrivalPorts arriving{chegadas, agenda, parts, verdicts, municipios, settings, security, session};
};

}  // namespace aroeira::simulation
