// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "modules/transmission/domain/chegada.hpp"

namespace aroeira::transmission {

/// Where lotes that come in are, until recebimento has them. The operations know this port and nothing of SQL.
class ChegadaStore {
public:
    virtual ~ChegadaStore() = default;

    /// Errors of every method: `unavailable` DB-0004; others where said.

    virtual Result<std::optional<Chegada>> find(const Ibge& municipio, const fichas::LoteId& lote) = 0;
    /// Errors: `conflict` DB-0003 when there is one.
    virtual Result<void> insert(const Chegada& chegada) = 0;
    /// Announced again: by which credencial, when.
    virtual Result<void> renew(const Ibge& municipio, const fichas::LoteId& lote, std::string_view credencial, Instant at) = 0;
    /// One more part of `bytes`, if it stands at `from` and is open: false otherwise.
    virtual Result<bool> advance(const Ibge& municipio, const fichas::LoteId& lote, std::int64_t from, std::int64_t bytes, Instant at) = 0;
    virtual Result<void> confirm(const Ibge& municipio, const fichas::LoteId& lote, Instant at) = 0;
    virtual Result<void> remove(const Ibge& municipio, const fichas::LoteId& lote) = 0;

    /// Begun and not ended by one credencial.
    virtual Result<std::int64_t> count_open(std::string_view credencial) = 0;
    /// Of which something came since an instant, and which are not ended, of anybody.
    virtual Result<std::int64_t> count_active(Instant since) = 0;
    using Key = std::pair<Ibge, fichas::LoteId>;
    /// Not ended, and nothing came of them since before an instant; at most `limit`, oldest first.
    virtual Result<std::vector<Key>> abandoned(Instant before, int limit) = 0;
};

}  // namespace aroeira::transmission
