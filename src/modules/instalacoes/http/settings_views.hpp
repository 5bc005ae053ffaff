// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "modules/instalacoes/operations/connection.hpp"
#include "modules/instalacoes/operations/request_limit.hpp"
#include "platform/json/json.hpp"

/// What the screens of «Configurações da instalação» send and read.
namespace aroeira::instalacoes::views {

inline constexpr std::string_view kVersao = "A que se leu; quem grava sobre outra recebe 409.";

struct TesteDeConexao {
    std::int64_t em = 0;
    std::string situacao{};
    std::string mensagem{};
    static constexpr auto fields = std::tuple{
        json::field("em", &TesteDeConexao::em, "Milissegundos UTC."), json::field("situacao", &TesteDeConexao::situacao, "", "bem_sucedida|falhou"),
        json::field("mensagem", &TesteDeConexao::mensagem, "Causa e próximo passo, quando falhou.")};
};

struct Conexao {
    bool habilitada = true;
    std::optional<TesteDeConexao> teste{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{
        json::field("habilitada", &Conexao::habilitada, "Se a instalação pode usar a internet."),
        json::field("teste", &Conexao::teste, "O último; ausente enquanto não houve nenhum."), json::field("versao", &Conexao::versao, kVersao)};
};

struct ConexaoEscolhida {
    bool habilitada = true;
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("habilitada", &ConexaoEscolhida::habilitada), json::field("versao", &ConexaoEscolhida::versao, kVersao)};
};

struct TrabalhoPedido {
    std::string trabalho{};
    static constexpr auto fields = std::tuple{json::field("trabalho", &TrabalhoPedido::trabalho, "Para acompanhar em /trabalhos.")};
};

struct Seguranca {
    std::string redefinicao{};
    std::string inatividade{};
    std::string tentativas{};
    std::string senha_inicial{};
    std::string segundo_fator{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{
        json::field("redefinicao", &Seguranca::redefinicao, "Meses até a senha ter de ser trocada.", "1|2|3|4|5|6|nunca"),
        json::field("inatividade", &Seguranca::inatividade, "Minutos sem uso até a sessão terminar.", "30|60|120|180|240"),
        json::field("tentativas", &Seguranca::tentativas, "Senhas erradas seguidas até o bloqueio.", "1|2|3|4|5|6|7|8|9|10"),
        json::field("senha_inicial", &Seguranca::senha_inicial, "Como entra quem ainda não escolheu uma senha.", "link|cns_esus"),
        json::field("segundo_fator", &Seguranca::segundo_fator, "De quem a verificação em duas etapas é exigida.", "ninguem|administradores"),
        json::field("versao", &Seguranca::versao, kVersao)};
};

struct Requisicoes {
    std::int64_t maximo = 0;
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("maximo", &Requisicoes::maximo, "Requisições que cada nó processa ao mesmo tempo, de 1 a 200."),
                                              json::field("versao", &Requisicoes::versao, kVersao)};
};

struct RequisicoesAgora {
    std::int64_t limite = 0;
    std::int64_t em_andamento = 0;
    std::int64_t maior = 0;
    std::int64_t aguardando = 0;
    std::int64_t recusadas = 0;
    static constexpr auto fields = std::tuple{
        json::field("limite", &RequisicoesAgora::limite, "O que vale neste nó; uma mudança leva alguns segundos."),
        json::field("em_andamento", &RequisicoesAgora::em_andamento), json::field("maior", &RequisicoesAgora::maior, "Mais ao mesmo tempo desde que o limite mudou."),
        json::field("aguardando", &RequisicoesAgora::aguardando), json::field("recusadas", &RequisicoesAgora::recusadas, "Desde que o programa subiu.")};
};

Conexao of(const Connection& connection);
Seguranca of(const SecuritySeen& seen);
SecuritySeen security_of(const Seguranca& view);
RequisicoesAgora of(const Load& load);

}  // namespace aroeira::instalacoes::views
