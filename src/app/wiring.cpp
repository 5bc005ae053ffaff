// SPDX-License-Identifier: Apache-2.0
#include "app/wiring.hpp"

#include <filesystem>
#include <thread>

#include "app/cadastro.hpp"
#include "app/internet.hpp"
#include "app/keys.hpp"
#include "app/metrics_route.hpp"
#include "app/recovery.hpp"
#include "app/responsaveis.hpp"
#include "app/restore.hpp"
#include "app/stores.hpp"
#include "modules/fichas/operations/cancel_lote.hpp"
#include "modules/fichas/operations/count_invalidated.hpp"
#include "modules/fichas/operations/evaluate.hpp"
#include "modules/fichas/operations/hasten_lotes.hpp"
#include "modules/fichas/operations/reprocess.hpp"
#include "platform/client/client.hpp"
#include "platform/db/migrate.hpp"
#include "platform/http/load.hpp"
#include "platform/http/openapi.hpp"

namespace aroeira::app {

std::string database_of(const Config& config) {
    return config.banco.empty() ? config.dados + "/aroeira.db" : config.banco;
}

struct App::Parts {
    Parts(const Config& settings, DataDirectory entered, transmission::KnownCentralizadores known, relatorios::Contador counting,
          crypto::Vault opened, std::unique_ptr<db::Database> base)
        : config(settings), inside(std::move(entered)), centralizadores(std::move(known)), contador(std::move(counting)),
          vault(std::move(opened)), database(audit::audited(std::move(base), ids, clock)) {}

    const Config config;
    const DataDirectory inside;
    const transmission::KnownCentralizadores centralizadores;
    const relatorios::Contador contador;
    const SystemClock clock{};
    SystemIdSource ids;
    crypto::Vault vault;
    std::unique_ptr<db::Database> database;
    const National national{};
    UnidadeNames unidades{*database};
    Cadastros cadastros{*database};

