// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/auditoria/domain/search.hpp"
#include "modules/auditoria/domain/trail_report.hpp"
#include "modules/auditoria/operations/request_trilha.hpp"

/// What the screens send and read: one struct per JSON shape.
namespace aroeira::auditoria::views {

struct Opcoes {
    std::vector<Opcao> tipos{};
    std::vector<Opcao> registros{};
    static constexpr auto fields = std::tuple{json::field("tipos", &Opcoes::tipos, "De evento."), json::field("registros", &Opcoes::registros, "De registro afetado.")};
};

struct Evento {
    std::string id{};
    std::int64_t instante_ms = 0;
    std::string tipo{};
    std::string usuario{};
    std::string componente{};
    std::string registro{};
    std::string identificador{};
    std::string detalhes{};
    static constexpr auto fields = std::tuple{
        json::field("id", &Evento::id), json::field("instante_ms", &Evento::instante_ms), json::field("tipo", &Evento::tipo),
        json::field("usuario", &Evento::usuario, "Nome de quem o causou, lido agora."), json::field("componente", &Evento::componente, "De onde, como um IP."),
        json::field("registro", &Evento::registro), json::field("identificador", &Evento::identificador), json::field("detalhes", &Evento::detalhes)};
};

struct Eventos {
    std::vector<Evento> itens{};
    std::string proxima{};
    static constexpr auto fields = std::tuple{json::field("itens", &Eventos::itens),
                                              json::field("proxima", &Eventos::proxima, "De onde continuar; vazio no fim.")};
};

struct Pessoa {
    std::string id{};
    std::string nome{};
    static constexpr auto fields = std::tuple{json::field("id", &Pessoa::id), json::field("nome", &Pessoa::nome)};
};
struct Pessoas {
    std::vector<Pessoa> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Pessoas::itens)};
};

struct TrilhaPedida {
    Filtros filtros{};
    std::string formato{};
    static constexpr auto fields = std::tuple{json::field("filtros", &TrilhaPedida::filtros), json::field("formato", &TrilhaPedida::formato, "", "csv|pdf")};
};

struct TrilhaGerada {
    std::string id{};
    std::string formato{};
    std::string situacao{};
    std::string trabalho{};
    std::string motivo{};
    std::string inicio{};
    std::string fim{};
    std::vector<std::string> filtros{};
    std::string gerada_por{};
    std::int64_t eventos = 0;
    std::int64_t tamanho = 0;
    std::string soma{};
    std::int64_t criada_ms = 0;
    std::int64_t expira_ms = 0;
    static constexpr auto fields = std::tuple{
        json::field("id", &TrilhaGerada::id), json::field("formato", &TrilhaGerada::formato, "", "csv|pdf"),
        json::field("situacao", &TrilhaGerada::situacao, "", "gerando|concluida|falhou|cancelada|expirada"), json::field("trabalho", &TrilhaGerada::trabalho),
        json::field("motivo", &TrilhaGerada::motivo, "Por que falhou."), json::field("inicio", &TrilhaGerada::inicio), json::field("fim", &TrilhaGerada::fim),
        json::field("filtros", &TrilhaGerada::filtros, "Os filtros escolhidos, para pessoas."), json::field("gerada_por", &TrilhaGerada::gerada_por),
        json::field("eventos", &TrilhaGerada::eventos), json::field("tamanho", &TrilhaGerada::tamanho, "Bytes do arquivo."),
        json::field("soma", &TrilhaGerada::soma, "SHA-256 do arquivo."), json::field("criada_ms", &TrilhaGerada::criada_ms),
        json::field("expira_ms", &TrilhaGerada::expira_ms, "Quando o arquivo é descartado.")};
};
struct TrilhasGeradas {
    std::vector<TrilhaGerada> itens{};
    std::int64_t total = 0;
    std::int64_t pagina = 1;
    static constexpr auto fields = std::tuple{json::field("itens", &TrilhasGeradas::itens), json::field("total", &TrilhasGeradas::total),
                                              json::field("pagina", &TrilhasGeradas::pagina)};
};

Evento of(EventLine line);
TrilhaGerada of(const ListedTrilha& listed);

}  // namespace aroeira::auditoria::views
