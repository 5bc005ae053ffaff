// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/relatorios/operations/configure.hpp"
#include "modules/relatorios/operations/consult.hpp"
#include "modules/relatorios/operations/mark_reports.hpp"
#include "platform/json/json.hpp"

/// What the screens send and read: one struct per JSON shape.
namespace aroeira::relatorios::views {

struct Grupo {
    std::string codigo{};
    std::string titulo{};
    static constexpr auto fields = std::tuple{json::field("codigo", &Grupo::codigo), json::field("titulo", &Grupo::titulo)};
};

struct Relatorio {
    std::string codigo{};
    std::string nome{};
    std::string especie{};
    std::vector<Grupo> grupos{};
    static constexpr auto fields = std::tuple{
        json::field("codigo", &Relatorio::codigo), json::field("nome", &Relatorio::nome),
        json::field("especie", &Relatorio::especie, "", "consolidado|producao"),
        json::field("grupos", &Relatorio::grupos, "Grupos de informação que se podem escolher.")};
};

struct Relatorios {
    std::vector<Relatorio> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Relatorios::itens)};
};

struct Unidade {
    std::string cnes{};
    std::string nome{};
    static constexpr auto fields = std::tuple{json::field("cnes", &Unidade::cnes), json::field("nome", &Unidade::nome)};
};

struct Equipe {
    std::string cnes{};
    std::string ine{};
    std::string nome{};
    static constexpr auto fields = std::tuple{json::field("cnes", &Equipe::cnes), json::field("ine", &Equipe::ine), json::field("nome", &Equipe::nome)};
};

struct Categoria {
    std::string cbo{};
    std::string nome{};
    static constexpr auto fields = std::tuple{json::field("cbo", &Categoria::cbo), json::field("nome", &Categoria::nome)};
};

struct Profissional {
    std::string id{};
    std::string nome{};
    static constexpr auto fields = std::tuple{json::field("id", &Profissional::id), json::field("nome", &Profissional::nome)};
};

struct Profissionais {
    std::vector<Profissional> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Profissionais::itens, "No máximo 30.")};
};

struct Escolhas {
    std::string alcance{};
    std::optional<std::int64_t> processado_ms{};
    std::vector<Unidade> unidades{};
    std::vector<Equipe> equipes{};
    std::vector<Categoria> categorias{};
    static constexpr auto fields = std::tuple{
        json::field("alcance", &Escolhas::alcance, "De quem se veem os números.", "municipio|unidade|proprio"),
        json::field("processado_ms", &Escolhas::processado_ms, "Quando os números foram postos em dia; ausente, nunca."),
        json::field("unidades", &Escolhas::unidades), json::field("equipes", &Escolhas::equipes),
        json::field("categorias", &Escolhas::categorias)};
};

struct Linha {
    std::optional<std::int64_t> lotacao{};
    std::string codigo{};
    std::string rotulo{};
    std::vector<std::int64_t> valores{};
    std::int64_t total = 0;
    static constexpr auto fields = std::tuple{
        json::field("lotacao", &Linha::lotacao, "No analítico: de qual das lotações."), json::field("codigo", &Linha::codigo),
        json::field("rotulo", &Linha::rotulo), json::field("valores", &Linha::valores, "Um por coluna."), json::field("total", &Linha::total)};
};

struct GrupoDoResultado {
    std::string codigo{};
    std::string titulo{};
    std::vector<std::string> colunas{};
    std::vector<Linha> linhas{};
    std::int64_t total = 0;
    static constexpr auto fields = std::tuple{
        json::field("codigo", &GrupoDoResultado::codigo), json::field("titulo", &GrupoDoResultado::titulo),
        json::field("colunas", &GrupoDoResultado::colunas), json::field("linhas", &GrupoDoResultado::linhas),
        json::field("total", &GrupoDoResultado::total)};
};

