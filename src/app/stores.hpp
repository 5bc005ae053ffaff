// SPDX-License-Identifier: Apache-2.0
#pragma once
// The ports of each module over the session of one transaction. Only wiring.cpp includes this.
#include "app/wiring.hpp"
#include "modules/estabelecimentos/store/sql_lotacoes.hpp"
#include "modules/estabelecimentos/store/sql_quadro.hpp"
#include "modules/fichas/store/sql_ficha_news.hpp"
#include "modules/fichas/store/sql_ficha_store.hpp"
#include "modules/fichas/store/sql_ficha_verdicts.hpp"
#include "modules/fichas/store/sql_kept_fichas.hpp"
#include "modules/fichas/store/sql_vaccine_use.hpp"
#include "modules/fichas/store/sql_valid_fichas.hpp"
#include "modules/relatorios/store/sql_contadas_store.hpp"
#include "modules/relatorios/store/sql_controle_store.hpp"
#include "modules/relatorios/store/sql_soma_store.hpp"
#include "modules/tabelas/api/tabelas.hpp"
#include "modules/transmission/store/sql_agenda_store.hpp"
#include "modules/transmission/store/sql_chegada_store.hpp"
#include "modules/transmission/store/sql_destino_store.hpp"
#include "modules/transmission/store/sql_envio_store.hpp"
#include "modules/transmission/store/sql_lote_enviado_store.hpp"
#include "modules/transmission/store/sql_percurso_store.hpp"
#include "modules/transmission/store/sql_sincronia_store.hpp"

