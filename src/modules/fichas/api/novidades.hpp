// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/fichas/api/valid_fichas.hpp"

namespace aroeira::fichas {

/// Who keeps numbers made of fichas, and so has to hear of every change.
enum class Leitor : std::uint8_t { relatorios };
inline constexpr std::array kLeitores{Leitor::relatorios};
std::string_view name_of(Leitor leitor);

/// From here on a received lote has something a reader did not see.
struct Trecho {
    std::string lote{};
    std::int64_t posicao = 0;
};

/// One version of a kept ficha, in its place.
struct FichaGuardada {
    FichaKey key{};
    std::string lote{};
    std::int64_t posicao = 0;
    bool atual = false;
    bool valida = false;
    std::string formato{};   ///< "thrift" or "xml".
    std::string conteudo{};  ///< As it was received; empty where said.
};

/// The news of the kept fichas of a município. Whatever changes the current valid version of a ficha (a version that
/// came, valid or not; a verdict that changed) is news at the position of the version that is current now. Who reads
/// it moves on in the transaction that keeps what was learnt, so that nothing is missed and nothing counted twice.
/// Errors of every method: `unavailable` DB-0004.
class FichaNews {
public:
    virtual ~FichaNews() = default;

    /// Where to look next; nothing when all was seen.
    virtual Result<std::optional<Trecho>> next(const Ibge& municipio, Leitor leitor) = 0;
    /// The versions of a lote from a position on, by position, at most `limit`, with their contents.
    virtual Result<std::vector<FichaGuardada>> read(const Ibge& municipio, const Trecho& from, int limit) = 0;
    /// Everything of the lote before `next` was seen; without it, all of the lote.
    virtual Result<void> seen(const Ibge& municipio, Leitor leitor, std::string_view lote, std::optional<std::int64_t> next) = 0;

    /// All versions of a ficha, without contents.
    virtual Result<std::vector<FichaGuardada>> versions(const Ibge& municipio, std::string_view uuid) = 0;
    /// One of them with its content; nothing when there is no such version.
    virtual Result<std::optional<FichaGuardada>> find(const Ibge& municipio, const FichaKey& key) = 0;

    /// How many versions of fichas are news. Cost: an index walk over just those.
    virtual Result<std::int64_t> waiting(const Ibge& municipio, Leitor leitor) = 0;
    /// All that is kept becomes news again.
    virtual Result<void> start_over(const Ibge& municipio, Leitor leitor) = 0;
};

}  // namespace aroeira::fichas