struct Lotacao {
    std::string unidade{};
    std::string equipe{};
    std::string profissional{};
    std::string cbo{};
    static constexpr auto fields = std::tuple{
        json::field("unidade", &Lotacao::unidade), json::field("equipe", &Lotacao::equipe, "Vazia sem equipe."),
        json::field("profissional", &Lotacao::profissional), json::field("cbo", &Lotacao::cbo)};
};

struct Resultado {
    std::string codigo{};
    std::string nome{};
    std::optional<std::int64_t> processado_ms{};
    std::vector<GrupoDoResultado> grupos{};
    std::vector<Lotacao> lotacoes{};
    static constexpr auto fields = std::tuple{
        json::field("codigo", &Resultado::codigo), json::field("nome", &Resultado::nome), json::field("processado_ms", &Resultado::processado_ms),
        json::field("grupos", &Resultado::grupos), json::field("lotacoes", &Resultado::lotacoes, "Do analítico.")};
};

struct FatorDoRelatorio {
    std::string codigo{};
    std::string nome{};
    std::string especie{};
    std::int64_t grupos = 0;
    std::int64_t fator = 0;
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{
        json::field("codigo", &FatorDoRelatorio::codigo), json::field("nome", &FatorDoRelatorio::nome),
        json::field("especie", &FatorDoRelatorio::especie, "", "consolidado|producao"),
        json::field("grupos", &FatorDoRelatorio::grupos, "Quantos grupos de informação tem."),
        json::field("fator", &FatorDoRelatorio::fator, "Grupos escolhidos vezes meses do período, no máximo."),
        json::field("versao", &FatorDoRelatorio::versao, "0 enquanto ninguém escolheu.")};
};

struct Fatores {
    std::vector<FatorDoRelatorio> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Fatores::itens)};
};

struct FatorEscolhido {
    std::int64_t fator = 0;
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("fator", &FatorEscolhido::fator),
                                              json::field("versao", &FatorEscolhido::versao, "A que foi lida.")};
};

struct MunicipioProcessado {
    std::string ibge{};
    std::string nome{};
    std::optional<std::int64_t> processado_ms{};
    std::optional<std::int64_t> marcado_ms{};
    std::int64_t marcadas = 0;
    static constexpr auto fields = std::tuple{
        json::field("ibge", &MunicipioProcessado::ibge), json::field("nome", &MunicipioProcessado::nome),
        json::field("processado_ms", &MunicipioProcessado::processado_ms, "Ausente, nunca."),
        json::field("marcado_ms", &MunicipioProcessado::marcado_ms, "Ausente quando nada está marcado."),
        json::field("marcadas", &MunicipioProcessado::marcadas, "Fichas a processar, quando foi marcado.")};
};

struct Processamento {
    std::string horario{};
    std::vector<MunicipioProcessado> municipios{};
    std::optional<std::string> marcacao{};
    std::optional<std::string> processamento{};
    static constexpr auto fields = std::tuple{
        json::field("horario", &Processamento::horario, "HH:MM em que os relatórios são processados toda noite."),
        json::field("municipios", &Processamento::municipios),
        json::field("marcacao", &Processamento::marcacao, "Último trabalho de «Marcar para processamento»."),
        json::field("processamento", &Processamento::processamento, "Último trabalho de «Forçar o processamento».")};
};

struct TrabalhoPedido {
    std::string trabalho{};
    static constexpr auto fields = std::tuple{json::field("trabalho", &TrabalhoPedido::trabalho)};
};

Relatorios catalogue(const Contador& contador);
Escolhas of(const relatorios::Escolhas& choices);
Resultado of(const Consulta& consulta);
FatorDoRelatorio of(const relatorios::FatorDoRelatorio& line);
Processamento of(const Estado& estado);
Lotacao named(const LotacaoDoResultado& lotacao, const Consulta& consulta);

/// A line per number: «Grupo», «Linha», «Coluna», «Quantidade», and in the analítico whose it is.
std::string csv_of(const Consulta& consulta, Forma forma);

}  // namespace aroeira::relatorios::views
