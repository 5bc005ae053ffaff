// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/transmission/operations/destino_form.hpp"
#include "platform/json/json.hpp"

/// What the screens of Configuração send and read, and what other installations read of this one.
namespace aroeira::transmission::views {

struct Janela {
    std::string inicio{};
    std::string fim{};
    static constexpr auto fields = std::tuple{json::field("inicio", &Janela::inicio, "HH:MM."),
                                              json::field("fim", &Janela::fim, "HH:MM; antes do início quando passa da meia-noite.")};
};

struct Conexao {
    std::string situacao{};
    std::string detalhe{};
    std::optional<std::int64_t> em{};
    static constexpr auto fields = std::tuple{
        json::field("situacao", &Conexao::situacao, "", "nao_testada|estabelecida|falhou"),
        json::field("detalhe", &Conexao::detalhe, "Quem respondeu, ou a causa e o próximo passo."),
        json::field("em", &Conexao::em, "Instante do último teste, em milissegundos UTC.")};
};

struct Tentativas {
    std::optional<std::int64_t> proxima{};
    bool agendada = false;
    std::int64_t falhas = 0;
    bool parado = false;
    std::string causa{};
    static constexpr auto fields = std::tuple{
        json::field("proxima", &Tentativas::proxima, "Antes deste instante (milissegundos UTC) não se tenta; ausente, assim que a janela deixar."),
        json::field("agendada", &Tentativas::agendada, "Se o horário foi dado por quem recebe."),
        json::field("falhas", &Tentativas::falhas, "Seguidas."),
        json::field("parado", &Tentativas::parado, "Se falhou tanto que só se tenta uma vez por dia."),
        json::field("causa", &Tentativas::causa, "Da última falha.")};
};

struct CertificadoDeDestino {
    std::string titular{};
    std::string impressao{};
    std::int64_t valido_de = 0;
    std::int64_t valido_ate = 0;
    static constexpr auto fields = std::tuple{
        json::field("titular", &CertificadoDeDestino::titular), json::field("impressao", &CertificadoDeDestino::impressao, "SHA-256, em hexadecimal."),
        json::field("valido_de", &CertificadoDeDestino::valido_de, "Milissegundos UTC."), json::field("valido_ate", &CertificadoDeDestino::valido_ate)};
};

struct Destino {
    std::string id{};
    std::string nome{};
    std::string origem{};
    std::string endereco{};
    std::string protocolo{};
    std::string usuario{};
    bool tem_senha = false;
    std::string autoridade{};
    std::optional<CertificadoDeDestino> certificado{};
    std::optional<Janela> janela{};
    bool ativo = true;
    Conexao conexao{};
    Tentativas tentativas{};
    static constexpr auto fields = std::tuple{
        json::field("id", &Destino::id), json::field("nome", &Destino::nome),
        json::field("origem", &Destino::origem, "Como veio para a lista.", "nacional|estadual|adicionado"),
        json::field("endereco", &Destino::endereco, "Vazio quando só se envia por arquivo."),
        json::field("protocolo", &Destino::protocolo, "Lotes inteiros entre instalações, ou a API LEDI, uma ficha por vez.", "aroeira|ledi"),
        json::field("usuario", &Destino::usuario, "Da credencial de integração de lá."),
        json::field("tem_senha", &Destino::tem_senha, "A senha não sai daqui."),
        json::field("autoridade", &Destino::autoridade, "Certificados em PEM em que se confia além dos do sistema."),
        json::field("certificado", &Destino::certificado, "Com que nos apresentamos; a chave não sai daqui."),
        json::field("janela", &Destino::janela, "Ausente: o horário da instalação."), json::field("ativo", &Destino::ativo),
        json::field("conexao", &Destino::conexao, "O que o último teste encontrou."), json::field("tentativas", &Destino::tentativas)};
};

struct Destinos {
    std::vector<Destino> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Destinos::itens, "O Centralizador Nacional primeiro; depois, por nome.")};
};

struct NovoDestino {
    std::string nome{};
    std::string endereco{};
    std::string protocolo{};
    std::string usuario{};
    std::string senha{};
    std::string autoridade{};
    std::optional<std::string> certificado{};
    std::optional<std::string> chave{};
    std::optional<std::string> senha_do_certificado{};
    std::optional<bool> sem_certificado{};
    std::optional<Janela> janela{};
    static constexpr auto fields = std::tuple{
        json::field("nome", &NovoDestino::nome),
        json::field("endereco", &NovoDestino::endereco, "http:// ou https://, servidor, porta e caminho; vazio, só por arquivo."),
        json::field("protocolo", &NovoDestino::protocolo, "", "aroeira|ledi"), json::field("usuario", &NovoDestino::usuario),
        json::field("senha", &NovoDestino::senha, "Vazia ao editar: fica a que há."),
        json::field("autoridade", &NovoDestino::autoridade, "Certificados em PEM; vazia, só as autoridades do sistema."),
        json::field("certificado", &NovoDestino::certificado, "Arquivo .pfx, .p12 ou PEM, em base64. Ausente ao editar: fica o que há."),
        json::field("chave", &NovoDestino::chave, "Arquivo PEM da chave, em base64, quando não está no do certificado."),
        json::field("senha_do_certificado", &NovoDestino::senha_do_certificado), json::field("sem_certificado", &NovoDestino::sem_certificado, "Tira o que há."),
        json::field("janela", &NovoDestino::janela)};
};

/// Who this installation is, to whoever tests the connection.
struct Presenca {
    std::string produto = "Aroeira";
    std::string versao = AROEIRA_VERSION;
    std::string instalacao{};
    std::string nome{};
    std::string tipo{};
    static constexpr auto fields = std::tuple{
        json::field("produto", &Presenca::produto), json::field("versao", &Presenca::versao), json::field("instalacao", &Presenca::instalacao),
        json::field("nome", &Presenca::nome),
        json::field("tipo", &Presenca::tipo, "", "prontuario|centralizador_municipal|centralizador_estadual|centralizador_nacional")};
};

Destino of(const transmission::Destino& destino);
Destinos of(const std::vector<transmission::Destino>& destinos);
Presenca of(const instalacoes::InstallationCard& card);

/// Errors: `invalid_input` TRANS-0012 when a time of the janela is none, on its field.
Result<NewDestino> form_of(const NovoDestino& view);

}  // namespace aroeira::transmission::views
