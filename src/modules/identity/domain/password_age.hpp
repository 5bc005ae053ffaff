// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/api/security.hpp"
#include "modules/identity/domain/usuario.hpp"

namespace aroeira::identity {

/// The day so many calendar months later; the last of the month where that one is shorter.
Instant months_after(Instant from, int months);

/// Whether who enters at `now` must choose another password first: it is too old, or everybody was
/// asked to since. The request is a number and not an instant, so that no wrong clock undoes or
/// repeats it. Source: manual PEC 3.1.2; our decision 3.
bool must_redefine(const Usuario& usuario, const SecurityPolicy& policy, Instant now);

/// Since when the password of `usuario` counts, seen at `now`: an unknown day, or one that a clock
/// put in the future, begins to count now.
Instant counted_since(const Usuario& usuario, Instant now);

}  // namespace aroeira::identity
