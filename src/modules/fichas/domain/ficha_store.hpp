// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <span>

#include "modules/fichas/api/parada.hpp"
#include "modules/fichas/domain/recebimento.hpp"

namespace aroeira::fichas {

/// When fichas came in: the instant, and its month (AAAAMM) in the municipality's zone.
struct Recebimento {
    Instant at;
    std::string mes;
};

/// Where lotes and received fichas live. The operations know this port and nothing of SQL.
class FichaStore {
public:
    virtual ~FichaStore() = default;

    /// Errors of every method: `unavailable` DB-0004; others where said.

    virtual Result<void> insert_lote(const LoteRecebido& lote) = 0;
    virtual Result<void> insert_parte(const LoteRecebido& lote, int parte, std::string_view bytes) = 0;
    /// The whole file, put together again.
    virtual Result<std::string> read_partes(const Ibge& municipio, const LoteId& lote) = 0;
    virtual Result<void> delete_partes(const Ibge& municipio, const LoteId& lote) = 0;

    /// Errors: `not_found` RECEB-0001.
    virtual Result<LoteRecebido> find_lote(const Ibge& municipio, const LoteId& lote) = 0;
    /// The lote of fichas sent one by one that `ator` has open since `since`, if any.
    virtual Result<std::optional<LoteRecebido>> find_online(const Ibge& municipio, std::string_view ator, Instant since) = 0;
    virtual Result<Page<LoteRecebido>> list_lotes(const Ibge& municipio, const LoteFilter& filter) = 0;
    virtual Result<void> set_trabalho(const Ibge& municipio, const LoteId& lote, std::string_view trabalho) = 0;
    /// Adds `delta` to the counters; sets the state.
    /// Errors: `conflict` RECEB-0012 when the lote has failed or was cancelled: nothing more enters it.
    virtual Result<void> update_lote(const Ibge& municipio, const LoteId& lote, SituacaoLote situacao,
                                     const Contagem& delta, std::optional<std::int64_t> numero,
                                     std::optional<Instant> processado, std::string_view mensagem) = 0;

    /// Ends the lote a job was to process, unless it is whole already; gives which one it was.
    virtual Result<std::optional<LoteId>> cancel_lote(const Ibge& municipio, std::string_view trabalho, Instant at,
                                                      std::string_view mensagem) = 0;
    /// The municípios with lotes that wait for their hour.
    virtual Result<std::vector<Ibge>> municipios_waiting() = 0;

    /// Keeps what is new of `fichas`: same uuid and bytes as any kept version is a no-op (repetida);
    /// same uuid and other bytes is a new version. It becomes the current one and the old one stays as
    /// history, unless the same installation sent a version in a lote with a greater number: then it is
    /// the one that came late, and is history itself, whichever was processed first.
    /// Gives the counts, and marks in `kept` (same order) which ones were stored.
    /// Cost: one look-up per hundred fichas, one bulk insert, one upsert per (cnes, tipo) seen; for a
    /// uuid that is known with other bytes, one more look-up per lote its versions came in.
    virtual Result<Contagem> keep(const Ibge& municipio, const LoteId& lote, const Recebimento& when,
                                  std::span<const FichaAvaliada> fichas, std::vector<bool>* kept) = 0;

    virtual Result<Page<FichaResumo>> list_fichas(const Ibge& municipio, const LoteId& lote, const FichaFilter& filter) = 0;
    /// Only the page of the filter counts.
    virtual Result<Page<Ilegivel>> list_ilegiveis(const Ibge& municipio, const LoteId& lote, const FichaFilter& filter) = 0;
    /// The current one first, then by descending version. Errors: `not_found` RECEB-0002.
    virtual Result<std::vector<FichaVersao>> find_ficha(const Ibge& municipio, std::string_view uuid) = 0;
    /// Of the current version, or of the one asked for. Errors: `not_found` RECEB-0002.
    virtual Result<FichaOriginal> read_original(const Ibge& municipio, std::string_view uuid, std::optional<std::int64_t> versao) = 0;
    virtual Result<std::vector<TotalPorTipo>> totals_of_lote(const Ibge& municipio, const LoteId& lote) = 0;
    virtual Result<std::vector<TotalPorCnes>> totals_by_cnes(const Ibge& municipio, std::string_view mes,
                                                             const std::optional<std::string>& cnes) = 0;
    virtual Result<std::vector<TotalPorTipo>> totals_of_cnes(const Ibge& municipio, std::string_view mes, std::string_view cnes) = 0;

    /// Every inconsistent and unreadable ficha of the filter, oldest first.
    virtual Result<void> each_inconsistencia(const Ibge& municipio, const InconsistenciaFilter& filter,
                                             const std::function<bool(const Inconsistencia&)>& visit) = 0;

    /// Current fichas refused for what the registry did not know, by ascending place, at most `limit`.
    struct Pending {
        std::string uuid;
        std::int64_t versao = 0;
        std::string formato{};
        std::string conteudo{};
        std::string cnes{};
        std::int64_t tipo = 0;
        std::string lote{};
        Instant recebida{};
        std::int64_t posicao = 0;
        [[nodiscard]] Parada place() const { return {lote, posicao, uuid}; }
    };
    virtual Result<std::vector<Pending>> pending_after(const Ibge& municipio, const Parada& after, int limit) = 0;
    /// Current valid fichas by ascending place, at most `limit`.
    virtual Result<std::vector<Pending>> valid_after(const Ibge& municipio, const Parada& after, int limit) = 0;
    /// Writes the new verdict of a kept ficha and moves it between the totals of its `mes` of receipt.
    virtual Result<void> change_verdict(const Ibge& municipio, const Pending& ficha, std::string_view mes,
                                        const FichaAvaliada& now) = 0;
};

}  // namespace aroeira::fichas
