// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/operations/services.hpp"
#include "modules/identity/api/granted.hpp"

/// «Profissionais»: who they are. Source: manual PEC 3.5.
namespace aroeira::estabelecimentos {

using ProfissionaisSeen = identity::Granted<identity::Permission::profissionais_ver>;
using ProfissionaisManaged = identity::Granted<identity::Permission::profissionais_gerenciar>;

/// A line of the list with how the person enters.
struct ProfissionalComAcesso {
    ProfissionalNaLista pessoa{};
    std::optional<identity::PersonState> usuario{};
};
/// Errors: `invalid_input` ACESSO-0006.
Result<Page<ProfissionalComAcesso>> list_profissionais(const ProfissionaisSeen& granted, const std::optional<Ibge>& municipio,
                                                       const ProfissionalFilter& filter, const Services& services);

struct LotacaoVista {
    LotacaoNaLista lotacao;
    std::vector<std::string> perfis{};  ///< Ids.
};
struct ProfissionalVisto {
    ProfissionalCadastrado pessoa;
    std::vector<LotacaoVista> lotacoes{};
    std::vector<identity::PerfilOferecido> perfis{};  ///< What the ids are called.
    std::optional<identity::PersonState> usuario{};
    bool tem_historico = false;  ///< «Excluir» would inactivate.
};
/// «Visualizar». Errors: `not_found` PROF-0001.
Result<ProfissionalVisto> find_profissional(const ProfissionaisSeen& granted, const std::optional<Ibge>& municipio, std::string_view id,
                                            const Services& services);

/// «Cadastrar profissional»: the person becomes a usuário too, and enters once she has a lotação and a password.
/// Errors: `invalid_input` PROF-0002 (each field), PROF-0003 (CPF or CNS of somebody of the município).
Result<Uuid> register_profissional(const ProfissionaisManaged& granted, const std::optional<Ibge>& municipio, const DadosProfissional& typed,
                                   const Services& services);

struct ProfissionalEdition {
    DadosProfissional dados{};  ///< The CPF stays as it is: it is the login.
    std::int64_t versao = 0;
};
/// Errors: as `register_profissional`; `not_found` PROF-0001; `conflict` PROF-0004; `forbidden` PROF-0007.
Result<void> edit_profissional(const ProfissionaisManaged& granted, const std::optional<Ibge>& municipio, std::string_view id,
                               const ProfissionalEdition& edition, const Services& services);

enum class Exclusao : std::uint8_t { excluido, inativado };
/// «Excluir»: who has a history is inactivated, with her lotações and acessos; who was only typed is deleted.
/// Source: SBIS NGS1.03.09: a user with a history is never deleted.
/// Errors: `not_found` PROF-0001; `forbidden` PROF-0007.
Result<Exclusao> remove_profissional(const ProfissionaisManaged& granted, const std::optional<Ibge>& municipio, std::string_view id,
                                     const Services& services);

/// Active again, without lotações: each is activated by itself. Errors: `not_found` PROF-0001; `forbidden` PROF-0007.
Result<void> reactivate_profissional(const ProfissionaisManaged& granted, const std::optional<Ibge>& municipio, std::string_view id,
                                     const Services& services);

}  // namespace aroeira::estabelecimentos
