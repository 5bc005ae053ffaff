// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/fichas/api/findings.hpp"
#include "modules/transmission/operations/receive_chegada.hpp"
#include "platform/json/json.hpp"

/// What one installation says to another when it sends lotes: one struct per JSON shape.
namespace aroeira::transmission::views {

inline constexpr std::string_view kTipos = "prontuario|centralizador_municipal|centralizador_estadual|centralizador_nacional";

struct Remetente {
    std::string instalacao{};
    std::string nome{};
    std::string tipo{};
    std::string versao{};
    static constexpr auto fields = std::tuple{
        json::field("instalacao", &Remetente::instalacao, "Identificador (UUID) da instalação."), json::field("nome", &Remetente::nome),
        json::field("tipo", &Remetente::tipo, "", kTipos), json::field("versao", &Remetente::versao, "Do programa.")};
};

struct AnuncioDeLote {
    std::string lote{};
    std::string municipio{};
    std::int64_t numero = 0;
    std::int64_t fichas = 0;
    std::int64_t tamanho = 0;
    std::string sha256{};
    Remetente remetente{};
    static constexpr auto fields = std::tuple{
        json::field("lote", &AnuncioDeLote::lote, "Identificador (UUID) dado por quem envia."), json::field("municipio", &AnuncioDeLote::municipio, "Código IBGE."),
        json::field("numero", &AnuncioDeLote::numero, "Sequencial na instalação que envia: diz qual lote é mais novo."),
        json::field("fichas", &AnuncioDeLote::fichas), json::field("tamanho", &AnuncioDeLote::tamanho, "Bytes do arquivo."),
        json::field("sha256", &AnuncioDeLote::sha256, "Do arquivo, em hexadecimal."), json::field("remetente", &AnuncioDeLote::remetente)};
};

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

/// Errors: `invalid_input` IDENT-0006, IDENT-0007.
Result<Anuncio> anuncio_of(const AnuncioDeLote& view);
Chegada of(const ChegadaState& state, const ArrivalLimits& limits);

}  // namespace aroeira::transmission::views
