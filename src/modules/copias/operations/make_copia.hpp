// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/copias/operations/services.hpp"

namespace aroeira::copias {

/// Makes a copy of everything at `path` while the program is in use, reads it back, and says so in the list and in the
/// trail: «Realização de cópia de segurança»; or «Quebra de integridade» when the disk does not give back what was written.
/// Errors: those of backup::create; `unavailable` COPIA-0013 when it was read back otherwise; DB-0004.
/// Source: manual, 3.9.1; SBIS NGS1.04.01.
Result<Copia> make_copia(const MayCopy& granted, const std::string& path, const backup::Lock& lock, const Services& services,
                         const backup::Progress& progress = backup::go_on);

/// The same for the program at its hour.
Result<Copia> make_scheduled(const std::string& path, const backup::Lock& lock, const Services& services, const backup::Progress& progress);

}  // namespace aroeira::copias
