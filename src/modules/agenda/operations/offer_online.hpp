// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/agenda/operations/reached.hpp"

/// «Criar configuração de agenda online». Source: manual PEC 3.5.7.
namespace aroeira::agenda {

struct OnlineVista {
    estabelecimentos::LotacaoResumo lotacao{};
    std::vector<Horario> horarios{};    ///< All that the agenda has.
    std::vector<Horario> oferecidos{};  ///< Those of them that citizens may book.
    int minutes = 0;
    std::int64_t versao = 0;
};
/// Errors: those of `reached`; `conflict` AGENDA-0007 (a professional typed here), AGENDA-0009 (no agenda yet).
Result<OnlineVista> see_online(const AgendaGranted& granted, const std::optional<Ibge>& municipio, std::string_view lotacao, const Services& services);

/// «Salvar». What was booked stays where it is. Errors: also `invalid_input` AGENDA-0008 (an hour the agenda does not
/// have); `conflict` AGENDA-0003.
Result<void> save_online(const AgendaGranted& granted, const std::optional<Ibge>& municipio, std::string_view lotacao, const Online& chosen,
                         const Services& services);

}  // namespace aroeira::agenda
