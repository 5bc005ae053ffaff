// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "base/ids.hpp"
#include "base/unit.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/gestao/domain/stores.hpp"
#include "modules/identity/api/granted.hpp"
#include "platform/db/session.hpp"

namespace aroeira::gestao {

using MayGovern = identity::Granted<identity::Permission::gestao_municipal>;

/// One transaction's worth of what the module needs.
struct Ports {
    AgendaStore& agendas;
    GrupoExameStore& grupos;
    TipoServicoStore& tipos;
    audit::Trail& trail;
    db::Session& session;  ///< Only to pass on to who uses a type of service.
};

/// Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    IdSource& ids;
    /// Whether a unidade offers this type of service: then it stays.
    std::function<Result<bool>(db::Session&, const Ibge&, const TipoServicoId&)> tipo_in_use =
        [](db::Session&, const Ibge&, const TipoServicoId&) { return Result<bool>(false); };
};

/// The row of the trail of every change here.
inline Result<void> record(std::string entity, std::string_view id, std::string details, const identity::Actor& actor, const Ibge& municipio, Ports& ports) {
    return ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = actor.key, .address = actor.address,
                               .entity = std::move(entity), .entity_id = std::string(id), .municipio = std::string(municipio.text()),
                               .details = std::move(details)});
}

/// Somebody saved or removed it since it was read. Code: GESTAO-0002.
inline Error changed_meanwhile() {
    return {ErrorKind::conflict, "GESTAO-0002",
            "Outra pessoa alterou ou excluiu isto enquanto você o editava. O que você digitou continua na tela: confira e salve de novo, se ainda for o que quer."};
}

}  // namespace aroeira::gestao
