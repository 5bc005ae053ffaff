// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/kept_fichas.hpp"
#include "platform/db/session.hpp"

namespace aroeira::fichas {

/// Over tables `recebimento_total`, which says the lotes of an establishment, `ficha` and `lote_recebido`.
class SqlKeptFichas final : public KeptFichas {
public:
    explicit SqlKeptFichas(db::Session& session) : session_(session) {}
    Result<std::vector<Remessa>> quiet_since(Instant before, int limit) override;
    Result<std::vector<KeptFicha>> next(const Ibge& municipio, std::string_view cnes, Parada& at, int limit) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::fichas
