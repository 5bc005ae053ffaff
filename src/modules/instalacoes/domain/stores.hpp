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

/// Settings by key. A value that does not read as what it should be counts as not chosen.
class SettingsStore : public Settings {
public:
    virtual Result<std::optional<std::string>> value(std::string_view key) = 0;
    virtual Result<void> put(std::string_view key, std::string_view value) = 0;
    /// Only where nobody did before: of two nodes that start together, one is heard.
    virtual Result<void> put_first(std::string_view key, std::string_view value) = 0;
    virtual Result<void> put_processing_hours(const ProcessingHours& hours) = 0;
    virtual Result<void> put_transmission_start(int minutes) = 0;
    /// All but its id.
    virtual Result<void> put_card(const InstallationCard& card) = 0;
};

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
inline constexpr std::string_view kIdleMinutes = "seguranca.inatividade_min";
inline constexpr std::string_view kFailuresMax = "seguranca.tentativas";
}  // namespace keys

}  // namespace aroeira::instalacoes
