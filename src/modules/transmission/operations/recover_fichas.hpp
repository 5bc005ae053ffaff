// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// What is asked back.
struct Recovery {
    std::optional<Ibge> municipio{};
    std::optional<Cnes> cnes{};  ///< Nothing: of every establishment of the município.
};

/// A zip made while it is sent.
struct RecoveredFile {
    std::string nome{};
    /// Gives the next bytes; false when there are no more.
    /// Errors: `unavailable` DB-0004; `internal` TRANS-0003. What was given until then is no zip.
    std::function<Result<bool>(std::string& bytes)> next{};
};

/// The larger base feeds the smaller one: everything current this installation keeps of a município, or
/// of one establishment, valid or not, as a zip any LEDI receiver reads, each ficha under its own uuid.
/// What came in XML leaves in Thrift.
/// Errors: `forbidden` ACESSO-0005; `not_found` INST-0001, TRANS-0034 when nothing is kept of it;
///         `unavailable` DB-0004. Source: manual, 3.7. Cost: a few hundred fichas in memory at once.
Result<RecoveredFile> recover_fichas(const MayManage& granted, const Recovery& asked, const Services& services);

}  // namespace aroeira::transmission
