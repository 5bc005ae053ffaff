// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/operations/services.hpp"

/// A lotação and its acessos, which are kept together: whoever works somewhere enters with the perfis of the place.
namespace aroeira::estabelecimentos {

/// The lotação gets exactly these perfis. Unit: the caller's transaction.
/// Errors: `invalid_input` ACESSO-0040.
Result<void> give_perfis(const LotacaoCadastrada& lotacao, const DadosProfissional& pessoa, const Ibge& municipio,
                         std::span<const std::string> perfis, Ports& ports);

/// The lotação is inactive and nobody enters by it any more. Unit: the caller's transaction.
Result<void> end_lotacao(const LotacaoCadastrada& lotacao, const ProfissionalCadastrado& person, const Ibge& municipio, Ports& ports);

/// What the CBO suggests; empty when no standard perfil fits.
std::vector<std::string> suggested_perfis(std::string_view cbo, std::string_view tipo_equipe);

/// After an import: every active lotação without acessos gets those of its CBO, and every inactive one loses what it
/// has. In blocks, each its own transaction, so that nobody waits for a whole município; asked again it goes on where
/// it stopped. A lotação whose standard perfil is inactive stays without.
/// Errors: `unavailable` DB-0004, and those of `on_progress`.
Result<void> settle_acessos(const Ibge& municipio, const Services& services, const OnProgress& on_progress);

}  // namespace aroeira::estabelecimentos
