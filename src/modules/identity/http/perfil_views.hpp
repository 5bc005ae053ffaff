// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/list_perfis.hpp"
#include "platform/json/json.hpp"

/// Perfis, recursos and acessos as the screens send and read them.
namespace aroeira::identity::views {

struct PerfilNaLista {
    std::string id{};
    std::string nome{};
    std::string tipo{};
    std::string tipo_titulo{};
    std::string tipo_acesso{};
    std::string tipo_acesso_titulo{};
    bool padrao = false;
    bool editado = false;
    bool ativo = true;
    bool editavel = false;
    bool copiavel = false;
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{
        json::field("id", &PerfilNaLista::id, "O código de um perfil padrão, ou um identificador."), json::field("nome", &PerfilNaLista::nome),
        json::field("tipo", &PerfilNaLista::tipo, "", "administracao|coordenacao|atendimento|gestor"),
        json::field("tipo_titulo", &PerfilNaLista::tipo_titulo, "Para a tela."),
        json::field("tipo_acesso", &PerfilNaLista::tipo_acesso, "",
                    "lotacao|gestor_municipal|gestor_estadual|administrador_municipal|administrador_instalacao"),
        json::field("tipo_acesso_titulo", &PerfilNaLista::tipo_acesso_titulo, "Para a tela."),
        json::field("padrao", &PerfilNaLista::padrao), json::field("editado", &PerfilNaLista::editado, "De um padrão: pelo município."),
        json::field("ativo", &PerfilNaLista::ativo), json::field("editavel", &PerfilNaLista::editavel, "Por quem gerencia perfis."),
        json::field("copiavel", &PerfilNaLista::copiavel), json::field("versao", &PerfilNaLista::versao, "Volta em quem o altera.")};
};

struct Perfis {
    std::vector<PerfilNaLista> itens{};
    std::int64_t total = 0;
    std::int64_t pagina = 1;
    static constexpr auto fields = std::tuple{json::field("itens", &Perfis::itens), json::field("total", &Perfis::total),
                                              json::field("pagina", &Perfis::pagina)};
};

struct PerfilDescrito {
    PerfilNaLista perfil{};
    std::vector<std::string> recursos{};
    std::int64_t usuarios = 0;
    std::vector<std::string> usuarios_nomes{};
    static constexpr auto fields = std::tuple{
        json::field("perfil", &PerfilDescrito::perfil), json::field("recursos", &PerfilDescrito::recursos, "Caminhos dos que estão ativos."),
        json::field("usuarios", &PerfilDescrito::usuarios, "Quantos o têm no município."),
        json::field("usuarios_nomes", &PerfilDescrito::usuarios_nomes, "Os primeiros deles.")};
};

struct PerfilNovo {
    std::string nome{};
    std::string tipo_acesso{};
    std::vector<std::string> recursos{};
    std::optional<std::string> copia_de{};
    static constexpr auto fields = std::tuple{
        json::field("nome", &PerfilNovo::nome), json::field("tipo_acesso", &PerfilNovo::tipo_acesso, "", "lotacao|gestor_municipal|gestor_estadual"),
        json::field("recursos", &PerfilNovo::recursos, "Caminhos; os que estão acima entram junto."),
        json::field("copia_de", &PerfilNovo::copia_de, "O perfil copiado: dele é o tipo de acesso.")};
};

struct PerfilAlterado {
    std::string nome{};
    std::vector<std::string> recursos{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("nome", &PerfilAlterado::nome), json::field("recursos", &PerfilAlterado::recursos),
                                              json::field("versao", &PerfilAlterado::versao, "A que foi lida.")};
};

struct SituacaoDePerfil {
    bool ativo = true;
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("ativo", &SituacaoDePerfil::ativo), json::field("versao", &SituacaoDePerfil::versao)};
};

struct RecursoDaArvore {
    std::string caminho{};
    std::string nome{};
    std::int64_t nivel = 0;
    bool da_instalacao = false;
    bool nosso = false;
    static constexpr auto fields = std::tuple{
        json::field("caminho", &RecursoDaArvore::caminho, "Da raiz até ele, com « > »."), json::field("nome", &RecursoDaArvore::nome),
        json::field("nivel", &RecursoDaArvore::nivel, "0 na raiz."),
        json::field("da_instalacao", &RecursoDaArvore::da_instalacao, "Não cabe no perfil de um município."),
        json::field("nosso", &RecursoDaArvore::nosso, "Deste sistema, além do PEC.")};
};

struct Recursos {
    std::vector<RecursoDaArvore> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Recursos::itens, "Cada um depois daquele que está acima.")};
};

struct AcessoNovo {
    std::string perfil{};
    std::optional<std::string> municipio{};
    static constexpr auto fields = std::tuple{json::field("perfil", &AcessoNovo::perfil), json::field("municipio", &AcessoNovo::municipio, "Código IBGE.")};
};

PerfilNaLista of(const Perfil& perfil);
PerfilDescrito of(const PerfilDescribed& described);
Recursos tree();

}  // namespace aroeira::identity::views
