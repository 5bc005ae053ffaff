// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "modules/fichas/domain/recebimento.hpp"
#include "platform/db/session.hpp"

namespace aroeira::fichas {

/// Every version, of every uuid in a run of fichas, as the run is being kept: what is repeated, and
/// which version is the current one.
class KnownVersions {
public:
    /// Cost: one statement per hundred different uuids.
    static Result<KnownVersions> of(db::Session& session, const Ibge& municipio, const LoteId& lote, std::span<const FichaAvaliada> fichas);

    /// Some version of this uuid, not only the current one, has these bytes.
    [[nodiscard]] bool has(const FichaAvaliada& ficha) const;

    struct Retired {
        std::int64_t versao = 0;
        std::string lote{};
        std::int64_t posicao = 0;
        std::optional<std::size_t> place{};  ///< In the run, when it came with it; else it is in the database.
    };
    struct Place {
        std::int64_t versao = 0;
        bool atual = true;
        std::optional<Retired> retired{};  ///< What was current until now.
    };
    /// Takes in the ficha at `place` of the run, whose bytes are new: as the current version, or as
    /// history when its installation sent a newer one before. Errors: `unavailable` DB-0004.
    Result<Place> add(const FichaAvaliada& ficha, std::size_t place);

private:
    struct Version {
        std::int64_t versao = 0;
        std::string sha256{};
        bool atual = false;
        std::string lote{};
        std::int64_t posicao = 0;
        std::optional<std::size_t> place{};
    };
    struct Origin {
        std::string remetente{};
        std::int64_t numero = 0;
    };
    KnownVersions(db::Session& session, const Ibge& municipio, const LoteId& lote)
        : session_(&session), municipio_(municipio), lote_(lote.text()) {}
    Result<void> look_up(std::span<const FichaAvaliada> fichas);
    Result<bool> is_overtaken(const std::vector<Version>& versions);
    Result<Origin> origin_of(const std::string& lote);

    db::Session* session_;
    Ibge municipio_;
    std::string lote_;
    std::unordered_map<std::string_view, std::vector<Version>> versions_{};
    std::unordered_map<std::string, Origin> origins_{};
};

}  // namespace aroeira::fichas
