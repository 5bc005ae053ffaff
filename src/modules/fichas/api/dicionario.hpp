// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/fichas/api/ficha.hpp"
#include "platform/json/json.hpp"

/// A record type told to people and to forms: what each field holds and which rules it answers to.
/// Derived from the declaration, so that the page, the form and the verdict cannot disagree.
namespace aroeira::fichas {

struct CodigoAceito {
    std::string codigo{};
    std::string rotulo{};
    static constexpr auto fields = std::tuple{json::field("codigo", &CodigoAceito::codigo), json::field("rotulo", &CodigoAceito::rotulo)};
};

struct CampoDoDicionario {
    std::string nome{};
    std::int64_t id = 0;
    std::string tipo{};
    bool lista = false;
    std::optional<std::string> grupo{};
    bool obrigatorio = false;
    std::optional<std::int64_t> tamanho_minimo{}, tamanho_maximo{};
    std::optional<double> minimo{}, maximo{};
    std::optional<std::int64_t> casas_decimais{};
    std::optional<std::string> tabela{};
    std::vector<CodigoAceito> codigos{};
    std::optional<std::string> forma{};
    std::optional<std::string> desde{}, ate{};
    static constexpr auto fields = std::tuple{
        json::field("nome", &CampoDoDicionario::nome), json::field("id", &CampoDoDicionario::id, "No Thrift."),
        json::field("tipo", &CampoDoDicionario::tipo, "", "texto|inteiro|decimal|logico|binario|grupo"),
        json::field("lista", &CampoDoDicionario::lista), json::field("grupo", &CampoDoDicionario::grupo, "De outro grupo desta página."),
        json::field("obrigatorio", &CampoDoDicionario::obrigatorio),
        json::field("tamanho_minimo", &CampoDoDicionario::tamanho_minimo, "Caracteres de um texto, itens de uma lista."),
        json::field("tamanho_maximo", &CampoDoDicionario::tamanho_maximo), json::field("minimo", &CampoDoDicionario::minimo),
        json::field("maximo", &CampoDoDicionario::maximo), json::field("casas_decimais", &CampoDoDicionario::casas_decimais),
        json::field("tabela", &CampoDoDicionario::tabela), json::field("codigos", &CampoDoDicionario::codigos, "Vazio quando a tabela é nacional e longa."),
        json::field("forma", &CampoDoDicionario::forma, "Como o texto deve ser escrito."),
        json::field("desde", &CampoDoDicionario::desde, "Primeira versão do LEDI que tem o campo."),
        json::field("ate", &CampoDoDicionario::ate, "Primeira versão que não o tem mais.")};
};

struct RegraDoDicionario {
    std::string id{};
    std::string campo{};
    std::string mensagem{};
    std::string correcao{};
    std::string fonte{};
    bool cnes = false;
    bool aviso = false;
    std::optional<std::string> desde{}, ate{};
    static constexpr auto fields = std::tuple{
        json::field("id", &RegraDoDicionario::id), json::field("campo", &RegraDoDicionario::campo),
        json::field("mensagem", &RegraDoDicionario::mensagem), json::field("correcao", &RegraDoDicionario::correcao),
        json::field("fonte", &RegraDoDicionario::fonte), json::field("cnes", &RegraDoDicionario::cnes, "Consulta o cadastro do CNES."),
        json::field("aviso", &RegraDoDicionario::aviso, "Não recusa a ficha."), json::field("desde", &RegraDoDicionario::desde),
        json::field("ate", &RegraDoDicionario::ate)};
};

struct GrupoDoDicionario {
    std::string nome{};
    std::vector<CampoDoDicionario> campos{};
    std::vector<RegraDoDicionario> regras{};
    static constexpr auto fields = std::tuple{json::field("nome", &GrupoDoDicionario::nome), json::field("campos", &GrupoDoDicionario::campos),
                                              json::field("regras", &GrupoDoDicionario::regras)};
};

struct Dicionario {
    std::int64_t codigo = 0;
    std::string sigla{};
    std::string nome{};
    std::vector<GrupoDoDicionario> grupos{};  ///< The ficha, each group where it is first named, and the envelope.
    static constexpr auto fields = std::tuple{json::field("codigo", &Dicionario::codigo), json::field("sigla", &Dicionario::sigla),
                                              json::field("nome", &Dicionario::nome), json::field("grupos", &Dicionario::grupos)};
};

/// Cost: builds the whole description; not for a path that is often walked.
Dicionario dicionario_of(const TipoDeFicha& tipo);

/// The same as a page of Markdown, in pt-BR.
std::string page_of(const Dicionario& dicionario);

}  // namespace aroeira::fichas
