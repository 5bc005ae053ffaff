// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/novidades.hpp"
#include "platform/db/session.hpp"

namespace aroeira::fichas {

/// Who changes the kept fichas says so here, in the same transaction: every reader has the lote to look at, from
/// `posicao` on. Cost: one small statement per reader.
Result<void> add_news(db::Session& session, const Ibge& municipio, std::string_view lote, std::int64_t posicao);

class SqlFichaNews final : public FichaNews {
public:
    explicit SqlFichaNews(db::Session& session) : session_(session) {}
    Result<std::optional<Trecho>> next(const Ibge& municipio, Leitor leitor) override;
    Result<std::vector<FichaGuardada>> read(const Ibge& municipio, const Trecho& from, int limit) override;
    Result<void> seen(const Ibge& municipio, Leitor leitor, std::string_view lote, std::optional<std::int64_t> next) override;
    Result<std::vector<FichaGuardada>> versions(const Ibge& municipio, std::string_view uuid) override;
    Result<std::optional<FichaGuardada>> find(const Ibge& municipio, const FichaKey& key) override;
    Result<std::int64_t> waiting(const Ibge& municipio, Leitor leitor) override;
    Result<void> start_over(const Ibge& municipio, Leitor leitor) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::fichas
