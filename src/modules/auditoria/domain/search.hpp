// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <tuple>
#include <vector>

#include "base/identifiers.hpp"
#include "modules/audit/api/reading.hpp"
#include "platform/json/json.hpp"

namespace aroeira::auditoria {

/// What somebody chose in the steps 1 to 4. Source: manual PEC 3.9.
struct Filtros {
    std::string inicio{};
    std::string fim{};
    std::string tipo{};
    std::string registro{};
    std::string usuario{};
    std::string detalhes{};
    std::string identificador{};
    std::string componente{};
    static constexpr auto fields = std::tuple{
        json::field("inicio", &Filtros::inicio, "Primeiro dia do período, AAAA-MM-DD."),
        json::field("fim", &Filtros::fim, "Último dia do período, AAAA-MM-DD."),
        json::field("tipo", &Filtros::tipo, "Tipo de evento; vazio, todos."),
        json::field("registro", &Filtros::registro, "Tipo de registro afetado; vazio, todos."),
        json::field("usuario", &Filtros::usuario, "Identificador do usuário gerador do evento; vazio, todos."),
        json::field("detalhes", &Filtros::detalhes, "Parte dos detalhes do evento; vazio, quaisquer."),
        json::field("identificador", &Filtros::identificador, "Identificador do registro afetado; vazio, todos."),
        json::field("componente", &Filtros::componente, "Componente gerador, como um IP; vazio, todos.")};
};

/// One option of a list of the screen.
struct Opcao {
    std::string codigo{};
    std::string titulo{};
    static constexpr auto fields = std::tuple{json::field("codigo", &Opcao::codigo), json::field("titulo", &Opcao::titulo)};
};
/// «Tipo de evento»: the manual's, and the three acts of a backup one by one.
std::vector<Opcao> event_options();
/// «Tipo de registro afetado».
std::vector<Opcao> record_options();

/// The filter over a chain, its days those of a clock that many minutes from UTC.
/// Errors: `invalid_input` AUDITORIA-0001, naming each wrong field.
Result<audit::EventFilter> filter_of(const Filtros& chosen, std::string_view municipio, int utc_offset_minutes);

/// "Tipo de evento: Troca de senha" and so on, without the period; `usuario` is the name of who was chosen.
std::vector<std::string> sentences_of(const Filtros& chosen, std::string_view usuario);

/// The period and the filters for the trail: what was typed freely only by its field, for it may be somebody's name.
std::string trail_details(std::string_view act, const Filtros& chosen);

/// 2026-10-07T14:05:09.123-03:00. Source: RFC 3339.
std::string rfc3339(std::int64_t instant_ms, int utc_offset_minutes);
/// 07/10/2026 14:05:09
std::string local_text(std::int64_t instant_ms, int utc_offset_minutes);

}  // namespace aroeira::auditoria
