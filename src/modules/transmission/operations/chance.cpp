// SPDX-License-Identifier: Apache-2.0
#include <random>

#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

double any_chance() {
    thread_local std::mt19937_64 random{std::random_device{}()};
    return std::uniform_real_distribution<double>(0.0, 1.0)(random);
}

}  // namespace aroeira::transmission
