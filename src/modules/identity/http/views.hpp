// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/identity/operations/current_session.hpp"
#include "modules/identity/operations/manage_credenciais.hpp"
#include "platform/json/json.hpp"

/// What the screens send and read: one struct per JSON shape.
namespace aroeira::identity::views {

struct Login {
    std::string cpf{};
    std::string senha{};
    static constexpr auto fields = std::tuple{json::field("cpf", &Login::cpf, "11 dígitos, sem máscara."),
                                              json::field("senha", &Login::senha)};
};

struct EscolhaDeAcesso {
    std::string acesso{};
    static constexpr auto fields = std::tuple{json::field("acesso", &EscolhaDeAcesso::acesso, "Um dos acessos da sessão.")};
};

struct TrocaDeSenha {
    std::string atual{};
    std::string nova{};
    static constexpr auto fields = std::tuple{json::field("atual", &TrocaDeSenha::atual), json::field("nova", &TrocaDeSenha::nova)};
};

struct PrimeiroAcesso {
    std::string codigo{};
    std::string cpf{};
    std::optional<std::string> nome{};
    std::string senha{};
    static constexpr auto fields = std::tuple{
        json::field("codigo", &PrimeiroAcesso::codigo, "Do link de uso único."), json::field("cpf", &PrimeiroAcesso::cpf, "11 dígitos."),
        json::field("nome", &PrimeiroAcesso::nome, "Só do primeiro administrador de uma instalação nova."),
        json::field("senha", &PrimeiroAcesso::senha, "De 8 a 128 caracteres, com letra e número.")};
};

struct Pessoa {
    std::string id{};
    std::string nome{};
    static constexpr auto fields = std::tuple{json::field("id", &Pessoa::id, "Do usuário."), json::field("nome", &Pessoa::nome)};
};

struct AcessoDisponivel {
    std::string id{};
    std::string titulo{};
    std::string perfil{};
    std::optional<std::string> municipio{};
    std::optional<std::string> municipio_nome{};
    std::optional<std::string> unidade{};
    std::optional<std::string> equipe{};
    std::optional<std::string> cbo{};
    static constexpr auto fields = std::tuple{
        json::field("id", &AcessoDisponivel::id), json::field("titulo", &AcessoDisponivel::titulo, "Nome do perfil, para a tela."),
        json::field("perfil", &AcessoDisponivel::perfil, "O código de um perfil padrão, ou um identificador."),
        json::field("municipio", &AcessoDisponivel::municipio, "Código IBGE; ausente para a instalação inteira."),
        json::field("municipio_nome", &AcessoDisponivel::municipio_nome), json::field("unidade", &AcessoDisponivel::unidade),
        json::field("equipe", &AcessoDisponivel::equipe), json::field("cbo", &AcessoDisponivel::cbo)};
};

/// A perfil that may be given to a person, and not to a lotação.
struct PerfilDePessoa {
    std::string id{};
    std::string nome{};
    bool municipal = true;
    static constexpr auto fields = std::tuple{json::field("id", &PerfilDePessoa::id), json::field("nome", &PerfilDePessoa::nome),
                                              json::field("municipal", &PerfilDePessoa::municipal, "Vale em um município, e não na instalação inteira.")};
};

struct AcessosDoUsuario {
    std::vector<AcessoDisponivel> itens{};
    std::vector<PerfilDePessoa> perfis{};
    bool segundo_fator = false;
    static constexpr auto fields = std::tuple{json::field("itens", &AcessosDoUsuario::itens, "Os que não são de uma lotação."),
                                              json::field("perfis", &AcessosDoUsuario::perfis, "Os que quem pergunta pode dar."),
                                              json::field("segundo_fator", &AcessosDoUsuario::segundo_fator, "Entra em duas etapas.")};
};

struct SessaoAberta {
    std::string csrf{};
    Pessoa usuario{};
    std::vector<AcessoDisponivel> acessos{};
    std::optional<std::string> acesso_ativo{};
    bool trocar_senha = false;
    bool falta_codigo = false;
    bool falta_termo = false;
    bool segundo_fator = false;
    bool falta_segundo_fator = false;
    std::optional<std::int64_t> ultimo_acesso{};
    std::int64_t falhas_anteriores = 0;
    std::int64_t inatividade_s = 0;
    std::int64_t expira_ms = 0;
    std::vector<std::string> permissoes{};
    static constexpr auto fields = std::tuple{
        json::field("csrf", &SessaoAberta::csrf, "Vai no cabeçalho X-CSRF de todo pedido que altera algo."),
        json::field("usuario", &SessaoAberta::usuario), json::field("acessos", &SessaoAberta::acessos),
        json::field("acesso_ativo", &SessaoAberta::acesso_ativo, "Ausente até que um seja escolhido."),
        json::field("trocar_senha", &SessaoAberta::trocar_senha, "Nada mais é permitido antes da troca."),
        json::field("falta_codigo", &SessaoAberta::falta_codigo, "O segundo fator; nada mais é permitido antes."),
        json::field("segundo_fator", &SessaoAberta::segundo_fator, "Está ligado."),
        json::field("falta_segundo_fator", &SessaoAberta::falta_segundo_fator, "A instalação o exige deste acesso; nada mais é permitido antes de ligá-lo."),
        json::field("falta_termo", &SessaoAberta::falta_termo, "Os termos de uso ainda não foram aceitos."),
        json::field("ultimo_acesso", &SessaoAberta::ultimo_acesso, "Entrada anterior, em milissegundos UTC."),
        json::field("falhas_anteriores", &SessaoAberta::falhas_anteriores, "Senhas erradas logo antes desta entrada."),
        json::field("inatividade_s", &SessaoAberta::inatividade_s, "Segundos sem uso até a sessão terminar."),
        json::field("expira_ms", &SessaoAberta::expira_ms, "Fim da sessão, mesmo em uso."),
        json::field("permissoes", &SessaoAberta::permissoes, "Do acesso ativo.")};
};

struct CredencialNova {
    std::string nome{};
    std::optional<std::string> municipio{};
    static constexpr auto fields = std::tuple{
        json::field("nome", &CredencialNova::nome, "Nome do sistema que vai enviar as fichas."),
        json::field("municipio", &CredencialNova::municipio, "Código IBGE; ausente para todos os da instalação.")};
};

struct CertificadoDeCredencial {
    std::string titular{};
    std::string impressao{};
    std::int64_t valido_de_ms = 0;
    std::int64_t valido_ate_ms = 0;
    static constexpr auto fields = std::tuple{
        json::field("titular", &CertificadoDeCredencial::titular), json::field("impressao", &CertificadoDeCredencial::impressao, "SHA-256, em hexadecimal."),
        json::field("valido_de_ms", &CertificadoDeCredencial::valido_de_ms), json::field("valido_ate_ms", &CertificadoDeCredencial::valido_ate_ms)};
};

struct ArquivoDeCertificado {
    std::string arquivo{};
    static constexpr auto fields = std::tuple{json::field("arquivo", &ArquivoDeCertificado::arquivo, "Certificado em PEM ou DER, em base64. Sem a chave.")};
};

struct CredencialDeIntegracao {
    std::string id{};
    std::string nome{};
    std::string usuario{};
    std::optional<std::string> municipio{};
    bool ativa = true;
    std::int64_t criada_ms = 0;
    std::optional<std::int64_t> ultimo_uso_ms{};
    std::optional<CertificadoDeCredencial> certificado{};
    static constexpr auto fields = std::tuple{
        json::field("id", &CredencialDeIntegracao::id), json::field("nome", &CredencialDeIntegracao::nome),
        json::field("usuario", &CredencialDeIntegracao::usuario, "Com o que o sistema entra."),
        json::field("municipio", &CredencialDeIntegracao::municipio), json::field("ativa", &CredencialDeIntegracao::ativa),
        json::field("criada_ms", &CredencialDeIntegracao::criada_ms), json::field("ultimo_uso_ms", &CredencialDeIntegracao::ultimo_uso_ms),
        json::field("certificado", &CredencialDeIntegracao::certificado, "Com que o sistema também entra, por HTTPS.")};
};

struct Credenciais {
    std::vector<CredencialDeIntegracao> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Credenciais::itens)};
};

struct CredencialComSegredo {
    CredencialDeIntegracao credencial{};
    std::string usuario{};
    std::string senha{};
    static constexpr auto fields = std::tuple{
        json::field("credencial", &CredencialComSegredo::credencial), json::field("usuario", &CredencialComSegredo::usuario),
        json::field("senha", &CredencialComSegredo::senha, "Mostrada só agora.")};
};

AcessoDisponivel of(const AcessoDescrito& described);
SessaoAberta of(const SessaoDescrita& described);
CredencialDeIntegracao of(const Credencial& credencial);

}  // namespace aroeira::identity::views
