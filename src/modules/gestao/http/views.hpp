// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "modules/gestao/domain/stores.hpp"
#include "platform/json/json.hpp"

/// What the screens of «Gestão municipal» send and read: one struct per JSON shape.
namespace aroeira::gestao::views {

inline constexpr std::string_view kVersao = "A que se leu; quem grava sobre outra recebe 409.";

struct PeriodoDaAgenda {
    std::int64_t dia = 1;
    std::string inicio{};
    std::string fim{};
    static constexpr auto fields = std::tuple{json::field("dia", &PeriodoDaAgenda::dia, "1 é segunda-feira; 7, domingo."),
                                              json::field("inicio", &PeriodoDaAgenda::inicio, "HH:MM."), json::field("fim", &PeriodoDaAgenda::fim, "HH:MM, depois do início; 24:00 é o fim do dia.")};
};

struct Agenda {
    std::int64_t duracao = 0;
    std::vector<PeriodoDaAgenda> periodos{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("duracao", &Agenda::duracao, "De um agendamento, em minutos."),
                                              json::field("periodos", &Agenda::periodos), json::field("versao", &Agenda::versao, kVersao)};
};

struct Exame {
    std::string codigo{};
    std::string nome{};
    static constexpr auto fields = std::tuple{json::field("codigo", &Exame::codigo, "Do SIGTAP."), json::field("nome", &Exame::nome)};
};

struct Exames {
    std::vector<Exame> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Exames::itens, "No máximo 30.")};
};

struct Grupo {
    std::string id{};
    std::string nome{};
    std::vector<Exame> exames{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("id", &Grupo::id), json::field("nome", &Grupo::nome), json::field("exames", &Grupo::exames),
                                              json::field("versao", &Grupo::versao)};
};

struct Grupos {
    std::vector<Grupo> itens{};
    std::int64_t total = 0;
    static constexpr auto fields = std::tuple{json::field("itens", &Grupos::itens), json::field("total", &Grupos::total)};
};

struct GrupoNovo {
    std::string nome{};
    std::vector<std::string> exames{};
    static constexpr auto fields = std::tuple{json::field("nome", &GrupoNovo::nome), json::field("exames", &GrupoNovo::exames, "Códigos do SIGTAP.")};
};

struct GrupoEditado {
    std::string nome{};
    std::vector<std::string> exames{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("nome", &GrupoEditado::nome), json::field("exames", &GrupoEditado::exames),
                                              json::field("versao", &GrupoEditado::versao, kVersao)};
};

struct Tipo {
    std::string id{};
    std::string nome{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("id", &Tipo::id), json::field("nome", &Tipo::nome), json::field("versao", &Tipo::versao)};
};

struct Tipos {
    std::vector<Tipo> itens{};
    std::int64_t total = 0;
    static constexpr auto fields = std::tuple{json::field("itens", &Tipos::itens), json::field("total", &Tipos::total)};
};

struct TipoNovo {
    std::string nome{};
    static constexpr auto fields = std::tuple{json::field("nome", &TipoNovo::nome)};
};

struct TipoEditado {
    std::string nome{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("nome", &TipoEditado::nome), json::field("versao", &TipoEditado::versao, kVersao)};
};

Agenda of(const AgendaSeen& seen);
/// Errors: `invalid_input` GESTAO-0001 on "periodos.N" for a text that is no hour.
Result<AgendaSeen> agenda_of(const Agenda& view);
Grupo of(const GrupoExame& grupo);
Tipo of(const TipoServico& tipo);
/// At most 30 whose code or name has the words, in the order of the codes.
Exames exames_with(std::string_view busca);

}  // namespace aroeira::gestao::views
