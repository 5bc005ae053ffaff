// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/api/municipio_ativo.hpp"
#include "modules/instalacoes/api/settings.hpp"

namespace aroeira::instalacoes {

/// Active municípios, and how one becomes active.
class MunicipioStore : public MunicipiosAtivos {
public:
    /// Also brings a row up to date with the national table. True when it was not active before.
    virtual Result<bool> activate(const MunicipioAtivo& municipio) = 0;
};

/// How many requests a node works on at once: «Configurações avançadas». Source: manual, 3.1.5.
inline constexpr int kRequestsMin = 1;
inline constexpr int kRequestsMax = 200;
inline constexpr int kRequestsDefault = 8;

/// Settings by key. A value that does not read as what it should be counts as not chosen.
class SettingsStore : public Settings {
public:
    virtual Result<std::optional<std::string>> value(std::string_view key) = 0;
    virtual Result<void> put(std::string_view key, std::string_view value) = 0;
    /// Only where nobody did before: of two nodes that start together, one is heard.
    virtual Result<void> put_first(std::string_view key, std::string_view value) = 0;
    /// Whether the administrador da instalação lets it use the internet: without, nothing is sent anywhere.
    /// Errors: `unavailable` DB-0004. Source: manual, 3.1.1.
    virtual Result<bool> internet_enabled() = 0;
    /// From `kRequestsMin` to `kRequestsMax`. Errors: `unavailable` DB-0004.
    virtual Result<int> requests_max() = 0;
    /// How often a group of settings was saved: who saves says which one he saw.
    virtual Result<std::int64_t> version(std::string_view group) = 0;
    /// The group is about to be saved by who saw it at `seen`. Of two at once, one.
    /// Errors: `conflict` INST-0009 when somebody saved it since.
    virtual Result<void> advance(std::string_view group, std::int64_t seen) = 0;
    virtual Result<void> put_processing_hours(const ProcessingHours& hours) = 0;
    virtual Result<void> put_transmission_start(int minutes) = 0;
    /// All but its id.
    virtual Result<void> put_card(const InstallationCard& card) = 0;
};

/// The groups that are saved as one.
namespace groups {
inline constexpr std::string_view kConexao = "conexao";
inline constexpr std::string_view kSeguranca = "seguranca";
inline constexpr std::string_view kRequisicoes = "requisicoes";
inline constexpr std::string_view kServidor = "servidor";
inline constexpr std::string_view kEmail = "email";
}  // namespace groups

namespace keys {
inline constexpr std::string_view kProcessingMode = "processamento.modo";
inline constexpr std::string_view kProcessingFrom = "processamento.inicio";
inline constexpr std::string_view kProcessingUntil = "processamento.fim";
inline constexpr std::string_view kOnlineReceiving = "recebimento.online";
inline constexpr std::string_view kMovedTo = "recebimento.novo_endereco";
inline constexpr std::string_view kTransmissionStart = "transmissao.inicio";
inline constexpr std::string_view kInstallationId = "instalacao.id";
inline constexpr std::string_view kInstallationNome = "instalacao.nome";
inline constexpr std::string_view kInstallationTipo = "instalacao.tipo";
inline constexpr std::string_view kInstallationUf = "instalacao.uf";
inline constexpr std::string_view kInstallationLink = "instalacao.link";
inline constexpr std::string_view kMailHost = "email.servidor";
inline constexpr std::string_view kMailPort = "email.porta";
inline constexpr std::string_view kMailLogin = "email.login";
inline constexpr std::string_view kMailSenha = "email.senha";  ///< Sealed by the vault, in base64.
inline constexpr std::string_view kMailFrom = "email.remetente";  ///< "": the login.
inline constexpr std::string_view kMailCa = "email.autoridade";
inline constexpr std::string_view kMailEnabled = "email.habilitado";
inline constexpr std::string_view kIdleMinutes = "seguranca.inatividade_min";
inline constexpr std::string_view kFailuresMax = "seguranca.tentativas";
inline constexpr std::string_view kPasswordMonths = "seguranca.redefinicao_meses";
inline constexpr std::string_view kRedefinition = "seguranca.redefinicao";
inline constexpr std::string_view kSenhaInicial = "seguranca.senha_inicial";
inline constexpr std::string_view kAdministratorsProve = "seguranca.segundo_fator";
inline constexpr std::string_view kInternet = "conexao.internet";
inline constexpr std::string_view kTestedAt = "conexao.teste_ms";
inline constexpr std::string_view kTestResult = "conexao.teste_resultado";
inline constexpr std::string_view kTestDetail = "conexao.teste_detalhe";
inline constexpr std::string_view kRequests = "desempenho.requisicoes";
}  // namespace keys

}  // namespace aroeira::instalacoes
