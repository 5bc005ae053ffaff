// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <functional>
#include <string>

#include "base/ids.hpp"
#include "base/unit.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/identity/api/security.hpp"
#include "modules/identity/domain/entrada.hpp"
#include "modules/identity/domain/segundo_fator.hpp"
#include "modules/identity/domain/sessao.hpp"
#include "modules/identity/operations/perfil_book.hpp"
#include "modules/identity/operations/refusal_meter.hpp"
#include "modules/identity/operations/secrets.hpp"
#include "modules/identity/operations/seen_book.hpp"

namespace aroeira::identity {

/// One transaction's worth of what identity needs.
struct Ports {
    UsuarioStore& usuarios;
    PerfilStore& perfis;
    SessaoStore& sessoes;
    TentativaStore& tentativas;
    CredencialStore& credenciais;
    SegundoFatorStore& fatores;
    EntradaStore& entradas;
    audit::Trail& trail;
    SecuritySettings& settings;
    Places& places;
};

/// What identity needs for as long as the program runs. Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    const Clock& clock;
    IdSource& ids;
    Secrets& secrets;
    SeenBook& seen;        ///< One per program.
    RefusalMeter& meter;   ///< One per program.
    PerfilBook& perfis;    ///< One per program.
    /// Makes a wrong password slower to try again. A test gives one that does not wait.
    std::function<void(std::chrono::milliseconds)> pause;
};

}  // namespace aroeira::identity
