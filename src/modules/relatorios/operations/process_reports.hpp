// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/relatorios/operations/services.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/json/json.hpp"

namespace aroeira::relatorios {

/// The job that brings the reports of every active município up to date: what is news among the kept fichas, and no
/// more, piece by piece; where it is goes with the transaction of each piece. A município that was counted by another
/// edition of the program is counted anew.
/// Errors: `unavailable` DB-0004; `internal` RELAT-0010, RELAT-0011.
/// Cost: per ficha, whatever was counted before. Source: manual, 3.7.6.2.
Result<std::string> process_reports(jobs::Context& job, const Services& services);

/// Puts it in the queue, unless it is there. In the caller's transaction. Errors: `unavailable` DB-0004.
Result<void> ask_to_process(Ports& ports, const Services& services, std::string_view actor);

/// What the job tells at its end.
struct Processadas {
    std::int64_t fichas = 0;
    static constexpr auto fields = std::tuple{json::field("fichas", &Processadas::fichas)};
};

}  // namespace aroeira::relatorios
