// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "modules/transmission/domain/destino.hpp"

/// Lotes that go out: where to, what is in them, what was done with them.
namespace aroeira::transmission {

struct LoteEnviado;
using LoteEnviadoId = Id<LoteEnviado>;

/// How far a lote came. The screen shows it.
enum class SituacaoEnvio : std::uint8_t {
    gerado,  ///< Its file is ready and nobody took it yet.
    salvo,   ///< «Salvar em Arquivo» gave it to somebody.
};
inline constexpr std::array kSituacoesEnvio{SituacaoEnvio::gerado, SituacaoEnvio::salvo};
std::string_view name_of(SituacaoEnvio situacao);

/// What a lote says of where it goes.
struct DestinoDoLote {
    DestinoId id;
    std::string nome{};
};

/// A zip of fichas for one destino. Nothing of it changes any more but its situação.
struct LoteEnviado {
    LoteEnviadoId id;
    Ibge municipio;
    DestinoDoLote destino;
    std::int64_t numero = 0;  ///< 1, 2, … in this installation, whatever the município.
    SituacaoEnvio situacao = SituacaoEnvio::gerado;
    std::int64_t fichas = 0;
    std::string sha256{};      ///< Of the zip, hexadecimal.
    std::int64_t tamanho = 0;  ///< Bytes of the zip.
    Instant criado{};
    std::string responsavel{};
    std::string ator{};
};

/// The name under which the lote is saved.
std::string file_name_of(const LoteEnviado& lote);

enum class AtoDoLote : std::uint8_t { gerado, salvo };
inline constexpr std::array kAtosDoLote{AtoDoLote::gerado, AtoDoLote::salvo};
std::string_view name_of(AtoDoLote ato);

/// One line of the history of a lote.
struct LinhaDoHistorico {
    Uuid id;  ///< Grows with time.
    AtoDoLote ato = AtoDoLote::gerado;
    Instant em{};
    std::string responsavel{};
    std::string ator{};
};

struct LoteEnviadoFilter {
    std::optional<SituacaoEnvio> situacao{};
    std::int64_t page = 1;
    std::int64_t page_size = 30;
};

/// A page of the list and how many lotes there are in all.
struct LotesEnviados {
    std::vector<LoteEnviado> items{};
    std::int64_t total = 0;
};

}  // namespace aroeira::transmission
