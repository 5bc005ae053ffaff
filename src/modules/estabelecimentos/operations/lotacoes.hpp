// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/operations/services.hpp"
#include "modules/identity/api/granted.hpp"

/// «Cadastrar lotação» and what is done with one. Source: manual PEC 3.5.3 and 3.5.4.
namespace aroeira::estabelecimentos {

using LotacoesGranted = identity::Granted<identity::Permission::lotacoes_gerenciar>;

struct LotacaoEdition {
    DadosLotacao dados{};
    std::vector<std::string> perfis{};  ///< Ids; exactly these.
    std::int64_t versao = 0;            ///< Of the one edited; 0 for a new one.
};

/// Errors: `not_found` PROF-0001; `invalid_input` LOT-0002 (each field), LOT-0003 (inactive professional), ACESSO-0040 (perfil);
///         `conflict` LOT-0005 (she has it already); `forbidden` PROF-0007.
Result<Uuid> register_lotacao(const LotacoesGranted& granted, const std::optional<Ibge>& municipio, std::string_view profissional,
                              const LotacaoEdition& edition, const Services& services);

/// An occupation that became unavailable stays where it was, and cannot be chosen anew.
/// Errors: also `not_found` LOT-0001; `conflict` LOT-0004 (somebody was faster).
Result<void> edit_lotacao(const LotacoesGranted& granted, const std::optional<Ibge>& municipio, std::string_view lotacao,
                          const LotacaoEdition& edition, const Services& services);

/// «Inativar»: nobody enters by it any more. «Ativar»: with the perfis its CBO suggests.
/// Errors: `not_found` LOT-0001; `invalid_input` LOT-0003, ACESSO-0040; `forbidden` PROF-0007.
Result<void> turn_lotacao(const LotacoesGranted& granted, const std::optional<Ibge>& municipio, std::string_view lotacao, bool ativa,
                          const Services& services);

/// «Excluir». One the CNES still brings comes back with the next file. Errors: `not_found` LOT-0001; `forbidden` PROF-0007.
Result<void> remove_lotacao(const LotacoesGranted& granted, const std::optional<Ibge>& municipio, std::string_view lotacao,
                            const Services& services);

}  // namespace aroeira::estabelecimentos
