// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "modules/fichas/api/lote.hpp"

/// Lotes that come in over the network: what was announced of them, and how far they came.
namespace aroeira::transmission {

/// Another installation, as it presents itself in what it sends.
struct Remetente {
    std::string instalacao{};  ///< Uuid.
    std::string nome{};
    std::string tipo{};        ///< A name of TipoInstalacao.
    std::string versao{};      ///< Of its program.
};

/// A lote another installation says it will send.
struct Anuncio {
    fichas::LoteId lote;
    Ibge municipio;
    std::int64_t numero = 0;  ///< In that installation.
    std::int64_t fichas = 0;
    std::int64_t tamanho = 0;  ///< Bytes of its file.
    std::string sha256{};      ///< Of its file, hexadecimal.
    Remetente remetente{};
};

/// Errors: `invalid_input` TRANS-0024, by field.
Result<void> check(const Anuncio& anuncio);

/// The same file of the same installation, announced again. What it calls itself may have changed meanwhile.
bool is_same_lote(const Anuncio& a, const Anuncio& b);

/// How far it came. `confirmado`: all here, proven and kept; it cannot be lost any more.
enum class SituacaoChegada : std::uint8_t { recebendo, confirmado, processado, falhou };
std::string_view name_of(SituacaoChegada situacao);

struct Chegada {
    Anuncio anuncio;
    std::string credencial{};    ///< That announced it; only it sends the parts.
    std::int64_t recebidos = 0;  ///< Bytes kept.
    std::int64_t partes = 0;
    Instant vista{};             ///< When something of it last came.
    std::optional<Instant> confirmado{};
};

/// What one sender may ask of us.
struct ArrivalLimits {
    std::int64_t lote_bytes_max = std::int64_t{512} << 20;
    std::int64_t part_bytes_max = std::int64_t{8} << 20;
    std::int64_t part_bytes_min = std::int64_t{16} << 10;  ///< Of all but the last: a lote is not a million rows.
    std::int64_t open_max = 16;                            ///< Lotes one credencial may have begun and not ended.
    std::chrono::hours kept{7 * 24};                       ///< One nothing comes of any more is forgotten.
    int at_once = 0;  ///< Lotes being received at once; over it a sender is told when to come. 0: no limit.
};

}  // namespace aroeira::transmission
