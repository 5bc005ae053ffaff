// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <vector>

#include "app/demo/model.hpp"
#include "app/demo/town.hpp"
#include "base/clock.hpp"

/// A month of fichas of a town, as its units send them.
namespace aroeira::app::demo {

/// One file on its way, and what should become of it.
struct SentFicha {
    std::string name, bytes;
    const Model* model = nullptr;  ///< Null: it is no ficha.
    int number = 0;                ///< Which one of its model, from 0.
    bool repeated = false;         ///< The same bytes were sent before.
    bool corrected = false;        ///< A refused ficha of before, mended.
};

/// What one unit sends at once: a file of a week of fichas, or a day of them over the network.
struct Shipment {
    std::string file_name{};
    std::string cnes{};
    Instant at{};
    bool online = false;
    std::vector<SentFicha> fichas{};
};

/// The month up to the last working day that ended before `now` in the clock of the município, or two
/// weeks where the month has just begun; oldest first. The same `now` gives the same bytes.
/// Errors: those of fill_in.
Result<std::vector<Shipment>> make_month(const Town& town, std::span<const Model> models, Instant now);

}  // namespace aroeira::app::demo
