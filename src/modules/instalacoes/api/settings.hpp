// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "modules/instalacoes/api/installation_card.hpp"

namespace aroeira::instalacoes {

/// When received lotes are processed. The manual's 0h–6h is the window; continuous is our default.
/// Unit: minutes after midnight in the município. `from` after `until` crosses midnight.
/// Source: manual PEC 3.7.2.
struct ProcessingHours {
    bool continuous = true;
    int from_minutes = 0;
    int until_minutes = 360;
    friend bool operator==(const ProcessingHours&, const ProcessingHours&) = default;
};

/// How long the window of the night lasts: «entre 0h e 6h». Source: manual, 3.7.3.2.
inline constexpr int kTransmissionMinutes = 6 * 60;

/// The settings of the installation, each with its default where nobody chose.
class Settings {
public:
    virtual ~Settings() = default;
    /// Errors: `unavailable` DB-0004.
    virtual Result<ProcessingHours> processing_hours() = 0;
    /// When lotes are made and sent: from here, for `kTransmissionMinutes`.
    /// Unit: minutes after local midnight. Errors: `unavailable` DB-0004. Source: manual, 3.7.3.1.
    virtual Result<int> transmission_start_minutes() = 0;
    /// Errors: `unavailable` DB-0004; `internal` INST-0008 when it was never prepared.
    virtual Result<InstallationCard> card() = 0;
};

}  // namespace aroeira::instalacoes
