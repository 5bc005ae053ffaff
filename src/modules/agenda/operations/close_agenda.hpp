// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/agenda/operations/reached.hpp"

/// «Visualizar fechamento de agenda». Source: manual PEC 3.5.6.
namespace aroeira::agenda {

/// The latest first. Errors: those of `reached`.
Result<std::vector<Fechamento>> list_fechamentos(const AgendaGranted& granted, const std::optional<Ibge>& municipio, std::string_view lotacao,
                                                 const Services& services);

struct NewFechamento {
    std::string inicio{}, fim{};  ///< AAAA-MM-DD.
    Motivo motivo = Motivo::outro;
    std::string especificacao{};
};
/// «Adicionar». Errors: those of `reached`; `invalid_input` AGENDA-0005 (each field, and days that are closed already).
Result<Fechamento> add_fechamento(const AgendaGranted& granted, const std::optional<Ibge>& municipio, std::string_view lotacao,
                                  const NewFechamento& fresh, const Services& services);

/// Errors: those of `reached`; `not_found` AGENDA-0006.
Result<void> remove_fechamento(const AgendaGranted& granted, const std::optional<Ibge>& municipio, std::string_view lotacao, const FechamentoId& id,
                               const Services& services);

}  // namespace aroeira::agenda
