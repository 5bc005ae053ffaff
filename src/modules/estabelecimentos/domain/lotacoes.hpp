// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "modules/estabelecimentos/domain/profissionais.hpp"

/// Where professionals work, and with what perfis. Source: manual PEC 3.5.3 and 3.5.4.
namespace aroeira::estabelecimentos {

/// What is chosen of a lotação.
struct DadosLotacao {
    std::string cnes{};
    std::string ine{};  ///< "" without a team.
    std::string cbo{};
    bool segue_cnes = false;  ///< «Atualizar perfis ao importar CNES».
};

struct LotacaoCadastrada {
    Uuid id;
    std::string profissional{};
    DadosLotacao dados{};
    Origem origem = Origem::manual;
    std::string microarea{};
    bool ativa = true;
    std::int64_t versao = 1;
};

/// The same with the words of a screen.
struct LotacaoNaLista {
    LotacaoCadastrada lotacao;
    std::string unidade{}, equipe{}, tipo_equipe{};
};

/// A lotação whose acessos are not as they should be.
struct UnsettledLotacao {
    std::string id{};
    std::string cpf{}, nome{};
    std::string cbo{}, tipo_equipe{};
    bool ativa = true;
};

/// Errors of every method: `unavailable` DB-0004.
class LotacaoStore {
public:
    virtual ~LotacaoStore() = default;
    /// Of one professional, the active ones first; at most `kLotacoesMax`.
    virtual Result<std::vector<LotacaoNaLista>> of(const Ibge& municipio, std::string_view profissional) = 0;
    virtual Result<std::optional<LotacaoNaLista>> find(const Ibge& municipio, std::string_view id) = 0;
    /// Errors: `conflict` LOT-0005 when the professional has the same unit, team and CBO already.
    virtual Result<void> insert(const Ibge& municipio, const LotacaoCadastrada& lotacao) = 0;
    /// Over the version it carries. Errors: `conflict` LOT-0004 when another one is there, LOT-0005 as `insert`.
    virtual Result<void> update(const Ibge& municipio, const LotacaoCadastrada& lotacao) = 0;
    virtual Result<void> remove(const Ibge& municipio, std::string_view id) = 0;
    virtual Result<void> set_com_acesso(const Ibge& municipio, std::string_view id, bool com_acesso) = 0;
    /// How many `to_settle` would give from the first to the last. Cost: those alone are looked at.
    virtual Result<std::int64_t> unsettled(const Ibge& municipio) = 0;
    /// Those after `after` (an id, "" for the first), at most `limit`, in the order of their ids.
    virtual Result<std::vector<UnsettledLotacao>> to_settle(const Ibge& municipio, std::string_view after, int limit) = 0;
};
inline constexpr int kLotacoesMax = 200;

}  // namespace aroeira::estabelecimentos
