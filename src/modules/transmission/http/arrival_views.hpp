// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/fichas/api/findings.hpp"
#include "modules/transmission/domain/anuncio_json.hpp"
#include "modules/transmission/operations/receive_chegada.hpp"
#include "platform/json/json.hpp"

/// What one installation answers to another that sends lotes: one struct per JSON shape. The announcement
/// is in domain/anuncio_json.hpp, for both ends.
namespace aroeira::transmission::views {

struct ContagemDoLote {
    std::int64_t recebidas = 0, validas = 0, invalidas = 0, ilegiveis = 0, repetidas = 0;
    static constexpr auto fields = std::tuple{
        json::field("recebidas", &ContagemDoLote::recebidas), json::field("validas", &ContagemDoLote::validas),
        json::field("invalidas", &ContagemDoLote::invalidas), json::field("ilegiveis", &ContagemDoLote::ilegiveis),
        json::field("repetidas", &ContagemDoLote::repetidas)};
};

struct Chegada {
    std::string lote{};
    std::string situacao{};
    std::int64_t recebidos = 0;
    std::int64_t parte_bytes_max = 0;
    std::string mensagem{};
    std::optional<ContagemDoLote> contagem{};
    static constexpr auto fields = std::tuple{
        json::field("lote", &Chegada::lote),
        json::field("situacao", &Chegada::situacao, "confirmado: está todo aqui e não se perde mais.", "recebendo|confirmado|processado|falhou"),
        json::field("recebidos", &Chegada::recebidos, "Bytes que estão aqui: a próxima parte começa neles."),
        json::field("parte_bytes_max", &Chegada::parte_bytes_max, "Maior parte aceita."),
        json::field("mensagem", &Chegada::mensagem, "Por que falhou."),
        json::field("contagem", &Chegada::contagem, "Depois do processamento.")};
};

struct FichaPerguntada {
    std::string uuid{};
    std::string sha256{};
    static constexpr auto fields = std::tuple{json::field("uuid", &FichaPerguntada::uuid),
                                              json::field("sha256", &FichaPerguntada::sha256, "Dos bytes enviados, em hexadecimal.")};
};

struct PerguntaDeVereditos {
    std::string municipio{};
    std::vector<FichaPerguntada> fichas{};
    static constexpr auto fields = std::tuple{json::field("municipio", &PerguntaDeVereditos::municipio, "Código IBGE."),
                                              json::field("fichas", &PerguntaDeVereditos::fichas, "No máximo 1000.")};
};

struct Veredito {
    std::string uuid{};
    std::string situacao{};
    std::vector<fichas::Finding> erros{};
    std::vector<fichas::Finding> avisos{};
    static constexpr auto fields = std::tuple{
        json::field("uuid", &Veredito::uuid),
        json::field("situacao", &Veredito::situacao, "desconhecida: não está aqui, ou ainda não foi processada.", "aceita|rejeitada|desconhecida"),
        json::field("erros", &Veredito::erros), json::field("avisos", &Veredito::avisos)};
};

struct Vereditos {
    std::vector<Veredito> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Vereditos::itens, "Na ordem da pergunta.")};
};

Chegada of(const ChegadaState& state, const ArrivalLimits& limits);

}  // namespace aroeira::transmission::views
