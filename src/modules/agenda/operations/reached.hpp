// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/agenda/operations/services.hpp"

namespace aroeira::agenda {

/// The active lotação, for a coordinator of its unit.
/// Errors: `not_found` AGENDA-0001; `forbidden` AGENDA-0004.
Result<estabelecimentos::LotacaoResumo> reached(const AgendaGranted& granted, const Ibge& municipio, std::string_view lotacao, Ports& ports);

/// The hours a lotação has, chosen or not, and where they come from.
struct Vigente {
    Configuracao configuracao{};
    Situacao situacao = Situacao::nenhuma;
};
/// Errors: `unavailable` DB-0004.
Result<Vigente> vigente_of(const estabelecimentos::LotacaoResumo& lotacao, const Ibge& municipio, Ports& ports);

/// Writes what somebody changed of the agenda of a lotação. `act` is criado, alterado or excluido.
Result<void> record(const AgendaGranted& granted, const Ibge& municipio, std::string_view entity, std::string_view id, std::string_view act, Ports& ports);

}  // namespace aroeira::agenda
