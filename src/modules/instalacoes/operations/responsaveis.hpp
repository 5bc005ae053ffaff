// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/domain/responsavel_store.hpp"
#include "modules/instalacoes/operations/security.hpp"

namespace aroeira::instalacoes {

/// One transaction's worth of what «Municípios e Responsáveis» needs.
struct ResponsavelPorts {
    Ports& house;
    ResponsavelStore& responsaveis;
    LocalProfessionals& professionals;
    MunicipalAdministrators& administrators;
};
using ResponsavelUnit = Unit<ResponsavelPorts>;

/// A município of the installation, and who answers for it, if somebody does.
struct MunicipioComResponsavel {
    MunicipioAtivo municipio;
    std::optional<Responsavel> responsavel{};
};

struct ResponsavelPage {
    std::vector<MunicipioComResponsavel> items{};
    std::int64_t total = 0;
};

/// The active municípios, in the order of their names, from `offset` on, thirty at most. Errors: `unavailable` DB-0004.
Result<ResponsavelPage> list_responsaveis(const MayConfigure& granted, std::size_t offset, const ResponsavelUnit& unit);

inline constexpr std::size_t kFoundMax = 30;

/// Whom one may choose: by the words of the name. Errors: `unavailable` DB-0004.
Result<std::vector<LocalProfessional>> find_professionals(const MayConfigure& granted, std::string_view busca, const ResponsavelUnit& unit);

/// Who is to answer for which município, and which version of it was read (0: nobody did).
struct ResponsavelChoice {
    Ibge municipio;
    Ibge base;
    std::string profissional{};
    std::int64_t versao = 0;
};

/// «Salvar»: makes the município active here, gives the acesso of administrador municipal and takes it from who answered
/// for it before, all or nothing.
/// Errors: `not_found` INST-0003 (município); `invalid_input` INST-0019 on "responsavel" (not in the local base);
///         `conflict` INST-0009. Source: manual, 3.1.4.
Result<MunicipioComResponsavel> save_responsavel(const MayConfigure& granted, const ResponsavelChoice& choice, const Services& services, const ResponsavelUnit& unit);

}  // namespace aroeira::instalacoes
