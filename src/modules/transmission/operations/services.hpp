// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <mutex>

#include "base/ids.hpp"
#include "base/unit.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/fichas/api/kept_fichas.hpp"
#include "modules/fichas/api/valid_fichas.hpp"
#include "modules/identity/api/granted.hpp"
#include "modules/instalacoes/api/municipio_ativo.hpp"
#include "modules/instalacoes/api/settings.hpp"
#include "modules/transmission/domain/destino_store.hpp"
#include "modules/transmission/domain/envio_store.hpp"
#include "modules/transmission/domain/lote_enviado_store.hpp"
#include "modules/transmission/domain/lote_writer.hpp"
#include "modules/transmission/domain/percurso_store.hpp"
#include "modules/transmission/domain/sincronia.hpp"
#include "modules/transmission/domain/tentativas.hpp"
#include "platform/client/client.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"

namespace aroeira::transmission {

using MayManage = identity::Granted<identity::Permission::transmissao_gerenciar>;

/// One transaction's worth of what the transmission needs.
struct Ports {
    LoteEnviadoStore& lotes;
    DestinoStore& destinos;
    EnvioStore& envio;
    PercursoStore& percurso;
    fichas::ValidFichas& fichas;
    fichas::KeptFichas& kept;
    SincroniaStore& sincronia;
    instalacoes::MunicipiosAtivos& municipios;
    instalacoes::Settings& settings;  ///< Who we are, and the hours.
    audit::Trail& trail;
    db::Session& session;  ///< Only to pass on: to the job queue and to a job's cursor.
};

/// From the system's own source.
double any_chance();

/// Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    const Clock& clock;
    IdSource& ids;
    client::Transport& transport;
    const crypto::Vault& vault;  ///< Seals the passwords of destinos; the context is the destino's id.
    /// Asks the permission again for who started a job. Errors: `forbidden` ACESSO-0002.
    std::function<Result<MayManage>(std::string_view actor_key, const Ibge& municipio)> resume;
    std::function<void()> wake_jobs;
    LoteLimits limits{};
    Chance chance = any_chance;  ///< Spreads the tries after a failure.
    /// Held by the one «Testar conexão» of this node: the others are told to wait, and keep no worker.
    std::shared_ptr<std::mutex> testing = std::make_shared<std::mutex>();
};

constexpr std::string_view kGenerateJob = "transmissao_gerar_lotes";
constexpr std::string_view kSendJob = "transmissao_enviar";
constexpr std::string_view kRoutineJob = "transmissao_rotina";

}  // namespace aroeira::transmission
