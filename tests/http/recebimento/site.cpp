// SPDX-License-Identifier: Apache-2.0
#include "tests/http/recebimento/site.hpp"

#include "modules/fichas/operations/arriving_lotes.hpp"
#include "modules/fichas/operations/cancel_lote.hpp"
#include "modules/fichas/operations/hasten_lotes.hpp"
#include "modules/fichas/store/sql_ficha_verdicts.hpp"
#include "modules/instalacoes/operations/online_receiving.hpp"
#include "modules/transmission/module.hpp"
#include "modules/transmission/store/sql_agenda_store.hpp"
#include "modules/transmission/store/sql_chegada_store.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/http/server.hpp"

namespace aroeira::testing {

using fichas::testing::aracaju;
using fichas::testing::other_municipio;

namespace {

/// Passwords without the cost of Argon2.
class QuickSecrets final : public identity::Secrets {
public:
    Result<std::string> hash_password(std::string_view password) override { return "hash:" + std::string(password); }
    bool verify_password(std::string_view hash, std::string_view password) override { return hash == "hash:" + std::string(password); }
    std::string token() override { return crypto::random_token(); }
    std::string fingerprint(std::string_view value) override { return crypto::hex(crypto::sha256(value)); }
    [[nodiscard]] std::string random(std::size_t bytes) const override { return crypto::random_bytes(bytes); }
    [[nodiscard]] std::string seal(std::string_view plain, std::string_view) const override { return std::string(plain); }
    [[nodiscard]] Result<std::string> unseal(std::string_view sealed, std::string_view) const override { return std::string(sealed); }
};

class NoPlaces final : public identity::Places {
public:
    Result<identity::Place> describe(const std::optional<Ibge>&, const std::optional<std::string>&) override { return identity::Place{}; }
    Result<std::string> cns_of(const Ibge&, const Cpf&) override { return std::string(); }
};

class FewMunicipios final : public instalacoes::NationalMunicipios {
public:
    [[nodiscard]] std::optional<instalacoes::NationalMunicipio> find(const Ibge& ibge) const override {
        if (ibge == aracaju()) return instalacoes::NationalMunicipio{"Aracaju", "SE", "America/Maceio", -180};
        if (ibge.text() == "3304557") return instalacoes::NationalMunicipio{"Rio de Janeiro", "RJ", "America/Sao_Paulo", -180};
        if (ibge == other_municipio()) return instalacoes::NationalMunicipio{"São Paulo", "SP", "America/Sao_Paulo", -180};
        return std::nullopt;
    }
};

class Installation final : public fichas::InstallationPort {
public:
    explicit Installation(db::Session& session) : municipios_(session), settings_(session) {}
    Result<fichas::ProcessingHours> processing_hours() override {
        AROEIRA_TRY(const auto hours, settings_.processing_hours());
        return fichas::ProcessingHours{hours.continuous, hours.from_minutes, hours.until_minutes};
    }
    Result<int> utc_offset_minutes(const Ibge& municipio) override {
        AROEIRA_TRY(const auto active, municipios_.require(municipio));
        return active.utc_offset_minutes;
    }
    Result<std::string> registry_edition(const Ibge&) override { return std::string(); }

private:
    instalacoes::SqlMunicipioStore municipios_;
    instalacoes::SqlSettingsStore settings_;
};

class OneName final : public fichas::UnidadeNames {
public:
    std::string name_of(const Ibge&, std::string_view cnes) override { return cnes == "2269741" ? "UBS Siqueira" : ""; }
};

/// The stores of every module over one session, as app/wiring makes them.
struct Stores {
    Stores(db::Session& s, const fichas::ArrivalNeeds& needs)
        : session(s), trail(s, needs.ids, needs.clock), usuarios(s), perfis(s), sessoes(s), tentativas(s), credenciais(s), fatores(s), entradas(s), settings(s), municipios(s), fichas(s),
          installation(s), chegadas(s), agenda(s), vereditos(s), lotes(receiving, needs) {}
    db::Session& session;
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
    instalacoes::SqlMunicipioStore municipios;
    fichas::SqlFichaStore fichas;
    Installation installation;
    NoPlaces places;
    identity::Ports people{usuarios, perfis, sessoes, tentativas, credenciais, fatores, entradas, trail, security, places};
    instalacoes::Ports house{municipios, settings, trail, session};
    fichas::Ports receiving{fichas, trail, installation, session};
    transmission::SqlChegadaStore chegadas;
    transmission::SqlAgendaStore agenda;
    fichas::SqlFichaVerdicts vereditos;
    fichas::LotesInParts lotes;
    transmission::ArrivalPorts arriving{chegadas, agenda, lotes, vereditos, municipios, settings, security, session};
};

}  // namespace

struct Site::Parts {
    Parts(Site& owner, db::Database& base) : site(owner), database(base) {}

    template <class Ports>
    Unit<Ports> unit(Ports Stores::*ports) {
        const auto inside = [this, ports](const typename Unit<Ports>::Body& body) {
            return [this, ports, &body](db::Session& session) {
                Stores stores(session, needs);
                return body(stores.*ports);
            };
        };
        const bool may_fail = std::is_same_v<Ports, fichas::Ports> || std::is_same_v<Ports, transmission::ArrivalPorts>;
        return {[this, inside, may_fail](const auto& body) -> Result<void> {
                    if (may_fail && site.writes_left-- <= 0)
                        return Error{ErrorKind::unavailable, "DB-0004", "O banco de dados não respondeu.", {}, "segredo do operador"};
                    return database.write(inside(body));
                },
                [this, inside](const auto& body) { return database.read(inside(body)); }};
    }

