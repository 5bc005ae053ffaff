// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/operations/cnes_source.hpp"
#include "modules/estabelecimentos/operations/services.hpp"

namespace aroeira::estabelecimentos {

/// Reads the file, compares it with the registry and writes what changes, or only says what would.
/// All that an import writes (registry, history, audit, what other modules do about it) is one
/// transaction. Gives the row of the history as it was concluded.
/// Errors: as `import_file`.
/// Cost: one pass over the file; memory for its records and for the keys of the registry.
Result<Importacao> carry_out(Importacao importacao, const CnesSource& source, const Services& services, const OnProgress& on_progress);

/// Writes in the history that the file was refused, and why.
Result<void> conclude_refused(Importacao importacao, const Error& why, const Services& services);

}  // namespace aroeira::estabelecimentos
