// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/agenda/operations/reached.hpp"

/// «Criar configuração de agenda» and «Editar configuração de agenda». Source: manual PEC 3.5.5.
namespace aroeira::agenda {

struct AgendaVista {
    estabelecimentos::LotacaoResumo lotacao{};
    Vigente vigente{};
    gestao::AgendaPadrao padrao{};  ///< What «horário-padrão» fills in.
    int minutes = 0;                ///< An appointment of this lotação takes so long.
};
/// Errors: those of `reached`.
Result<AgendaVista> see_agenda(const AgendaGranted& granted, const std::optional<Ibge>& municipio, std::string_view lotacao, const Services& services);

/// «Salvar». What is booked already stays where it is.
/// Errors: those of `reached`; `invalid_input` AGENDA-0002; `conflict` AGENDA-0003.
Result<void> save_agenda(const AgendaGranted& granted, const std::optional<Ibge>& municipio, std::string_view lotacao, const Configuracao& chosen,
                         const Services& services);

/// How each lotação of a professional stands, for the menu of the list; only those the actor reaches.
struct AgendaNaLista {
    std::string lotacao{};
    Situacao situacao = Situacao::nenhuma;
    bool online = false;  ///< Some hour is offered.
};
Result<std::vector<AgendaNaLista>> list_agendas(const AgendaGranted& granted, const std::optional<Ibge>& municipio, std::string_view profissional,
                                                const Services& services);

}  // namespace aroeira::agenda
