// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/correspondence.hpp"
#include "platform/jobs/jobs.hpp"

/// What the steps of the job that sends share.
namespace aroeira::transmission {

/// One run of the job of one destino. Each step answers with a Reading: `accepted` when it did what
/// there was to do, also by giving a lote up; otherwise why nothing more is asked of the destino, or
/// of the município, in this run. An Error is our own database's.
struct Run {
    const Destino& destino;
    Correspondence& with;
    jobs::Context& job;
    const Services& services;

    /// One commit of what a step learned. A run that lost its lease to another node writes nothing.
    Result<void> save(const LoteEnviado& lote, const std::function<Result<void>(Ports&)>& body) const;
    /// The same, with where the lote stands.
    Result<void> save_progress(const LoteEnviado& lote) const;
    /// The destino answered well: what it failed before is forgotten. Only inside `save`.
    Result<void> forget_failures(Ports& ports) const;
};

/// A line of the history that the job writes.
Result<void> tell(AtoDoLote ato, const LoteEnviado& lote, std::string detalhe, Ports& ports, const Services& services);

/// The destino keeps the lote whole: its number's turn is over.
Result<void> confirm(LoteEnviado& lote, const std::optional<Instant>& ask_next, const Run& run);
/// The destino will not have it; somebody must look.
Result<void> park(LoteEnviado& lote, std::string causa, const Run& run);

/// Who the job is in histories and in the audit.
inline constexpr std::string_view kSenderName = "Envio automático";
inline constexpr std::string_view kSenderKey = "envio";

}  // namespace aroeira::transmission
