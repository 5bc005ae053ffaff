// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "modules/instalacoes/operations/mail_server.hpp"
#include "modules/instalacoes/operations/server.hpp"
#include "platform/json/json.hpp"

/// What the screen «Servidores» sends and reads.
namespace aroeira::instalacoes::views {

struct ServidorDaInstalacao {
    std::string nome{};
    std::string link{};
    std::int64_t porta = 80;
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{
        json::field("nome", &ServidorDaInstalacao::nome), json::field("link", &ServidorDaInstalacao::link, "Vazio enquanto ninguém o disse."),
        json::field("porta", &ServidorDaInstalacao::porta, "Do link; 80 quando ele não diz outra."), json::field("versao", &ServidorDaInstalacao::versao)};
};

struct ServidorEscolhido {
    std::string nome{};
    std::string link{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("nome", &ServidorEscolhido::nome),
                                              json::field("link", &ServidorEscolhido::link, "Endereço ou IP, com ou sem http:// e porta."),
                                              json::field("versao", &ServidorEscolhido::versao, "A que se leu; quem grava sobre outra recebe 409.")};
};

struct ServidorDeEmail {
    std::string servidor{};
    std::int64_t porta = 587;
    std::string login{};
    bool login_remetente = true;
    std::string remetente{};
    std::string autoridade{};
    bool tem_senha = false;
    bool habilitado = false;
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{
        json::field("servidor", &ServidorDeEmail::servidor), json::field("porta", &ServidorDeEmail::porta),
        json::field("login", &ServidorDeEmail::login), json::field("login_remetente", &ServidorDeEmail::login_remetente, "Se o login é também o remetente."),
        json::field("remetente", &ServidorDeEmail::remetente), json::field("autoridade", &ServidorDeEmail::autoridade, "Certificados em PEM em que se confia além dos do sistema."),
        json::field("tem_senha", &ServidorDeEmail::tem_senha, "A senha não sai daqui."),
        json::field("habilitado", &ServidorDeEmail::habilitado), json::field("versao", &ServidorDeEmail::versao)};
};

struct EmailEscolhido {
    std::string servidor{};
    std::int64_t porta = 0;
    std::string login{};
    std::string senha{};
    bool login_remetente = true;
    std::string remetente{};
    std::string autoridade{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{
        json::field("servidor", &EmailEscolhido::servidor), json::field("porta", &EmailEscolhido::porta), json::field("login", &EmailEscolhido::login),
        json::field("senha", &EmailEscolhido::senha, "Vazia: a que está gravada, se o servidor e o login são os mesmos."),
        json::field("login_remetente", &EmailEscolhido::login_remetente), json::field("remetente", &EmailEscolhido::remetente),
        json::field("autoridade", &EmailEscolhido::autoridade), json::field("versao", &EmailEscolhido::versao)};
};

struct VersaoLida {
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("versao", &VersaoLida::versao)};
};

ServidorDaInstalacao of(const ServerName& name);
ServidorDeEmail of(const MailSeen& seen);
MailForm form_of(const EmailEscolhido& view);

}  // namespace aroeira::instalacoes::views
