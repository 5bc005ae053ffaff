// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// The centralizadores this program knows without being told by an administrator.
struct KnownCentralizadores {
    struct Estadual {
        std::string uf{};
        std::string nome{};
        std::string endereco{};
    };
    std::string nacional{};  ///< Its address; "" when it only takes files.
    std::vector<Estadual> estaduais{};
};

/// Reads the settings: the address of the Centralizador Nacional ("" for none) and, per state that has
/// one, "UF;Nome;endereco".
/// Errors: `invalid_input` TRANS-0019, naming the setting and what is wrong with it.
Result<KnownCentralizadores> known_centralizadores(std::string_view nacional, const std::vector<std::string>& estaduais);

/// Lays them in the list: the nacional's address, and the state's of each active município, once. One
/// that an administrator took out stays out; one he added himself by the same address is not doubled.
/// Only what sends to a state gets a state's: a centralizador estadual and the nacional get none.
/// Called at the start and when a município becomes active, inside the transaction of the caller.
/// Errors: `unavailable` DB-0004. Source: manual, 3.7.3.1.
Result<void> lay_destinos(const KnownCentralizadores& known, Ports& ports);

}  // namespace aroeira::transmission
