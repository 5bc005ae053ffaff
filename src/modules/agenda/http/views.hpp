// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/agenda/operations/close_agenda.hpp"
#include "modules/agenda/operations/configure_agenda.hpp"
#include "modules/agenda/operations/offer_online.hpp"
#include "platform/json/json.hpp"

/// What the screens of the agenda send and read: one struct per JSON shape.
namespace aroeira::agenda::views {

struct PeriodoDeAgenda {
    std::int64_t dia = 1;
    std::string inicio{}, fim{};
    static constexpr auto fields = std::tuple{json::field("dia", &PeriodoDeAgenda::dia, "1 é segunda-feira; 7, domingo."),
                                              json::field("inicio", &PeriodoDeAgenda::inicio, "HH:MM."), json::field("fim", &PeriodoDeAgenda::fim, "HH:MM, depois do início; 24:00 é o fim do dia.")};
};

struct AgendaEscolhida {
    std::vector<PeriodoDeAgenda> periodos{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("periodos", &AgendaEscolhida::periodos),
                                              json::field("versao", &AgendaEscolhida::versao, "A que estava na tela; 0 na primeira vez.")};
};

/// Of whom and where.
struct Lotacao {
    std::string lotacao{}, profissional{}, profissional_nome{}, unidade{}, cbo{}, cbo_titulo{};
    std::int64_t duracao = 0;
    static constexpr auto fields = std::tuple{
        json::field("lotacao", &Lotacao::lotacao), json::field("profissional", &Lotacao::profissional),
        json::field("profissional_nome", &Lotacao::profissional_nome), json::field("unidade", &Lotacao::unidade), json::field("cbo", &Lotacao::cbo),
        json::field("cbo_titulo", &Lotacao::cbo_titulo), json::field("duracao", &Lotacao::duracao, "De um agendamento, em minutos.")};
};

struct AgendaDaLotacao : Lotacao {
    std::string situacao{};
    std::vector<PeriodoDeAgenda> periodos{}, padrao{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple_cat(
        Lotacao::fields, std::tuple{json::field("situacao", &AgendaDaLotacao::situacao, "", "nenhuma|automatica|configurada"),
                                    json::field("periodos", &AgendaDaLotacao::periodos), json::field("padrao", &AgendaDaLotacao::padrao, "O horário-padrão do município."),
                                    json::field("versao", &AgendaDaLotacao::versao)});
};

struct AgendaNaLista {
    std::string lotacao{}, situacao{};
    bool online = false;
    static constexpr auto fields = std::tuple{json::field("lotacao", &AgendaNaLista::lotacao),
                                              json::field("situacao", &AgendaNaLista::situacao, "", "nenhuma|automatica|configurada"),
                                              json::field("online", &AgendaNaLista::online, "Há horários para agendamento online.")};
};
struct Agendas {
    std::vector<AgendaNaLista> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Agendas::itens)};
};

struct NovoFechamento {
    std::string inicio{}, fim{}, motivo{}, especificacao{};
    static constexpr auto fields = std::tuple{
        json::field("inicio", &NovoFechamento::inicio, "AAAA-MM-DD."), json::field("fim", &NovoFechamento::fim, "AAAA-MM-DD, incluída."),
        json::field("motivo", &NovoFechamento::motivo, "", "atestado|curso|ferias|licenca|reuniao|outro"),
        json::field("especificacao", &NovoFechamento::especificacao, "Só do motivo outro.")};
};
struct Fechamento : NovoFechamento {
    std::string id{};
    static constexpr auto fields = std::tuple_cat(std::tuple{json::field("id", &Fechamento::id)}, NovoFechamento::fields);
};
struct Fechamentos : Lotacao {
    std::vector<Fechamento> itens{};
    static constexpr auto fields = std::tuple_cat(Lotacao::fields, std::tuple{json::field("itens", &Fechamentos::itens)});
};

struct HorarioDaAgenda {
    std::int64_t dia = 1;
    std::string inicio{};
    static constexpr auto fields = std::tuple{json::field("dia", &HorarioDaAgenda::dia, "1 é segunda-feira; 7, domingo."), json::field("inicio", &HorarioDaAgenda::inicio, "HH:MM.")};
};
struct OnlineEscolhido {
    std::vector<HorarioDaAgenda> oferecidos{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("oferecidos", &OnlineEscolhido::oferecidos, "Os que os cidadãos podem agendar."),
                                              json::field("versao", &OnlineEscolhido::versao)};
};
struct AgendaOnline : Lotacao {
    std::vector<HorarioDaAgenda> horarios{}, oferecidos{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple_cat(
        Lotacao::fields, std::tuple{json::field("horarios", &AgendaOnline::horarios, "Todos os da agenda."),
                                    json::field("oferecidos", &AgendaOnline::oferecidos), json::field("versao", &AgendaOnline::versao)});
};

/// Errors: `invalid_input` AGENDA-0002 for a text that is no hour.
Result<std::vector<Periodo>> periodos_of(const std::vector<PeriodoDeAgenda>& typed);
/// Errors: `invalid_input` AGENDA-0008.
Result<std::vector<Horario>> horarios_of(const std::vector<HorarioDaAgenda>& typed);
AgendaDaLotacao of(const AgendaVista& seen);
AgendaOnline of(const OnlineVista& seen);
Fechamento of(const agenda::Fechamento& one);
Lotacao of(const estabelecimentos::LotacaoResumo& lotacao, int minutes);

}  // namespace aroeira::agenda::views