    identity::CryptoSecrets secrets{vault};
    identity::SeenBook seen;
    identity::RefusalMeter meter;
    identity::PerfilBook perfis;
    identity::Services people{unit_of<identity::Ports, IdentityStores>(*database, ids, clock), clock, ids, secrets, seen, meter,
                              perfis, [](auto wait) { std::this_thread::sleep_for(wait); }};
    identity::SessionGate gate{people};
    identity::PasswordDesk passwords{people};
    instalacoes::Services installation{
        unit_of<instalacoes::Ports, InstallationStores>(*database, ids, clock), clock, national,
        {.processing_hours = [this](db::Session& session) -> Result<void> {
             FichaStores stores(session, ids, clock);
             AROEIRA_CHECK(fichas::hasten_lotes(stores.ports, clock));
             return {};
         },
         .transmission_hours = [this](db::Session& session) -> Result<void> {
             TransmissionStores stores(session, ids, clock);
             AROEIRA_CHECK(transmission::move_routine(stores.ports, sending));
             ReportStores numbers(session, ids, clock);
             return relatorios::move_routine(numbers.ports, reports);
         },
         .internet_switched = [this](db::Session& session) {
             TransmissionStores stores(session, ids, clock);
             return transmission::move_routine(stores.ports, sending);
         },
         .municipio_activated = [this](db::Session& session) {
             TransmissionStores stores(session, ids, clock);
             return transmission::lay_destinos(centralizadores, stores.ports);
         },
         .trabalho_cancelled = [this](db::Session& session, const jobs::Status& trabalho) -> Result<void> {
             FichaStores lotes(session, ids, clock);
             AROEIRA_CHECK(fichas::cancel_lote(trabalho, lotes.ports, clock));
             RegistryStores imports(session, ids, clock);
             AROEIRA_CHECK(estabelecimentos::cancel_import(trabalho, imports.ports, clock));
             AuditoriaStores trilhas(session, ids, clock);
             return auditoria::cancel_trilha(trabalho, trilhas.ports, clock);
         }}};
    const instalacoes::ResponsavelUnit responsaveis = unit_of<instalacoes::ResponsavelPorts, ResponsavelStores>(*database, ids, clock);
    gestao::Services governing{unit_of<gestao::Ports, GestaoStores>(*database, ids, clock), ids};
    agenda::Services attending{unit_of<agenda::Ports, AgendaStores>(*database, ids, clock), clock, ids};
    imunobiologicos::Services vaccines{unit_of<imunobiologicos::Ports, VaccineStores>(*database, ids, clock), clock, ids};
    const fichas::UploadLimits limits{.unpacked_bytes_max = static_cast<std::uint64_t>(config.descomprimido_mib) << 20,
                                      .entries_max = static_cast<std::uint64_t>(config.fichas_max)};
    fichas::Services receiving{
        unit_of<fichas::Ports, FichaStores>(*database, ids, clock), clock, ids,
        [this](const Ibge& municipio) -> Result<std::unique_ptr<fichas::Evaluator>> {
            AROEIRA_TRY(const auto kept, cadastros.of(municipio));
            // A centralizador has the CNES of few of the municípios it gathers: without it, the rules that ask it are left out.
            if (kept.edition.empty()) {
                AROEIRA_TRY(const bool central, is_central_here());
                if (central) return fichas::make_evaluator({clock, nullptr, municipio});
            }
            return evaluator_over(municipio, kept.cadastro, kept.edition);
        },
        [this] { runner->wake(); }, limits};
    estabelecimentos::Services registry{
        unit_of<estabelecimentos::Ports, RegistryStores>(*database, ids, clock), clock, ids, passwords,
        [this] { runner->wake(); },
        {.imported = [this](db::Session& session, const Ibge& municipio, std::string_view actor) -> Result<void> {
             AROEIRA_TRY(const auto edition, Cadastros::edition_of(session, municipio));
             return fichas::ask_to_reprocess(session, ids, clock, municipio, edition, actor);
         },
         .invalidated = [this](const Ibge& municipio, const estabelecimentos::CadastroPtr& after, const auto& on_progress) {
             const auto evaluator = evaluator_over(municipio, after, {});
             return fichas::count_invalidated(municipio, *evaluator, receiving, on_progress);
         },
         .lotacao_removed = [](db::Session& session, const Ibge& municipio, std::string_view lotacao) {
             return agenda::SqlAgendaStore(session).forget(municipio, lotacao);
         }}};
    auditoria::Services auditing{
        unit_of<auditoria::Ports, AuditoriaStores>(*database, ids, clock), clock, ids, "Aroeira " AROEIRA_VERSION,
        [this](std::string_view actor, const std::optional<Ibge>& municipio) {
            return gate.resume<identity::Permission::auditoria_gerar>(actor, municipio);
        },
        [this] { runner->wake(); }};
    std::unique_ptr<client::Transport> transport = client::make_transport();
    std::unique_ptr<mail::Sender> letters = mail::make_sender(clock);
    InstallationRecovery recovery{*database, vault};
    const identity::RecoveryServices recovering{
        recovery, *letters, [this](std::string argument, std::string key) -> Result<void> {
            AROEIRA_CHECK(database->write([&](db::Session& session) -> Result<void> {
                AROEIRA_CHECK(jobs::enqueue(session, ids, clock, {.kind = std::string(identity::kRecoveryJob), .argument = argument, .unique_key = key}));
                return {};
            }));
            runner->wake();
            return {};
        }};
    metrics::Registry metrics;
    const http::LoadMeters load{metrics};
    const instalacoes::Outside outside{ids, *transport, *letters, vault, config.endereco_de_teste, [this] { runner->wake(); },
                                       [this]() -> instalacoes::Load {
                                           return {load.limit.value(), load.running.value(), load.most.value(), load.waiting.value(),
                                                   static_cast<std::int64_t>(load.refused.value())};
                                       }};
    GuardedTransport guarded{*transport, *database};
    transmission::Services sending{
        unit_of<transmission::Ports, TransmissionStores>(*database, ids, clock), clock, ids, guarded, vault,
        [this](std::string_view actor, const Ibge& municipio) {
            return gate.resume<identity::Permission::transmissao_gerenciar>(actor, municipio);
        },
        [this] { runner->wake(); }};
    copias::Services copies{unit_of<copias::Ports, CopiaStores>(*database, ids, clock), *database, clock, ids, AROEIRA_VERSION,
                            [this] { return key_files(config.dados); }};
    const fichas::ArrivalNeeds arrival_needs{ids, clock, limits};
    transmission::ArrivalServices arriving{
        unit_of<transmission::ArrivalPorts, ArrivalStores>(*database, ids, clock, arrival_needs), clock,
        [this](db::Session& session, const Ibge& municipio, const identity::Actor& actor) {
            InstallationStores stores(session, ids, clock);
            return instalacoes::activate_for_arrival(municipio, actor, installation, stores.ports);
        },
        [this] { runner->wake(); }, {.lote_bytes_max = config.arquivo_mib << 20},
        config.lotes_simultaneos < 0 ? std::nullopt : std::optional(config.lotes_simultaneos)};
    relatorios::Services reports{unit_of<relatorios::Ports, ReportStores>(*database, ids, clock), clock, ids, contador, [this] { runner->wake(); }};
    std::unique_ptr<jobs::Runner> runner{jobs::make_runner(*database, clock, ids, all_jobs(), config.simultaneos)};
    std::string openapi;

