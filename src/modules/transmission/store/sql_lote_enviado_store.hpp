// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/domain/lote_enviado_store.hpp"
#include "platform/db/session.hpp"

namespace aroeira::transmission {

/// The LoteEnviadoStore in SQL, on both engines.
class SqlLoteEnviadoStore final : public LoteEnviadoStore {
public:
    explicit SqlLoteEnviadoStore(db::Session& session) : session_(session) {}

    Result<std::vector<DestinoDoLote>> destinos() override;
    Result<std::vector<fichas::FichaKey>> not_sent(const Ibge& municipio, const DestinoId& destino,
                                                   std::span<const fichas::FichaKey> fichas) override;
    Result<std::int64_t> next_numero() override;
    Result<void> insert(const LoteEnviado& lote, std::span<const Packed> fichas, std::string_view zip) override;
    Result<void> add_to_history(const Ibge& municipio, const LoteEnviadoId& lote, const LinhaDoHistorico& line) override;
    Result<void> set_situacao(const Ibge& municipio, const LoteEnviadoId& lote, SituacaoEnvio situacao) override;
    Result<LoteEnviado> find(const Ibge& municipio, const LoteEnviadoId& lote) override;
    Result<std::vector<LinhaDoHistorico>> history(const Ibge& municipio, const LoteEnviadoId& lote) override;
    Result<std::string> read_zip(const Ibge& municipio, const LoteEnviadoId& lote) override;
    Result<LotesEnviados> list(const Ibge& municipio, const LoteEnviadoFilter& filter) override;

private:
    Result<void> insert_parts(const LoteEnviado& lote, std::string_view zip);
    Result<void> insert_fichas(const LoteEnviado& lote, std::span<const Packed> fichas);

    db::Session& session_;
};

}  // namespace aroeira::transmission
