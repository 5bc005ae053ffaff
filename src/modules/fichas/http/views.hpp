// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/fichas/domain/recebimento.hpp"
#include "modules/fichas/api/findings.hpp"
#include "platform/json/json.hpp"

/// What the recebimento screens read: one struct per JSON shape, and how it is filled.
namespace aroeira::fichas::views {

struct TotalTipo {
    std::int64_t tipo = 0;
    std::string nome{};
    std::int64_t validas = 0;
    std::int64_t invalidas = 0;
    static constexpr auto fields = std::tuple{
        json::field("tipo", &TotalTipo::tipo, "Código do tipo de ficha."),
        json::field("nome", &TotalTipo::nome, "Nome do tipo de ficha."),
        json::field("validas", &TotalTipo::validas), json::field("invalidas", &TotalTipo::invalidas)};
};

struct Lote {
    std::string id{};
    std::string arquivo{};
    std::string tipo{};
    std::int64_t recebido_ms = 0;
    std::optional<std::int64_t> processado_ms{};
    std::string responsavel{};
    std::string situacao{};
    std::string mensagem{};
    std::int64_t tamanho = 0;
    std::int64_t entradas = 0;
    std::int64_t recebidas = 0;
    std::int64_t validas = 0;
    std::int64_t invalidas = 0;
    std::int64_t ilegiveis = 0;
    std::int64_t repetidas = 0;
    std::optional<std::int64_t> numero_originadora{};
    std::optional<std::string> trabalho{};
    static constexpr auto fields = std::tuple{
        json::field("id", &Lote::id), json::field("arquivo", &Lote::arquivo, "Nome do arquivo recebido."),
        json::field("tipo", &Lote::tipo, "Canal de recebimento.", "arquivo|online"),
        json::field("recebido_ms", &Lote::recebido_ms, "Instante do recebimento, em milissegundos UTC."),
        json::field("processado_ms", &Lote::processado_ms), json::field("responsavel", &Lote::responsavel),
        json::field("situacao", &Lote::situacao, "", "aguardando|processando|processado|falhou"),
        json::field("mensagem", &Lote::mensagem, "Causa, quando falhou."), json::field("tamanho", &Lote::tamanho, "Bytes."),
        json::field("entradas", &Lote::entradas, "Arquivos no lote."), json::field("recebidas", &Lote::recebidas),
        json::field("validas", &Lote::validas), json::field("invalidas", &Lote::invalidas),
        json::field("ilegiveis", &Lote::ilegiveis), json::field("repetidas", &Lote::repetidas),
        json::field("numero_originadora", &Lote::numero_originadora, "Número do lote no sistema de origem."),
        json::field("trabalho", &Lote::trabalho, "Trabalho que processa o lote.")};
};

struct LoteComTotais {
    Lote lote{};
    std::vector<TotalTipo> por_tipo{};
    static constexpr auto fields = std::tuple{json::field("lote", &LoteComTotais::lote),
                                              json::field("por_tipo", &LoteComTotais::por_tipo)};
};

struct Lotes {
    std::vector<Lote> itens{};
    std::int64_t total = 0;
    std::int64_t pagina = 1;
    static constexpr auto fields = std::tuple{json::field("itens", &Lotes::itens), json::field("total", &Lotes::total),
                                              json::field("pagina", &Lotes::pagina)};
};

struct LoteAceito {
    std::string lote{};
    std::string trabalho{};
    static constexpr auto fields = std::tuple{json::field("lote", &LoteAceito::lote),
                                              json::field("trabalho", &LoteAceito::trabalho)};
};

struct Ficha {
    std::string uuid{};
    std::int64_t tipo = 0;
    std::string nome_tipo{};
    std::string cnes{};
    std::optional<std::string> ine{};
    std::string competencia{};
    std::string situacao{};
    std::string versao_ledi{};
    std::int64_t versao = 0;
    std::int64_t erros = 0;
    std::optional<std::string> motivo{};
    static constexpr auto fields = std::tuple{
        json::field("uuid", &Ficha::uuid, "Identificador da ficha; de uma ilegível, o nome do arquivo."),
        json::field("tipo", &Ficha::tipo), json::field("nome_tipo", &Ficha::nome_tipo), json::field("cnes", &Ficha::cnes),
        json::field("ine", &Ficha::ine), json::field("competencia", &Ficha::competencia, "AAAAMM."),
        json::field("situacao", &Ficha::situacao, "", "valida|invalida|ilegivel"),
        json::field("versao_ledi", &Ficha::versao_ledi), json::field("versao", &Ficha::versao, "1, 2, … deste uuid."),
        json::field("erros", &Ficha::erros, "Quantas regras a recusaram."),
        json::field("motivo", &Ficha::motivo, "De uma ilegível.")};
};

struct Fichas {
    std::vector<Ficha> itens{};
    std::int64_t total = 0;
    std::int64_t pagina = 1;
    static constexpr auto fields = std::tuple{json::field("itens", &Fichas::itens), json::field("total", &Fichas::total),
                                              json::field("pagina", &Fichas::pagina)};
};

struct Versao {
    std::int64_t versao = 0;
    std::int64_t recebida_ms = 0;
    std::string situacao{};
    std::string lote{};
    static constexpr auto fields = std::tuple{json::field("versao", &Versao::versao),
                                              json::field("recebida_ms", &Versao::recebida_ms),
                                              json::field("situacao", &Versao::situacao), json::field("lote", &Versao::lote)};
};

struct FichaCompleta {
    Ficha ficha{};
    std::vector<Finding> erros{};
    std::vector<Finding> avisos{};
    std::vector<Versao> versoes{};
    static constexpr auto fields = std::tuple{
        json::field("ficha", &FichaCompleta::ficha), json::field("erros", &FichaCompleta::erros),
        json::field("avisos", &FichaCompleta::avisos), json::field("versoes", &FichaCompleta::versoes, "A mais nova primeiro.")};
};

struct Processamento {
    std::int64_t lotes = 0;
    static constexpr auto fields = std::tuple{json::field("lotes", &Processamento::lotes, "Lotes postos a processar agora.")};
};

struct PorCnes {
    std::string cnes{};
    std::optional<std::string> unidade{};
    std::int64_t recebidas = 0;
    std::int64_t validas = 0;
    std::int64_t invalidas = 0;
    static constexpr auto fields = std::tuple{
        json::field("cnes", &PorCnes::cnes), json::field("unidade", &PorCnes::unidade, "Nome no CNES, quando conhecida."),
        json::field("recebidas", &PorCnes::recebidas), json::field("validas", &PorCnes::validas),
        json::field("invalidas", &PorCnes::invalidas)};
};

struct PorCnesLista {
    std::string mes{};
    std::vector<PorCnes> itens{};
    static constexpr auto fields = std::tuple{json::field("mes", &PorCnesLista::mes), json::field("itens", &PorCnesLista::itens)};
};

struct DoCnes {
    std::string mes{};
    std::string cnes{};
    std::optional<std::string> unidade{};
    std::vector<TotalTipo> por_tipo{};
    static constexpr auto fields = std::tuple{json::field("mes", &DoCnes::mes), json::field("cnes", &DoCnes::cnes),
                                              json::field("unidade", &DoCnes::unidade),
                                              json::field("por_tipo", &DoCnes::por_tipo)};
};

Lote of(const LoteRecebido& lote);
Ficha of(const FichaResumo& ficha);
Ficha of(const Ilegivel& unreadable);
std::vector<TotalTipo> of(const std::vector<TotalPorTipo>& totals);

}  // namespace aroeira::fichas::views
