// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/estabelecimentos/operations/profissionais.hpp"
#include "platform/json/json.hpp"

namespace aroeira::estabelecimentos::views {

/// The search is a body, because a CPF never is in an address.
struct BuscaDeProfissionais {
    std::string texto{};
    bool inativos = false;
    std::int64_t pagina = 1;
    static constexpr auto fields = std::tuple{
        json::field("texto", &BuscaDeProfissionais::texto, "Partes do nome, ou começo do CPF ou do CNS; vazio: todos."),
        json::field("inativos", &BuscaDeProfissionais::inativos, "Também os inativos."),
        json::field("pagina", &BuscaDeProfissionais::pagina, "A partir de 1; cada uma tem 30 linhas.")};
};

struct ProfissionalNaLista {
    std::string id{}, nome{}, cpf{}, cns{}, origem{};
    bool ativo = true, bloqueado = false;
    static constexpr auto fields = std::tuple{
        json::field("id", &ProfissionalNaLista::id), json::field("nome", &ProfissionalNaLista::nome), json::field("cpf", &ProfissionalNaLista::cpf),
        json::field("cns", &ProfissionalNaLista::cns, "Vazio quando não tem."),
        json::field("origem", &ProfissionalNaLista::origem, "", "cnes|manual"), json::field("ativo", &ProfissionalNaLista::ativo),
        json::field("bloqueado", &ProfissionalNaLista::bloqueado, "Por tentativas de entrar com a senha errada.")};
};

struct Profissionais {
    std::vector<ProfissionalNaLista> itens{};
    std::int64_t total = 0;
    static constexpr auto fields = std::tuple{json::field("itens", &Profissionais::itens), json::field("total", &Profissionais::total)};
};

struct Endereco {
    std::string cep{}, uf{}, cidade{}, bairro{}, logradouro{}, numero{}, complemento{}, referencia{};
    static constexpr auto fields = std::tuple{
        json::field("cep", &Endereco::cep, "8 dígitos, ou vazio."), json::field("uf", &Endereco::uf), json::field("cidade", &Endereco::cidade, "Código IBGE."),
        json::field("bairro", &Endereco::bairro), json::field("logradouro", &Endereco::logradouro), json::field("numero", &Endereco::numero),
        json::field("complemento", &Endereco::complemento), json::field("referencia", &Endereco::referencia)};
};

/// What is typed of a professional.
struct DadosDoProfissional {
    std::string cpf{}, cns{}, nome{}, nascimento{}, sexo{}, conselho{}, conselho_uf{}, registro{}, email{}, telefone{};
    Endereco endereco{};
    static constexpr auto fields = std::tuple{
        json::field("cpf", &DadosDoProfissional::cpf, "11 dígitos; não muda depois do cadastro."),
        json::field("cns", &DadosDoProfissional::cns, "15 dígitos, ou vazio."), json::field("nome", &DadosDoProfissional::nome),
        json::field("nascimento", &DadosDoProfissional::nascimento, "AAAA-MM-DD."), json::field("sexo", &DadosDoProfissional::sexo, "F, M ou I; do CNES, N ou vazio."),
        json::field("conselho", &DadosDoProfissional::conselho, "Código do conselho de classe, ou vazio."),
        json::field("conselho_uf", &DadosDoProfissional::conselho_uf), json::field("registro", &DadosDoProfissional::registro),
        json::field("email", &DadosDoProfissional::email), json::field("telefone", &DadosDoProfissional::telefone, "DDD e número, só dígitos."),
        json::field("endereco", &DadosDoProfissional::endereco)};
};

struct ProfissionalEditado : DadosDoProfissional {
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple_cat(DadosDoProfissional::fields,
                                                  std::tuple{json::field("versao", &ProfissionalEditado::versao, "A que estava na tela.")});
};

struct Opcao {
    std::string codigo{}, nome{};
    static constexpr auto fields = std::tuple{json::field("codigo", &Opcao::codigo), json::field("nome", &Opcao::nome)};
};

struct LotacaoNaLista {
    std::string id{}, cnes{}, unidade{}, ine{}, equipe{}, cbo{}, cbo_titulo{}, microarea{}, origem{};
    bool ativa = true, segue_cnes = false;
    std::int64_t versao = 0;
    std::vector<Opcao> perfis{};
    static constexpr auto fields = std::tuple{
        json::field("id", &LotacaoNaLista::id), json::field("cnes", &LotacaoNaLista::cnes), json::field("unidade", &LotacaoNaLista::unidade),
        json::field("ine", &LotacaoNaLista::ine, "Vazio sem equipe."), json::field("equipe", &LotacaoNaLista::equipe),
        json::field("cbo", &LotacaoNaLista::cbo), json::field("cbo_titulo", &LotacaoNaLista::cbo_titulo),
        json::field("microarea", &LotacaoNaLista::microarea), json::field("origem", &LotacaoNaLista::origem, "", "cnes|manual"),
        json::field("ativa", &LotacaoNaLista::ativa),
        json::field("segue_cnes", &LotacaoNaLista::segue_cnes, "A importação do CNES a altera e inativa."),
        json::field("versao", &LotacaoNaLista::versao), json::field("perfis", &LotacaoNaLista::perfis)};
};

struct Profissional : ProfissionalEditado {
    std::string id{}, origem{};
    bool ativo = true, bloqueado = false, tem_historico = false;
    std::optional<std::int64_t> ultimo_acesso_ms{};
    std::optional<std::string> usuario{};
    std::vector<LotacaoNaLista> lotacoes{};
    static constexpr auto fields = std::tuple_cat(
        ProfissionalEditado::fields,
        std::tuple{json::field("id", &Profissional::id), json::field("origem", &Profissional::origem, "", "cnes|manual"),
                   json::field("ativo", &Profissional::ativo), json::field("bloqueado", &Profissional::bloqueado),
                   json::field("tem_historico", &Profissional::tem_historico, "Excluir inativa, em vez de apagar."),
                   json::field("ultimo_acesso_ms", &Profissional::ultimo_acesso_ms),
                   json::field("usuario", &Profissional::usuario, "Quem entra no sistema; ausente enquanto não tem lotação nem acesso."), json::field("lotacoes", &Profissional::lotacoes)});
};

struct Cadastrado {
    std::string id{};
    static constexpr auto fields = std::tuple{json::field("id", &Cadastrado::id)};
};

struct Exclusao {
    std::string resultado{};
    static constexpr auto fields = std::tuple{json::field("resultado", &Exclusao::resultado, "", "excluido|inativado")};
};

struct SenhaRedefinida {
    std::string modo{};
    std::optional<std::string> codigo{};
    std::optional<std::int64_t> expira_ms{};
    static constexpr auto fields = std::tuple{
        json::field("modo", &SenhaRedefinida::modo, "", "link|cns_esus"),
        json::field("codigo", &SenhaRedefinida::codigo, "Do link de uso único; mostrado só agora."), json::field("expira_ms", &SenhaRedefinida::expira_ms)};
};

struct EnderecoDoCep {
    std::string cep{}, uf{}, cidade{}, cidade_nome{}, bairro{}, logradouro{};
    static constexpr auto fields = std::tuple{
        json::field("cep", &EnderecoDoCep::cep), json::field("uf", &EnderecoDoCep::uf), json::field("cidade", &EnderecoDoCep::cidade, "Código IBGE."),
        json::field("cidade_nome", &EnderecoDoCep::cidade_nome), json::field("bairro", &EnderecoDoCep::bairro, "Vazio: o CEP é do município inteiro."),
        json::field("logradouro", &EnderecoDoCep::logradouro)};
};

/// What the form of a professional offers.
struct OpcoesDoCadastro {
    std::vector<Opcao> ufs{}, conselhos{};
    std::string senha_inicial{};
    static constexpr auto fields = std::tuple{
        json::field("ufs", &OpcoesDoCadastro::ufs), json::field("conselhos", &OpcoesDoCadastro::conselhos),
        json::field("senha_inicial", &OpcoesDoCadastro::senha_inicial, "Com o que entra quem nunca escolheu uma senha.", "link|cns_esus")};
};
struct Cidades {
    std::vector<Opcao> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Cidades::itens)};
};

DadosProfissional dados_of(const DadosDoProfissional& typed);
Profissionais of(const Page<ProfissionalComAcesso>& page);
Profissional of(const ProfissionalVisto& seen);

}  // namespace aroeira::estabelecimentos::views
