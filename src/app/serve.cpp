// SPDX-License-Identifier: Apache-2.0
#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "app/commands.hpp"
#include "app/demo.hpp"
#include "app/demo/accounts.hpp"
#include "app/request_limit.hpp"
#include "app/wiring.hpp"
#include "base/embedded.hpp"
#include "platform/db/migrate.hpp"
#include "platform/http/server.hpp"
#include "platform/http/tls.hpp"

namespace aroeira::app {
namespace {

log::Level level_of(std::string_view name) {
    if (name == "detalhe") return log::Level::debug;
    if (name == "aviso") return log::Level::warning;
    return name == "erro" ? log::Level::error : log::Level::info;
}

Result<http::ServerOptions> server_options(const Config& config, App& app) {
    http::ServerOptions options;
    options.address = config.endereco;
    options.port = config.porta;
    options.port_tls = config.porta_tls;
    options.certificate = config.certificado;
    options.key = config.chave;
    if (options.port_tls >= 0 && options.certificate.empty()) {
        const SystemClock clock;
        AROEIRA_TRY(const auto files, http::ensure_local_certificate(config.dados + "/tls", clock));
        options.certificate = files.certificate;
        options.key = files.key;
    }
    options.client_ca = config.autoridade_clientes;
    options.trusted_proxies = config.proxies;
    options.also_under = "/esus";  // Where a PEC is, and the manual's example of an address ends.
    options.spool_dir = config.dados + "/envios";
    options.limits.connections_max = config.conexoes_max;
    options.limits.request_time = std::chrono::seconds(config.pedido_s);
    options.limits.idle_time = std::chrono::seconds(config.ocioso_s);
    options.metrics = &app.metrics();
    options.admit = [&app](const http::Route& route, const http::Request& request) { return app.gate().admit(route, request); };
    return options;
}

/// Who may begin: the demonstration's people, or the link of the first administrator.
Result<void> greet(App& app, Demo demo, const std::string& dados, const http::Server& server) {
    AROEIRA_CHECK(ensure_demo(app, demo, dados));
    AROEIRA_TRY(const bool somebody, identity::is_administered(app.people()));
    if (!somebody) {
        auto may = app.gate().console<identity::Permission::usuarios_gerenciar>();
        AROEIRA_TRY(const auto code, identity::invite_first_administrator(may, app.people()));
        std::printf("Primeiro acesso (vale 24 horas, uma vez):\n  http://localhost:%u/primeiro-acesso#primeiro&codigo=%s\n", server.port(), code.c_str());
    }
    std::printf("Aroeira %s\n  http://localhost:%u\n", AROEIRA_VERSION, server.port());
    if (server.port_tls() != 0) std::printf("  https://localhost:%u\n", server.port_tls());
    AROEIRA_TRY(const bool shown, has_demo(app));
    if (shown) demo::print_accounts();
    std::fflush(stdout);
    return {};
}

/// Waits for the signal to stop. Blocked in every thread before any is made.
void wait_for_signal(const sigset_t& signals) {
    int received = 0;
    sigwait(&signals, &received);
}

}  // namespace

int serve(const Config& config, Demo demo) {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int one : {SIGINT, SIGTERM}) sigaddset(&signals, one);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const SystemClock clock;
    log::Logger log(clock, log::to_descriptor(2), level_of(config.nivel));
    auto opened = App::open(config, log);
    if (!opened) return fail(opened.error());
    App& app = **opened;
    auto options = server_options(config, app);
    if (!options) return fail(options.error());
    options->access = [&log](const http::Access& a) {
        if (a.status >= 500) log.warning("pedido falhou", {{"status", a.status}, {"ms", a.ms}, {"pedido", log::opaque(a.request_id)}});
    };
    http::Server server(std::move(*options), app.routes(), embedded::web());
    if (auto started = server.start(); !started) return fail(started.error());
    const RequestLimitKeeper limit(app, server);
    identity::SeenWriter seen(app.people());
    const audit::Sealer sealer(app.database(), app.vault(), [&log](const Error& error) { log.failure("trilha por selar", error); });
    if (auto ready = transmission::ensure_routine(app.sending()); !ready) return fail(ready.error());
    if (auto ready = copias::ensure_routine(app.copies()); !ready) return fail(ready.error());
    if (auto ready = relatorios::ensure_routine(app.reports()); !ready) return fail(ready.error());
    app.runner().start();
    if (auto greeted = greet(app, demo, config.dados, server); !greeted) return fail(greeted.error());

    wait_for_signal(signals);
    const bool finished = server.stop(std::chrono::seconds(config.encerramento_s));
    app.runner().stop();
    if (!finished) std::_Exit(0);
    return 0;
}

int migrate_database(const Config& config) {
    const SystemClock clock;
    log::Logger log(clock, log::to_descriptor(2));
    const auto app = App::open(config, log);
    if (!app) return fail(app.error());
    std::printf("Banco atualizado.\n");
    return 0;
}

}  // namespace aroeira::app
