// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/domain/chegada_store.hpp"
#include "platform/db/session.hpp"

namespace aroeira::transmission {

/// Table `chegada`.
class SqlChegadaStore final : public ChegadaStore {
public:
    explicit SqlChegadaStore(db::Session& session) : session_(session) {}
    Result<std::optional<Chegada>> find(const Ibge& municipio, const fichas::LoteId& lote) override;
    Result<void> insert(const Chegada& chegada) override;
    Result<void> renew(const Ibge& municipio, const fichas::LoteId& lote, std::string_view credencial, Instant at) override;
    Result<bool> advance(const Ibge& municipio, const fichas::LoteId& lote, std::int64_t from, std::int64_t bytes, Instant at) override;
    Result<void> confirm(const Ibge& municipio, const fichas::LoteId& lote, Instant at) override;
    Result<void> remove(const Ibge& municipio, const fichas::LoteId& lote) override;
    Result<std::int64_t> count_open(std::string_view credencial) override;
    Result<std::int64_t> count_active(Instant since) override;
    Result<std::vector<Key>> abandoned(Instant before, int limit) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::transmission
