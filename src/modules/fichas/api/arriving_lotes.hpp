// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "modules/fichas/api/lote.hpp"

namespace aroeira::fichas {

/// A lote of another installation that is all here.
struct ArrivedLote {
    LoteId id;
    Ibge municipio;
    std::string sha256{};  ///< Of its file, hexadecimal, proven.
    std::int64_t tamanho = 0;
    std::int64_t entradas = 0;  ///< What `prove` gave.
    std::string remetente{};
    std::int64_t numero = 0;    ///< In the installation that sends it.
    std::string responsavel{};  ///< The name that installation goes by.
    std::string ator{};
    std::string address{};
};

/// What became of a lote that was accepted.
struct AcceptedLote {
    SituacaoLote situacao = SituacaoLote::aguardando;
    std::string mensagem{};
    Contagem contagem{};
};

/// Lotes that come over the network in parts. Everything happens in the caller's transaction.
/// Errors of every method: `unavailable` DB-0004; others where said.
class ArrivingLotes {
public:
    virtual ~ArrivingLotes() = default;

    /// Keeps the part number `part`, from 0; of one that is kept, `conflict` DB-0003.
    virtual Result<void> keep_part(const Ibge& municipio, const LoteId& lote, std::int64_t part, std::string_view bytes) = 0;
    /// The parts put together.
    virtual Result<std::string> read_parts(const Ibge& municipio, const LoteId& lote) = 0;
    virtual Result<void> drop_parts(const Ibge& municipio, const LoteId& lote) = 0;

    /// How many files a lote holds, as the import of a file proves it: without unpacking, and whole or not at all.
    /// Errors: `invalid_input` or `too_large` ZIP-…, RECEB-0010; `invalid_input` RECEB-0014 when it is no zip.
    virtual Result<std::int64_t> prove(std::string_view bytes) = 0;
    /// Makes it a received lote like any other, to be processed in its hours, with its audit row. Its parts are its bytes.
    /// Errors: `conflict` DB-0003 when there is one of this id.
    virtual Result<void> accept(const ArrivedLote& lote) = 0;
    /// Keeps that a file was refused, and why.
    virtual Result<void> record_refusal(const ArrivedLote& lote, const Error& why) = 0;

    /// Nothing when no such lote was accepted.
    virtual Result<std::optional<AcceptedLote>> find(const Ibge& municipio, const LoteId& lote) = 0;
};

}  // namespace aroeira::fichas
