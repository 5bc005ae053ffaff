// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/instalacoes/api/municipio_ativo.hpp"
#include "modules/instalacoes/api/settings.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/json/json.hpp"

/// What the screens send and read: one struct per JSON shape.
namespace aroeira::instalacoes::views {

struct Municipio {
    std::string ibge{};
    std::string nome{};
    std::string uf{};
    std::string fuso{};
    static constexpr auto fields = std::tuple{
        json::field("ibge", &Municipio::ibge, "Código IBGE, 7 dígitos."), json::field("nome", &Municipio::nome),
        json::field("uf", &Municipio::uf), json::field("fuso", &Municipio::fuso, "Nome IANA, como America/Belem.")};
};

struct Municipios {
    std::vector<Municipio> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Municipios::itens)};
};

struct MunicipioEscolhido {
    std::string ibge{};
    static constexpr auto fields = std::tuple{json::field("ibge", &MunicipioEscolhido::ibge, "Código IBGE, 7 dígitos.")};
};

struct Processamento {
    std::string modo{};
    std::string inicio{};
    std::string fim{};
    static constexpr auto fields = std::tuple{
        json::field("modo", &Processamento::modo, "Contínuo, ou só dentro do horário.", "continuo|janela"),
        json::field("inicio", &Processamento::inicio, "HH:MM, no fuso do município."),
        json::field("fim", &Processamento::fim, "HH:MM; antes do início quando passa da meia-noite.")};
};

/// Who the installation is; what a person may change of it is `IdentidadeDaInstalacao`.
struct Instalacao {
    std::string id{};
    std::string nome{};
    std::string tipo{};
    std::string uf{};
    bool internet = true;
    static constexpr auto fields = std::tuple{
        json::field("id", &Instalacao::id, "Dado na primeira vez que o programa subiu; não muda."), json::field("nome", &Instalacao::nome),
        json::field("tipo", &Instalacao::tipo, "", "prontuario|centralizador_municipal|centralizador_estadual|centralizador_nacional"),
        json::field("uf", &Instalacao::uf, "Sigla; vazia quando não é de nenhuma."),
        json::field("internet", &Instalacao::internet, "Se pode usar a internet; quando não, nada é enviado.")};
};

struct IdentidadeDaInstalacao {
    std::string nome{};
    std::string tipo{};
    std::string uf{};
    static constexpr auto fields = std::tuple{
        json::field("nome", &IdentidadeDaInstalacao::nome),
        json::field("tipo", &IdentidadeDaInstalacao::tipo, "", "prontuario|centralizador_municipal|centralizador_estadual|centralizador_nacional"),
        json::field("uf", &IdentidadeDaInstalacao::uf, "Sigla; vazia quando não é de nenhuma.")};
};

struct ConfiguracaoDeTransmissao {
    std::string horario{};
    static constexpr auto fields = std::tuple{
        json::field("horario", &ConfiguracaoDeTransmissao::horario, "HH:MM em que começa a geração de lotes e o processamento de fichas; duram 6 horas.")};
};

struct RecebimentoOnline {
    bool ligado = true;
    std::string novo_endereco{};
    static constexpr auto fields = std::tuple{
        json::field("ligado", &RecebimentoOnline::ligado, "Se sistemas de terceiros podem enviar fichas para cá."),
        json::field("novo_endereco", &RecebimentoOnline::novo_endereco, "Da instalação que tomou o lugar desta; vazio, nenhuma.")};
};

struct Trabalho {
    std::string id{};
    std::string tipo{};
    std::string situacao{};
    std::string etapa{};
    std::int64_t feitos = 0;
    std::int64_t total = 0;
    std::string mensagem{};
    json::Raw resultado{};
    static constexpr auto fields = std::tuple{
        json::field("id", &Trabalho::id), json::field("tipo", &Trabalho::tipo),
        json::field("situacao", &Trabalho::situacao, "", "aguardando|executando|concluido|falhou|cancelado"),
        json::field("etapa", &Trabalho::etapa), json::field("feitos", &Trabalho::feitos),
        json::field("total", &Trabalho::total, "0 enquanto não se sabe."),
        json::field("mensagem", &Trabalho::mensagem, "Causa e próximo passo, quando falhou."),
        json::field("resultado", &Trabalho::resultado, "Do tipo do trabalho; null até terminar.")};
};

Municipio of(const MunicipioAtivo& municipio);
Processamento of(const ProcessingHours& hours);
Instalacao of(const InstallationCard& card, bool internet);
Trabalho of(const jobs::Status& status);

/// Errors: `invalid_input` INST-0005, naming the field.
Result<ProcessingHours> hours_of(const Processamento& view);
/// Errors: `invalid_input` INST-0005.
Result<int> start_of(const ConfiguracaoDeTransmissao& view);

}  // namespace aroeira::instalacoes::views
