// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/auditoria/domain/search.hpp"
#include "modules/auditoria/operations/services.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::auditoria {

inline constexpr std::string_view kGenerateJob = "auditoria.gerar_trilha";

/// What the job is told.
struct GenerateArgument {
    std::string municipio{};
    std::string trilha{};
    static constexpr auto fields = std::tuple{json::field("municipio", &GenerateArgument::municipio), json::field("trilha", &GenerateArgument::trilha)};
};

/// «Gerar trilha de auditoria»: puts the job in the queue and a line in the history, and records the access.
/// Errors: `invalid_input` AUDITORIA-0001. Source: manual PEC 3.9, passo 5.
Result<Trilha> request_trilha(const MayAudit& granted, const Filtros& chosen, Formato formato, const Services& services);

/// A line of the history as the screen shows it.
struct ListedTrilha {
    Trilha trilha;
    Filtros filtros{};
    std::string gerada_por{};
    std::string usuario{};   ///< Name of the usuário of the filter.
    bool expirada = false;
};
struct ListedPage {
    std::vector<ListedTrilha> items{};
    std::int64_t total = 0;
};
/// The history of the município, the newest first. Pages of 30, from 1.
Result<ListedPage> list_trilhas(const MayAudit& granted, std::int64_t page, const Services& services);

/// A file on its way out.
struct TrilhaFile {
    std::string nome{};
    std::string tipo{};  ///< Media type.
    /// The next piece; "" after the last.
    std::function<Result<std::string>()> next{};
};
/// Records the download. Errors: `not_found` AUDITORIA-0002; `conflict` AUDITORIA-0003 when there is no file (yet, or any more).
Result<TrilhaFile> download_trilha(const MayAudit& granted, const TrilhaId& id, const Services& services);

/// What happens to a trilha when somebody cancels its job, in the same transaction.
Result<void> cancel_trilha(const jobs::Status& trabalho, Ports& ports, const Clock& clock);

}  // namespace aroeira::auditoria
