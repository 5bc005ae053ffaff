// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/valid_fichas.hpp"
#include "platform/db/session.hpp"

namespace aroeira::fichas {

/// Reads table `ficha`.
class SqlValidFichas final : public ValidFichas {
public:
    explicit SqlValidFichas(db::Session& session) : session_(session) {}
    Result<std::vector<FichaKey>> after(const Ibge& municipio, std::string_view after_uuid, int limit) override;
    Result<std::string> content_of(const Ibge& municipio, const FichaKey& ficha) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::fichas
