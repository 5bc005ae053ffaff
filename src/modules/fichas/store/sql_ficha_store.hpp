// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ficha_store.hpp"
#include "platform/db/session.hpp"

namespace aroeira::fichas {

/// The FichaStore in SQL, on both engines.
class SqlFichaStore final : public FichaStore {
public:
    explicit SqlFichaStore(db::Session& session) : session_(session) {}

    Result<void> insert_lote(const LoteRecebido& lote) override;
    Result<void> insert_parte(const LoteRecebido& lote, int parte, std::string_view bytes) override;
    Result<std::string> read_partes(const Ibge& municipio, const LoteId& lote) override;
    Result<void> delete_partes(const Ibge& municipio, const LoteId& lote) override;
    Result<LoteRecebido> find_lote(const Ibge& municipio, const LoteId& lote) override;
    Result<std::optional<LoteRecebido>> find_online(const Ibge& municipio, std::string_view ator, Instant since) override;
    Result<Page<LoteRecebido>> list_lotes(const Ibge& municipio, const LoteFilter& filter) override;
    Result<void> set_trabalho(const Ibge& municipio, const LoteId& lote, std::string_view trabalho) override;
    Result<void> update_lote(const Ibge& municipio, const LoteId& lote, SituacaoLote situacao, const Contagem& delta,
                             std::optional<std::int64_t> numero, std::optional<Instant> processado,
                             std::string_view mensagem) override;
    Result<std::optional<LoteId>> cancel_lote(const Ibge& municipio, std::string_view trabalho, Instant at,
                                              std::string_view mensagem) override;
    Result<std::vector<Ibge>> municipios_waiting() override;
    Result<Contagem> keep(const Ibge& municipio, const LoteId& lote, const Recebimento& when,
                          std::span<const FichaAvaliada> fichas, std::vector<bool>* kept) override;
    Result<Page<FichaResumo>> list_fichas(const Ibge& municipio, const LoteId& lote, const FichaFilter& filter) override;
    Result<Page<Ilegivel>> list_ilegiveis(const Ibge& municipio, const LoteId& lote, const FichaFilter& filter) override;
    Result<std::vector<FichaVersao>> find_ficha(const Ibge& municipio, std::string_view uuid) override;
    Result<FichaOriginal> read_original(const Ibge& municipio, std::string_view uuid, std::optional<std::int64_t> versao) override;
    Result<std::vector<TotalPorTipo>> totals_of_lote(const Ibge& municipio, const LoteId& lote) override;
    Result<std::vector<TotalPorCnes>> totals_by_cnes(const Ibge& municipio, std::string_view mes,
                                                     const std::optional<std::string>& cnes) override;
    Result<std::vector<TotalPorTipo>> totals_of_cnes(const Ibge& municipio, std::string_view mes, std::string_view cnes) override;
    Result<void> each_inconsistencia(const Ibge& municipio, const InconsistenciaFilter& filter,
                                     const std::function<bool(const Inconsistencia&)>& visit) override;
    Result<std::vector<Pending>> pending_after(const Ibge& municipio, const Parada& after, int limit) override;
    Result<std::vector<Pending>> valid_after(const Ibge& municipio, const Parada& after, int limit) override;
    Result<void> change_verdict(const Ibge& municipio, const Pending& ficha, std::string_view mes,
                                const FichaAvaliada& now) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::fichas
