// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "modules/identity/http/recovery_routes.hpp"  // IWYU pragma: export
#include "modules/identity/http/session_gate.hpp"     // IWYU pragma: export
#include "modules/identity/operations/manage_usuarios.hpp"  // IWYU pragma: export
#include "modules/identity/operations/prepare_perfis.hpp"   // IWYU pragma: export
#include "modules/identity/operations/redefine_password.hpp"  // IWYU pragma: export
#include "modules/identity/store/sql_actor_names.hpp"       // IWYU pragma: export
#include "modules/identity/store/sql_credencial_store.hpp"  // IWYU pragma: export
#include "modules/identity/store/sql_entrada_store.hpp"      // IWYU pragma: export
#include "modules/identity/store/sql_people.hpp"            // IWYU pragma: export
#include "modules/identity/store/sql_perfil_store.hpp"      // IWYU pragma: export
#include "modules/identity/store/sql_segundo_fator_store.hpp"  // IWYU pragma: export
#include "modules/identity/store/sql_sessao_store.hpp"      // IWYU pragma: export
#include "modules/identity/store/sql_usuario_store.hpp"     // IWYU pragma: export
#include "platform/http/http.hpp"

/// What app/ sees of the module: the gate, the stores to wire, the routes, and how the first
/// usuários come to be.
namespace aroeira::identity {

/// Sessão, primeiro acesso, credenciais de integração, and the login of the LEDI API.
/// `gate` and `services` must outlive the routes.
std::vector<http::Route> routes(SessionGate& gate, const Services& services);

/// The letter of «Esqueci minha senha», by kind. Both must outlive the runner.
std::map<std::string, jobs::Handler> jobs(const Services& services, const RecoveryServices& recovery);

/// Writes when sessions were last heard of, every quarter of a minute and once more at the end.
class SeenWriter {
public:
    explicit SeenWriter(const Services& services);
    ~SeenWriter();
    SeenWriter(const SeenWriter&) = delete;
    SeenWriter& operator=(const SeenWriter&) = delete;

private:
    void run();

    const Services& services_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace aroeira::identity
