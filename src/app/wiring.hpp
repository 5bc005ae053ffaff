// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/config.hpp"
#include "app/data_directory.hpp"
#include "modules/agenda/module.hpp"
#include "modules/audit/module.hpp"
#include "modules/auditoria/module.hpp"
#include "modules/copias/module.hpp"
#include "modules/estabelecimentos/module.hpp"
#include "modules/fichas/module.hpp"
#include "modules/gestao/module.hpp"
#include "modules/identity/module.hpp"
#include "modules/imunobiologicos/module.hpp"
#include "modules/instalacoes/module.hpp"
#include "modules/relatorios/module.hpp"
#include "modules/transmission/module.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/log/log.hpp"
#include "platform/log/metrics.hpp"

namespace aroeira::app {

/// What `db::open` takes for this installation.
std::string database_of(const Config& config);

/// The whole program, in the order it is born; it dies in the reverse order. The only place that
/// knows every module and chooses every implementation.
///
/// To add a module: its stores where its ports are made (stores.hpp), its services in wiring.cpp, its routes
/// in `routes()`, its jobs in `jobs()`.
class App {
public:
    /// Opens the data directory, brings the database to the last migration and joins everything.
    /// Errors: those of DataDirectory, crypto::Vault, db::open, db::migrate, check_keys, transmission::known_centralizadores and
    /// relatorios::Contador::make.
    static Result<std::unique_ptr<App>> open(const Config& config, log::Logger& log);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    [[nodiscard]] std::vector<http::Route> routes();
    [[nodiscard]] db::Database& database();
    [[nodiscard]] identity::SessionGate& gate();
    [[nodiscard]] const identity::Services& people();
    [[nodiscard]] const instalacoes::Services& installation();
    [[nodiscard]] const estabelecimentos::Services& registry();
    [[nodiscard]] const fichas::Services& receiving();
    [[nodiscard]] const transmission::Services& sending();
    [[nodiscard]] const copias::Services& copies();
    [[nodiscard]] metrics::Registry& metrics();
    [[nodiscard]] const relatorios::Services& reports();
    [[nodiscard]] jobs::Runner& runner();
    [[nodiscard]] const crypto::Vault& vault();

private:
    struct Parts;
    explicit App(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace aroeira::app
