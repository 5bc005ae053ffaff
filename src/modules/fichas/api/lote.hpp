// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "base/identifiers.hpp"

/// What others may know of a received lote: its name, how far it came, what was in it.
namespace aroeira::fichas {

struct Lote;
using LoteId = Id<Lote>;

enum class SituacaoLote : std::uint8_t { aguardando, processando, processado, falhou };
inline constexpr std::array kSituacoesLote{SituacaoLote::aguardando, SituacaoLote::processando, SituacaoLote::processado,
                                            SituacaoLote::falhou};
std::string_view name_of(SituacaoLote situacao);

/// How many fichas had which end.
struct Contagem {
    std::int64_t recebidas = 0;  ///< Everything that came, repeated and unreadable included.
    std::int64_t validas = 0;
    std::int64_t invalidas = 0;
    std::int64_t ilegiveis = 0;
    std::int64_t repetidas = 0;  ///< Same uuid, same bytes as already kept: nothing was stored.

    Contagem& operator+=(const Contagem& other) {
        recebidas += other.recebidas;
        validas += other.validas;
        invalidas += other.invalidas;
        ilegiveis += other.ilegiveis;
        repetidas += other.repetidas;
        return *this;
    }
};

}  // namespace aroeira::fichas
