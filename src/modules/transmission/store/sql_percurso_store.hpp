// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/domain/percurso_store.hpp"
#include "platform/db/session.hpp"

namespace aroeira::transmission {

class SqlPercursoStore final : public PercursoStore {
public:
    explicit SqlPercursoStore(db::Session& session) : session_(session) {}
    Result<void> distribute(const Ibge& municipio, std::span<const std::string> received_lotes,
                            std::span<const DestinoDoLote> active) override;
    Result<std::optional<fichas::Parada>> whole_walk(const Ibge& municipio, const DestinoId& destino) override;
    Result<void> save_whole_walk(const Ibge& municipio, const DestinoId& destino, const fichas::Parada& last, bool complete) override;
    Result<std::vector<Trecho>> trechos(const Ibge& municipio, const DestinoId& destino, std::string_view after, int limit) override;
    Result<void> save_trechos(const Ibge& municipio, const DestinoId& destino, std::span<const std::string> done,
                              const std::optional<Trecho>& partial) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::transmission
