// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/valid_fichas.hpp"
#include "platform/db/session.hpp"

namespace aroeira::fichas {

/// Reads table `ficha`, and `lote_recebido.novidade`.
class SqlValidFichas final : public ValidFichas {
public:
    explicit SqlValidFichas(db::Session& session) : session_(session) {}
    Result<std::vector<std::string>> take_news(const Ibge& municipio) override;
    Result<std::vector<FichaNoLote>> of_lote(const Ibge& municipio, std::string_view lote, std::int64_t from_posicao) override;
    Result<std::vector<FichaNoLote>> after(const Ibge& municipio, const Parada& after, int limit) override;
    Result<std::vector<std::string>> contents_of(const Ibge& municipio, std::span<const FichaKey> fichas) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::fichas
