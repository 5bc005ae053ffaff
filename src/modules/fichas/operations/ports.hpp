// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "base/ids.hpp"
#include "base/unit.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/fichas/domain/ficha_store.hpp"
#include "platform/db/session.hpp"

namespace aroeira::fichas {

/// When received lotes are processed. The manual's 0h–6h is a window; continuous is our default.
struct ProcessingHours {
    bool continuous = true;
    int from_minutes = 0;    ///< Minutes after local midnight.
    int until_minutes = 360;
};

/// What recebimento asks of the installation. Implemented in app/wiring over `instalacoes`.
class InstallationPort {
public:
    virtual ~InstallationPort() = default;
    virtual Result<ProcessingHours> processing_hours() = 0;
    /// Minutes to add to UTC in the município; `not_found` RECEB-0003 when it is not active here.
    virtual Result<int> utc_offset_minutes(const Ibge& municipio) = 0;
    /// Which registry of establishments is in force in the município, of this transaction; "" for none.
    virtual Result<std::string> registry_edition(const Ibge& municipio) = 0;
};

/// One transaction's worth of what recebimento needs.
struct Ports {
    FichaStore& fichas;
    audit::Trail& trail;
    InstallationPort& installation;
    db::Session& session;  ///< Only to pass on: to the job queue and to a job's cursor.
};

/// Turns one received file into its verdict. Keeps its memory between files; one per thread.
class Evaluator {
public:
    virtual ~Evaluator() = default;
    /// `out` views `bytes` and `name`.
    virtual void evaluate(std::string_view name, std::string_view bytes, FichaAvaliada& out) = 0;
    /// The registry it judges by, as InstallationPort::registry_edition said then.
    [[nodiscard]] virtual std::string_view edition() const = 0;
};

/// Limits on what one upload may be.
struct UploadLimits {
    std::uint64_t unpacked_bytes_max = std::uint64_t{4} << 30;
    std::uint64_t entries_max = 1'000'000;
};

/// What recebimento needs for as long as the program runs. Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    const Clock& clock;
    IdSource& ids;
    /// A fresh evaluator with the município's registry as it is now.
    std::function<Result<std::unique_ptr<Evaluator>>(const Ibge& municipio)> evaluator;
    std::function<void()> wake_jobs;
    UploadLimits limits{};
};

constexpr std::string_view kProcessJob = "fichas_processar_lote";
constexpr std::string_view kReprocessJob = "fichas_reprocessar";

}  // namespace aroeira::fichas
