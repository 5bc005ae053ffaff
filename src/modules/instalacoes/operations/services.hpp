// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/unit.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/instalacoes/domain/stores.hpp"
#include "platform/client/client.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/mail/mail.hpp"

namespace aroeira::instalacoes {

/// One transaction's worth of what the module needs.
struct Ports {
    MunicipioStore& municipios;
    SettingsStore& settings;
    audit::Trail& trail;
    db::Session& session;  ///< Only to pass on to the job queue.
};

/// What other modules do when something here changes, in the same transaction. Filled in app/wiring.
struct Reactions {
    using Change = std::function<Result<void>(db::Session&)>;
    using Cancelling = std::function<Result<void>(db::Session&, const jobs::Status&)>;
    Change processing_hours = [](db::Session&) { return Result<void>(); };
    Change transmission_hours = [](db::Session&) { return Result<void>(); };
    Change internet_switched = [](db::Session&) { return Result<void>(); };
    Change municipio_activated = [](db::Session&) { return Result<void>(); };
    Cancelling trabalho_cancelled = [](db::Session&, const jobs::Status&) { return Result<void>(); };
};

/// Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    const Clock& clock;
    const NationalMunicipios& national;
    Reactions reactions{};
};

/// What the requests of this node are doing now.
struct Load {
    std::int64_t limit = 0;    ///< In force here; a change takes a few seconds to reach every node.
    std::int64_t running = 0;
    std::int64_t most = 0;     ///< At once, since the limit changed.
    std::int64_t waiting = 0;
    std::int64_t refused = 0;  ///< Since the program began.
};

/// What «Configurações da instalação» needs besides. Filled once, in app/wiring.
struct Outside {
    IdSource& ids;
    client::Transport& transport;
    mail::Sender& mail;
    const crypto::Vault& vault;  ///< Seals the password of the e-mail; the context is `kMailSenhaContext`.
    std::string test_address;  ///< What is asked to know whether there is internet.
    std::function<void()> wake_jobs;
    std::function<Load()> load;
};

}  // namespace aroeira::instalacoes
