// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

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

/// The settings of the installation, each with its default where nobody chose.
class Settings {
public:
    virtual ~Settings() = default;
    /// Errors: `unavailable` DB-0004.
    virtual Result<ProcessingHours> processing_hours() = 0;
};

}  // namespace aroeira::instalacoes
