// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// A file to save.
struct LoteFile {
    std::string nome;
    std::string conteudo;
};

/// «Salvar em Arquivo»: the zip as it was made, the same bytes every time. Says so in the history and
/// in the audit: the file holds personal data.
/// Errors: `not_found` TRANS-0001; `internal` TRANS-0004 when the kept bytes are not those that were
///         made, and nothing is given; `forbidden` ACESSO-0005; `invalid_input` ACESSO-0006; `unavailable` DB-0004.
/// Source: manual, 3.7.3.2. Cost: the zip in memory; LoteLimits bounds it.
Result<LoteFile> download_lote(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoId& id, const Services& services);

}  // namespace aroeira::transmission
