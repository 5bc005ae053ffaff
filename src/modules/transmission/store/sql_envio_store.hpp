// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/domain/envio_store.hpp"
#include "platform/db/session.hpp"

namespace aroeira::transmission {

class SqlEnvioStore final : public EnvioStore {
public:
    explicit SqlEnvioStore(db::Session& session) : session_(session) {}
    Result<std::vector<Vez>> turns(const DestinoId& destino) override;
    Result<LoteEnviado> lote_of(const Vez& vez) override;
    Result<std::optional<Pergunta>> next_question(const DestinoId& destino) override;
    Result<std::string> read_zip_from(const Ibge& municipio, const LoteEnviadoId& lote, std::int64_t from, std::int64_t bytes) override;
    Result<void> save_progress(const LoteEnviado& lote) override;
    Result<void> ask_at(const LoteEnviado& lote, const std::optional<Instant>& when, int perguntas) override;
    Result<std::vector<FichaEnviada>> fichas(const LoteEnviado& lote, QuaisFichas which, std::int64_t from_posicao, int limit) override;
    Result<std::vector<FichaEnviada>> page_of_fichas(const LoteEnviado& lote, QuaisFichas which, std::int64_t page,
                                                     std::int64_t page_size) override;
    Result<void> keep_vereditos(const LoteEnviado& lote, std::span<const FichaEnviada> fichas, std::span<const FichaJulgada> said) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::transmission