    Site& site;
    db::Database& database;
    test::TemporaryFolder folder;
    SystemIdSource ids;
    const fichas::ArrivalNeeds needs{ids, site.clock, {}};
    QuickSecrets secrets;
    identity::SeenBook seen;
    identity::RefusalMeter meter{1000};
    identity::PerfilBook book;
    const FewMunicipios national{};
    OneName names;
    identity::Services people{unit(&Stores::people), site.clock, ids, secrets, seen, meter, book, [](auto) {}};
    identity::SessionGate gate{people};
    instalacoes::Services house{
        unit(&Stores::house), site.clock, national,
        {.processing_hours = [this](db::Session& session) -> Result<void> {
             Stores stores(session, needs);
             AROEIRA_CHECK(fichas::hasten_lotes(stores.receiving, site.clock));
             return {};
         },
         .trabalho_cancelled = [this](db::Session& session, const jobs::Status& trabalho) {
             Stores stores(session, needs);
             return fichas::cancel_lote(trabalho, stores.receiving, site.clock);
         }}};
    fichas::Services receiving{unit(&Stores::receiving), site.clock, ids,
                               [this](const Ibge& municipio) -> Result<std::unique_ptr<fichas::Evaluator>> {
                                   return fichas::make_evaluator({site.clock, site.catalogo, municipio});
                               },
                               [] {}};
    transmission::ArrivalServices arriving{
        unit(&Stores::arriving), site.clock,
        [this](db::Session& session, const Ibge& municipio, const identity::Actor& actor) {
            Stores stores(session, needs);
            return instalacoes::activate_for_arrival(municipio, actor, house, stores.house);
        },
        [] {}};
    std::unique_ptr<http::Server> server;
};

Site::Site(db::Database& database) : parts_(std::make_unique<Parts>(*this, database)) {
    auto& p = *parts_;
    test::must(identity::prepare_perfis(p.people));
    test::must(instalacoes::prepare_installation(p.house, p.ids));
    for (const auto& municipio : {aracaju(), other_municipio()})
        test::must(instalacoes::activate_municipio(p.gate.console<identity::Permission::municipios_gerenciar>(), municipio, p.house));
    std::vector<http::Route> routes = identity::routes(p.gate, p.people);
    for (auto& more : {instalacoes::routes(p.gate, p.house), transmission::arrival_routes(p.gate, p.arriving), fichas::routes({p.gate, p.receiving, p.names, std::uint64_t{64} << 20})})
        routes.insert(routes.end(), more.begin(), more.end());
    http::ServerOptions options;
    options.address = "127.0.0.1";
    options.port = 0;
    options.workers = 2;
    options.spool_dir = p.folder.file("envios");
    options.admit = [&p](const http::Route& route, const http::Request& request) { return p.gate.admit(route, request); };
    p.server = std::make_unique<http::Server>(std::move(options), std::move(routes));
    test::must(p.server->start());
}

Site::~Site() { parts_->server.reset(); }

std::uint16_t Site::port() const { return parts_->server->port(); }

void Site::add_person(int n, std::string_view perfil, const std::optional<Ibge>& municipio) {
    test::must(identity::create_usuario(parts_->gate.console<identity::Permission::usuarios_gerenciar>(),
                                        {.cpf = Cpf::parse(cpf_text(n)).value(), .nome = "Pessoa " + std::to_string(n), .senha = kPassword,
                                         .trocar_senha = false, .acessos = {{.perfil = std::string(perfil), .municipio = municipio}}, .termo_aceito = true},
                                        parts_->people));
}

identity::CredencialCriada Site::add_credencial(const std::optional<Ibge>& municipio) {
    return test::must(identity::create_credencial(parts_->gate.console<identity::Permission::credenciais_gerenciar>(), "Sistema de teste",
                                                  municipio, parts_->people));
}

void Site::inactivate(const identity::CredencialCriada& made) {
    test::must(identity::inactivate_credencial(parts_->gate.console<identity::Permission::credenciais_gerenciar>(), made.credencial.id,
                                               parts_->people));
}

void Site::set_online_receiving(const identity::OnlineReceiving& receiving) {
    test::must(instalacoes::save_online_receiving(parts_->gate.console<identity::Permission::processamento_configurar>(), receiving, parts_->house));
}

void Site::set_lotes_at_once(int count) { parts_->arriving.at_once = count; }

void Site::set_kind(instalacoes::TipoInstalacao tipo) {
    test::must(instalacoes::save_card(parts_->gate.console<identity::Permission::transmissao_gerenciar>(), {.nome = "Instalação de teste", .tipo = tipo},
                                      parts_->house));
}

std::int64_t Site::number(const std::string& sql) {
    std::int64_t found = 0;
    test::must(parts_->database.read([&](db::Session& session) {
        return session.each(db::Query{"test.number", sql}, {}, [&](const db::Row& row) {
            found = row.integer(0);
            return false;
        });
    }));
    return found;
}

std::int64_t Site::events(audit::Event event) {
    return number("SELECT COUNT(*) FROM evento WHERE evento = '" + std::string(audit::name_of(event)) + "'");
}

void Site::run_jobs() {
    const auto due = "SELECT COUNT(*) FROM trabalho WHERE situacao = 'executando' OR (situacao = 'aguardando' AND nao_antes_ms <= " +
                     std::to_string(to_ms(clock.now())) + ")";
    const auto runner = jobs::make_runner(parts_->database, clock, parts_->ids, fichas::jobs(parts_->receiving), 1);
    runner->start();
    for (int i = 0; i < 2000 && number(due) != 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    runner->stop();
    REQUIRE(number(due) == 0);
}

void for_each_site(const std::function<void(Site&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        Site site(database);
        test(site);
    });
}

}  // namespace aroeira::testing
