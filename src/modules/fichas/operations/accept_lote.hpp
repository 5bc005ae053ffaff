// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "modules/fichas/api/lote_origin.hpp"
#include "modules/fichas/operations/ports.hpp"

/// What every lote goes through on its way in, by file or over the network.
namespace aroeira::fichas {

/// A file that may be a lote.
struct ProvenLote {
    std::int64_t entradas = 0;  ///< Fichas in it, as far as its structure tells.
    std::string comment{};      ///< Of the zip.
};

/// Proves the structure of a zip before anything of it is kept; a bare ficha is one entry.
/// Errors: `invalid_input` or `too_large` ZIP-… naming what is wrong, RECEB-0010 when it holds no ficha at all.
Result<ProvenLote> prove_lote(std::string_view bytes, const UploadLimits& limits);

/// Keeps the row of a lote whose parts are kept beside it, puts it in the queue for its hours and
/// records it, in the transaction of `ports`. Gives the trabalho.
/// Errors: `not_found` RECEB-0003; `conflict` DB-0003; `unavailable` DB-0004.
Result<std::string> accept_lote(const LoteRecebido& lote, std::string_view address, Ports& ports, IdSource& ids, const Clock& clock);

/// The file is not kept; that somebody tried, and why it was refused, is.
Result<void> record_refusal(const LoteRecebido& lote, std::string_view address, const Error& why, Ports& ports);

}  // namespace aroeira::fichas
