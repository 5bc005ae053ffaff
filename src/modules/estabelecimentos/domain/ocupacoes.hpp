// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "base/result.hpp"
#include "modules/estabelecimentos/domain/listing.hpp"

/// The occupations of the national table as a município uses them.
namespace aroeira::estabelecimentos {

/// What a município decided about one occupation.
struct CboDecidido {
    std::string cbo{};
    bool disponivel = true;
    std::optional<int> intervalo_minutos{};  ///< Between appointments; nothing: the município's own duration.
    std::int64_t versao = 0;                 ///< 0: nothing was decided yet.
};

/// The bounds of an interval, in minutes. Source: our own; the manual only says «intervalo de agendamento».
inline constexpr int kIntervaloMin = 1, kIntervaloMax = 480;

/// What holds where the município decided nothing: who works in primary care may have a lotação.
/// Source: manual PEC 3.2, «configuração-padrão», which it does not list; ours is who signs fichas of the LEDI and
/// who has a perfil of her own.
CboDecidido padrao_of(std::string_view cbo);

/// Errors of every method: `unavailable` DB-0004.
class CboStore {
public:
    virtual ~CboStore() = default;
    /// What was decided, in the order of the codes.
    virtual Result<std::vector<CboDecidido>> decided(const Ibge& municipio) = 0;
    /// What holds for one: what was decided, or what holds without.
    virtual Result<CboDecidido> find(const Ibge& municipio, std::string_view cbo) = 0;
    /// Writes over the version `decision.versao` and gives the next one.
    /// Errors: `conflict` CBO-0003 when another one is there.
    virtual Result<std::int64_t> put(const Ibge& municipio, const CboDecidido& decision) = 0;
};

/// One line of the list.
struct CboNaLista {
    std::string_view titulo{};
    CboDecidido decisao{};
};

struct CboFilter {
    std::string texto{};        ///< Part of the name, or the beginning of the code.
    bool indisponiveis = false; ///< «Mostrar CBOs indisponíveis para lotação».
    std::int64_t page = 1;
};

/// The page of the national table that the filter asks for, with what was decided (in the order of the codes).
Page<CboNaLista> page_of(const std::vector<CboDecidido>& decided, const CboFilter& filter);
/// Those that may be chosen for a lotação, in the order of their titles.
std::vector<CboNaLista> available_of(const std::vector<CboDecidido>& decided);

}  // namespace aroeira::estabelecimentos
