// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/domain/sincronia.hpp"
#include "platform/db/session.hpp"

namespace aroeira::transmission {

/// Over `destino`, `lote_enviado`, its history, and `chegada`.
class SqlSincroniaStore final : public SincroniaStore {
public:
    explicit SqlSincroniaStore(db::Session& session) : session_(session) {}
    Result<std::vector<Sincronia>> quiet_destinos(Instant before, int limit) override;
    Result<std::string> name_of_sender(std::string_view instalacao) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::transmission
