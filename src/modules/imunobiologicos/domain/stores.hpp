// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "base/identifiers.hpp"
#include "modules/imunobiologicos/domain/lote.hpp"

namespace aroeira::imunobiologicos {

/// Which lotes of a list.
struct LoteFilter {
    std::string lote{};                          ///< Part of it, folded; "" for all.
    std::optional<std::int64_t> imunobiologico{};
    bool inativos = false;                       ///< Those too.
    std::int64_t offset = 0;
    std::int64_t limit = 30;
};

struct LotePage {
    std::vector<Lote> items{};
    std::int64_t total = 0;
};

class LoteStore {
public:
    virtual ~LoteStore() = default;
    /// The active ones first; then by vaccine and lote.
    virtual Result<LotePage> list(const Ibge& municipio, const LoteFilter& filter) = 0;
    /// The active ones of a vaccine that are good on a day, those that end first before the others. At most `limit`.
    virtual Result<std::vector<Lote>> good_on(const Ibge& municipio, std::int64_t imunobiologico, std::string_view day, std::int64_t limit) = 0;
    virtual Result<std::optional<Lote>> find(const Ibge& municipio, const LoteId& id) = 0;
    /// Errors: `conflict` DB-0003 when the same is there.
    virtual Result<void> insert(const Ibge& municipio, const Lote& lote) = 0;
    /// False when it is gone or was saved since `lote.versao`. Errors: `conflict` DB-0003.
    virtual Result<bool> update(const Ibge& municipio, const Lote& lote) = 0;
    virtual Result<bool> remove(const Ibge& municipio, const LoteId& id, std::int64_t versao) = 0;
};

}  // namespace aroeira::imunobiologicos