namespace aroeira::app {

class National final : public instalacoes::NationalMunicipios {
public:
    [[nodiscard]] std::optional<instalacoes::NationalMunicipio> find(const Ibge& ibge) const override {
        const auto found = tabelas::municipio(ibge.text());
        if (!found) return std::nullopt;
        return instalacoes::NationalMunicipio{std::string(found->nome), std::string(found->uf), std::string(found->fuso),
                                              static_cast<int>(tabelas::utc_offset(found->fuso).count())};
    }
};

/// The name of a município, from the national table, and what a lotação is in the registry of establishments.
class Places final : public identity::Places {
public:
    explicit Places(db::Session& session) : lotacoes_(session), profissionais_(session) {}
    Result<identity::Place> describe(const std::optional<Ibge>& municipio, const std::optional<std::string>& lotacao) override {
        identity::Place place;
        if (!municipio) return place;
        if (const auto found = tabelas::municipio(municipio->text())) place.municipio_nome = std::string(found->nome);
        if (!lotacao) return place;
        AROEIRA_TRY(const auto found, lotacoes_.find(*municipio, *lotacao));
        if (!found) return place;
        place.unidade = found->unidade;
        if (!found->equipe.empty()) place.equipe = found->equipe;
        place.cbo = tabelas::cbo_title(found->lotacao.dados.cbo);
        return place;
    }
    Result<std::string> cns_of(const Ibge& municipio, const Cpf& cpf) override {
        AROEIRA_TRY(const auto named, profissionais_.with_cpf(municipio, cpf.text()));
        if (!named) return std::string();
        AROEIRA_TRY(const auto found, profissionais_.find(municipio, named->id));
        return found ? found->dados.cns : std::string();
    }

private:
    estabelecimentos::SqlLotacaoStore lotacoes_;
    estabelecimentos::SqlProfissionalStore profissionais_;
};

class Installation final : public fichas::InstallationPort {
public:
    explicit Installation(db::Session& session) : session_(session), municipios_(session), settings_(session) {}
    Result<fichas::ProcessingHours> processing_hours() override {
        AROEIRA_TRY(const auto hours, settings_.processing_hours());
        return fichas::ProcessingHours{hours.continuous, hours.from_minutes, hours.until_minutes};
    }
    Result<int> utc_offset_minutes(const Ibge& municipio) override {
        AROEIRA_TRY(const auto active, municipios_.require(municipio));
        return active.utc_offset_minutes;
    }
    Result<std::string> registry_edition(const Ibge& municipio) override { return Cadastros::edition_of(session_, municipio); }

private:
    db::Session& session_;
    instalacoes::SqlMunicipioStore municipios_;
    instalacoes::SqlSettingsStore settings_;
};

/// A Unit over a database: `Stores` is made over the session of each transaction and holds `ports`.
template <class Ports, class Stores, class... Needs>
Unit<Ports> unit_of(db::Database& database, Needs&... needs) {
    using Body = typename Unit<Ports>::Body;
    const auto inside = [&needs...](const Body& body) {
        return [&body, &needs...](db::Session& session) {
            Stores stores(session, needs...);
            return body(stores.ports);
        };
    };
    return {[&database, inside](const Body& body) { return database.write(inside(body)); },
            [&database, inside](const Body& body) { return database.read(inside(body)); }};
}

struct IdentityStores {
    IdentityStores(db::Session& session, IdSource& ids, const Clock& clock)
        : trail(session, ids, clock), usuarios(session), perfis(session), sessoes(session), tentativas(session), credenciais(session),
          fatores(session), entradas(session), settings(session), places(session) {}
    audit::SqlTrail trail;
    identity::SqlUsuarioStore usuarios;
    identity::SqlPerfilStore perfis;
    identity::SqlSessaoStore sessoes;
    identity::SqlTentativaStore tentativas;
    identity::SqlCredencialStore credenciais;
    identity::SqlSegundoFatorStore fatores;
    identity::SqlEntradaStore entradas;
    instalacoes::SqlSettingsStore settings;
    instalacoes::StoredSecuritySettings security{settings};
    Places places;
    identity::Ports ports{usuarios, perfis, sessoes, tentativas, credenciais, fatores, entradas, trail, security, places};
};

struct InstallationStores {
    InstallationStores(db::Session& session, IdSource& ids, const Clock& clock)
        : trail(session, ids, clock), municipios(session), settings(session), ports{municipios, settings, trail, session} {}
    audit::SqlTrail trail;
    instalacoes::SqlMunicipioStore municipios;
    instalacoes::SqlSettingsStore settings;
    instalacoes::Ports ports;
};

struct ResponsavelStores {
    ResponsavelStores(db::Session& session, IdSource& ids, const Clock& clock)
        : house(session, ids, clock), responsaveis(session), professionals(session), administrators(session, ids, clock),
          ports{house.ports, responsaveis, professionals, administrators} {}
    InstallationStores house;
    instalacoes::SqlResponsavelStore responsaveis;
    RegistryProfessionals professionals;
    IdentityAdministrators administrators;
    instalacoes::ResponsavelPorts ports;
};

struct GestaoStores {
    GestaoStores(db::Session& session, IdSource& ids, const Clock& clock)
        : trail(session, ids, clock), agendas(session), grupos(session), tipos(session), ports{agendas, grupos, tipos, trail, session} {}
    audit::SqlTrail trail;
    gestao::SqlAgendaStore agendas;
    gestao::SqlGrupoExameStore grupos;
    gestao::SqlTipoServicoStore tipos;
    gestao::Ports ports;
};

struct AgendaStores {
    AgendaStores(db::Session& session, IdSource& ids, const Clock& clock)
        : trail(session, ids, clock), agendas(session), lotacoes(session), padrao(session), people(session, ids, clock),
          ports{agendas, lotacoes, padrao, people, trail} {}
    audit::SqlTrail trail;
    agenda::SqlAgendaStore agendas;
    estabelecimentos::SqlLotacoes lotacoes;
    gestao::SqlAgendaStore padrao;
    identity::SqlPeople people;
    agenda::Ports ports;
};

struct FichaStores {
    FichaStores(db::Session& session, IdSource& ids, const Clock& clock)
        : trail(session, ids, clock), fichas(session), installation(session), ports{fichas, trail, installation, session} {}
    audit::SqlTrail trail;
    fichas::SqlFichaStore fichas;
    Installation installation;
    fichas::Ports ports;
};

struct VaccineStores {
    VaccineStores(db::Session& session, IdSource& ids, const Clock& clock)
        : trail(session, ids, clock), lotes(session), use(session), municipios(session), ports{lotes, use, municipios, trail} {}
    audit::SqlTrail trail;
    imunobiologicos::SqlLoteStore lotes;
    fichas::SqlVaccineUse use;
    instalacoes::SqlMunicipioStore municipios;
    imunobiologicos::Ports ports;
};

struct RegistryStores {
    RegistryStores(db::Session& session, IdSource& ids, const Clock& clock)
        : trail(session, ids, clock), cadastro(session), importacoes(session), cbos(session), unidades(session),
          profissionais(session), lotacoes(session), ceps(session), people(session, ids, clock), municipios(session),
          ports{cadastro, importacoes, cbos, unidades, profissionais, lotacoes, ceps, people, municipios, trail, session} {}
    audit::SqlTrail trail;
    estabelecimentos::SqlCadastroStore cadastro;
    estabelecimentos::SqlImportacaoStore importacoes;
    estabelecimentos::SqlCboStore cbos;
    estabelecimentos::SqlUnidadeStore unidades;
    estabelecimentos::SqlProfissionalStore profissionais;
    estabelecimentos::SqlLotacaoStore lotacoes;
    estabelecimentos::SqlCepStore ceps;
    identity::SqlPeople people;
    instalacoes::SqlMunicipioStore municipios;
    estabelecimentos::Ports ports;
};

/// The head of what is exported: this installation, and the município with its name and clock.
class Institutions final : public auditoria::Institutions {
public:
    explicit Institutions(db::Session& session) : municipios_(session), settings_(session) {}
    Result<auditoria::Institution> describe(std::string_view municipio) override {
        AROEIRA_TRY(const auto card, settings_.card());
        auditoria::Institution found{.instalacao = card.nome};
        if (municipio.empty()) return found;
        AROEIRA_TRY(const auto ibge, Ibge::parse(municipio));
        AROEIRA_TRY(const auto active, municipios_.require(ibge));
        found.municipio = active.nome + " - " + active.uf + " (" + std::string(municipio) + ")";
        found.utc_offset_minutes = active.utc_offset_minutes;
        return found;
    }

private:
    instalacoes::SqlMunicipioStore municipios_;
    instalacoes::SqlSettingsStore settings_;
};

struct AuditoriaStores {
    AuditoriaStores(db::Session& session, IdSource& ids, const Clock& clock)
        : trail(session, ids, clock), events(session), trilhas(session), names(session), institutions(session),
          ports{events, trail, trilhas, names, institutions, session} {}
    audit::SqlTrail trail;
    audit::SqlTrailReader events;
    auditoria::SqlTrilhaStore trilhas;
    identity::SqlActorNames names;
    Institutions institutions;
    auditoria::Ports ports;
};

struct TransmissionStores {
    TransmissionStores(db::Session& session, IdSource& ids, const Clock& clock)
        : trail(session, ids, clock), lotes(session), destinos(session), envio(session), percurso(session), fichas(session), kept(session),
          sincronia(session), municipios(session), settings(session),
          ports{lotes, destinos, envio, percurso, fichas, kept, sincronia, municipios, settings, trail, session} {}
    audit::SqlTrail trail;
    transmission::SqlLoteEnviadoStore lotes;
    transmission::SqlDestinoStore destinos;
    transmission::SqlEnvioStore envio;
    transmission::SqlPercursoStore percurso;
    fichas::SqlValidFichas fichas;
    fichas::SqlKeptFichas kept;
    transmission::SqlSincroniaStore sincronia;
    instalacoes::SqlMunicipioStore municipios;
    instalacoes::SqlSettingsStore settings;
    transmission::Ports ports;
};

struct CopiaStores {
    CopiaStores(db::Session& session, IdSource& ids, const Clock& clock)
        : trail(session, ids, clock), copias(session), municipios(session), settings(session), ports{copias, municipios, settings, trail, session} {}
    audit::SqlTrail trail;
    copias::SqlCopiaStore copias;
    instalacoes::SqlMunicipioStore municipios;
    instalacoes::SqlSettingsStore settings;
    copias::Ports ports;
};

struct ReportStores {
    ReportStores(db::Session& session, IdSource& ids, const Clock& clock)
        : trail(session, ids, clock), somas(session), contadas(session), controle(session), fichas(session), quadro(session),
          municipios(session), settings(session), ports{somas, contadas, controle, fichas, quadro, municipios, settings, trail, session} {}
    audit::SqlTrail trail;
    relatorios::SqlSomaStore somas;
    relatorios::SqlContadasStore contadas;
    relatorios::SqlControleStore controle;
    fichas::SqlFichaNews fichas;
    estabelecimentos::SqlQuadro quadro;
    instalacoes::SqlMunicipioStore municipios;
    instalacoes::SqlSettingsStore settings;
    relatorios::Ports ports;
};

struct ArrivalStores {
    ArrivalStores(db::Session& session, IdSource& ids, const Clock& clock, const fichas::ArrivalNeeds& needs)
        : received(session, ids, clock), chegadas(session), agenda(session), lotes(received.ports, needs), vereditos(session),
          municipios(session), settings(session), ports{chegadas, agenda, lotes, vereditos, municipios, settings, security, session} {}
    FichaStores received;
    transmission::SqlChegadaStore chegadas;
    transmission::SqlAgendaStore agenda;
    fichas::LotesInParts lotes;
    fichas::SqlFichaVerdicts vereditos;
    instalacoes::SqlMunicipioStore municipios;
    instalacoes::SqlSettingsStore settings;
    instalacoes::StoredSecuritySettings security{settings};
    transmission::ArrivalPorts ports;
};

}  // namespace aroeira::app