    std::unique_ptr<fichas::Evaluator> evaluator_over(const Ibge& municipio, const estabelecimentos::CadastroPtr& cadastro,
                                                      std::string edition) const {
        return fichas::make_evaluator({clock, std::make_shared<const CatalogoDoMunicipio>(std::string(municipio.text()), cadastro),
                                       municipio, std::move(edition)});
    }
    Result<bool> is_central_here() const {
        AROEIRA_TRY(const auto card, installation.unit.read([](instalacoes::Ports& ports) { return ports.settings.card(); }));
        return instalacoes::is_central(card.tipo);
    }
    std::map<std::string, jobs::Handler> all_jobs() {
        auto all = fichas::jobs(receiving);
        all.merge(estabelecimentos::jobs(registry));
        auto lotes = transmission::jobs(sending);
        lotes[std::string(transmission::kSendJob)] = needing_internet(*database, clock, lotes.at(std::string(transmission::kSendJob)));
        all.merge(lotes);
        all.merge(copias::jobs(copies));
        all.merge(instalacoes::jobs(installation, outside));
        all.merge(identity::jobs(people, recovering));
        all.merge(relatorios::jobs(reports));
        all.merge(auditoria::jobs(auditing));
        for (auto& [kind, handler] : all)
            handler = [inner = std::move(handler)](jobs::Context& job) {
                const audit::ActScope act;
                return inner(job);
            };
        return all;
    }
};

App::App(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
App::~App() = default;

Result<std::unique_ptr<App>> App::open(const Config& config, log::Logger& log) {
    AROEIRA_TRY(auto inside, DataDirectory::share(config));
    AROEIRA_TRY(auto known, transmission::known_centralizadores(config.nacional, config.centralizadores_estaduais));
    AROEIRA_TRY(auto contador, relatorios::Contador::make());
    AROEIRA_TRY(auto vault, crypto::Vault::open(config.dados + "/chaves"));
    AROEIRA_TRY(auto database, db::open(database_of(config)));
    AROEIRA_TRY(const int version, db::migrate(*database, SystemClock{}));
    AROEIRA_CHECK(check_keys(*database, vault));
    AROEIRA_CHECK(estabelecimentos::fold_names(*database));
    log.info("banco pronto", {{"migracao", version}});
    auto parts = std::make_unique<Parts>(config, std::move(inside), std::move(known), std::move(contador), std::move(vault),
                                         std::move(database));
    AROEIRA_CHECK(identity::prepare_perfis(parts->people));
    AROEIRA_CHECK(instalacoes::prepare_installation(parts->installation, parts->ids));
    AROEIRA_CHECK(parts->sending.unit.write([&](transmission::Ports& ports) { return transmission::lay_destinos(parts->centralizadores, ports); }));
    return std::unique_ptr<App>(new App(std::move(parts)));
}

std::vector<http::Route> App::routes() {
    auto& p = *parts_;
    std::vector<http::Route> all;
    const auto add = [&](std::vector<http::Route> some) { all.insert(all.end(), some.begin(), some.end()); };
    add(identity::routes(p.gate, p.people));
    add(identity::recovery_routes(p.people, p.recovering));
    add(instalacoes::routes(p.gate, p.installation));
    add(instalacoes::settings_routes(p.gate, p.installation, p.outside));
    add(instalacoes::responsavel_routes(p.gate, p.installation, p.responsaveis));
    add(gestao::routes(p.gate, p.governing));
    add(agenda::routes(p.gate, p.attending));
    add(imunobiologicos::routes(p.gate, p.vaccines));
    add(auditoria::routes(p.gate, p.auditing));
    add(estabelecimentos::routes({p.gate, p.registry, static_cast<std::uint64_t>(p.config.arquivo_mib) << 20}));
    add(fichas::routes({p.gate, p.receiving, p.unidades, static_cast<std::uint64_t>(p.config.arquivo_mib) << 20}));
    add(transmission::routes(p.gate, p.sending));
    add(transmission::arrival_routes(p.gate, p.arriving));
    add(copias::routes(p.gate, p.copies));
    add(relatorios::routes({p.gate, p.reports, [&p](const http::Request& request) -> Result<relatorios::AcessoAtivo> {
                                AROEIRA_TRY(const auto sessao, p.gate.person(request));
                                if (!sessao.acesso) return relatorios::AcessoAtivo{.de_lotacao = true};
                                const auto& perfil = sessao.acesso->described;
                                return relatorios::AcessoAtivo{perfil.acesso == identity::TipoAcesso::lotacao,
                                                               perfil.tipo == identity::TipoPerfil::coordenacao, sessao.acesso->lotacao.value_or("")};
                            }}));
    all.push_back({.method = http::Method::get, .path = "/api/v1/versao", .permission = "publico",
                   .summary = "Diz o produto e a versão.",
                   .handle = [](const http::Request&) -> Result<http::Response> {
                       return http::json(R"({"produto":"Aroeira","versao":")" AROEIRA_VERSION "\"}");
                   },
                   .response = {"application/json",
                                R"({"type":"object","additionalProperties":false,"properties":{"produto":{"type":"string"},"versao":{"type":"string"}},"required":["produto","versao"]})",
                                "Versao"},
                   .quick = true});
    all.push_back(metrics_route(p.metrics));
    for (auto& route : all)
        route.handle = [inner = std::move(route.handle)](const http::Request& request) {
            const audit::ActScope act;
            return inner(request);
        };
    p.openapi = http::openapi(all, "Aroeira", AROEIRA_VERSION);
    all.push_back({.method = http::Method::get, .path = "/api/openapi.json", .permission = "publico",
                   .summary = "Descreve esta API em OpenAPI 3.1.",
                   .handle = [&p](const http::Request&) -> Result<http::Response> { return http::json(p.openapi); },
                   .response = {"application/json", "", ""},
                   .quick = true});
    return all;
}

db::Database& App::database() { return *parts_->database; }
identity::SessionGate& App::gate() { return parts_->gate; }
const identity::Services& App::people() { return parts_->people; }
const instalacoes::Services& App::installation() { return parts_->installation; }
const estabelecimentos::Services& App::registry() { return parts_->registry; }
const fichas::Services& App::receiving() { return parts_->receiving; }
const transmission::Services& App::sending() { return parts_->sending; }
const copias::Services& App::copies() { return parts_->copies; }
metrics::Registry& App::metrics() { return parts_->metrics; }
const relatorios::Services& App::reports() { return parts_->reports; }
jobs::Runner& App::runner() { return *parts_->runner; }
const crypto::Vault& App::vault() { return parts_->vault; }

}  // namespace aroeira::app
