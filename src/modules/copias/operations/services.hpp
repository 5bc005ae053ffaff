// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <vector>

#include "base/unit.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/copias/domain/copia.hpp"
#include "modules/identity/api/granted.hpp"
#include "modules/instalacoes/api/municipio_ativo.hpp"
#include "modules/instalacoes/api/settings.hpp"
#include "platform/backup/backup.hpp"
#include "platform/db/session.hpp"

namespace aroeira::copias {

using MayCopy = identity::Granted<identity::Permission::instalacao_configurar>;

/// One transaction's worth of what the module needs.
struct Ports {
    CopiaStore& copias;
    instalacoes::MunicipiosAtivos& municipios;
    instalacoes::Settings& settings;  ///< Who we are.
    audit::Trail& trail;
    db::Session& session;  ///< Only to pass on to the job queue.
};

/// Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    db::Database& database;  ///< What is copied.
    const Clock& clock;
    IdSource& ids;
    std::string program;     ///< Its version, said in every copy.
    /// The files without which the database cannot be used: the keys.
    std::function<Result<std::vector<backup::File>>()> files;
    /// The sum of what the disk has.
    std::function<Result<std::string>(const std::string& path)> read_back = backup::sha256_of_file;
};

constexpr std::string_view kRoutineJob = "copias_rotina";
constexpr std::string_view kOnlyRoutine = "instalacao";

}  // namespace aroeira::copias
