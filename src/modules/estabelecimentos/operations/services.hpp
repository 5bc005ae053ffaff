// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string_view>

#include "base/unit.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/estabelecimentos/domain/ceps.hpp"
#include "modules/estabelecimentos/domain/lotacoes.hpp"
#include "modules/estabelecimentos/domain/ocupacoes.hpp"
#include "modules/estabelecimentos/domain/stores.hpp"
#include "modules/estabelecimentos/domain/unidades.hpp"
#include "modules/identity/api/passwords.hpp"
#include "modules/identity/api/people.hpp"
#include "modules/instalacoes/api/municipio_ativo.hpp"
#include "platform/db/session.hpp"

namespace aroeira::estabelecimentos {

/// One transaction's worth of what the module needs.
struct Ports {
    CadastroStore& cadastro;
    ImportacaoStore& importacoes;
    CboStore& cbos;
    UnidadeStore& unidades;
    ProfissionalStore& profissionais;
    LotacaoStore& lotacoes;
    CepStore& ceps;
    identity::People& people;
    instalacoes::MunicipiosAtivos& municipios;
    audit::Trail& trail;
    db::Session& session;  ///< Only to pass on: to the job queue and to the reactions.
};

/// Told how far a long work is; an Error ends the work.
using OnProgress = std::function<Result<void>(std::string_view stage, std::int64_t done, std::int64_t total)>;

/// What other modules do about an import. Filled in app/wiring.
struct Reactions {
    /// The registry of the município changed: in the same transaction.
    std::function<Result<void>(db::Session&, const Ibge&, std::string_view actor)> imported =
        [](db::Session&, const Ibge&, std::string_view) { return Result<void>(); };
    /// How many valid fichas of the município would not be valid under `after`. Opens its own transactions.
    std::function<Result<std::int64_t>(const Ibge&, const CadastroPtr& after, const OnProgress&)> invalidated =
        [](const Ibge&, const CadastroPtr&, const OnProgress&) { return Result<std::int64_t>(0); };
    /// A lotação is no more: in the same transaction.
    std::function<Result<void>(db::Session&, const Ibge&, std::string_view lotacao)> lotacao_removed =
        [](db::Session&, const Ibge&, std::string_view) { return Result<void>(); };
};

/// Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    const Clock& clock;
    IdSource& ids;
    identity::Passwords& passwords;
    std::function<void()> wake_jobs = [] {};
    Reactions reactions{};
};

inline constexpr std::string_view kImportJob = "cnes_importar";

}  // namespace aroeira::estabelecimentos
