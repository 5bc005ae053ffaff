// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/relatorios/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::relatorios {

class SqlSomaStore final : public SomaStore {
public:
    explicit SqlSomaStore(db::Session& session) : session_(session) {}
    Result<std::string> read(const Ibge& municipio, const Soma& soma) override;
    Result<void> write(const Ibge& municipio, const Soma& soma, std::string_view packed) override;
    Result<void> each(const Ibge& municipio, std::string_view relatorio, const Trechos& trechos, const Filtro& filtro,
                      const Visit& visit) override;
    Result<void> forget(const Ibge& municipio) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::relatorios
