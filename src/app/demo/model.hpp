// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/embedded.hpp"
#include "base/result.hpp"

/// The models the fichas of the demonstration are made of. How one is written: db/demo/README.md.
namespace aroeira::app::demo {

struct Line {
    std::string path, value;
};

/// Who is attended: an age in years or months, perhaps of one sex.
struct Attended {
    int from = 0, to = 90;
    bool months = false;
    std::optional<bool> woman{};
    friend bool operator==(const Attended&, const Attended&) = default;
};

/// One kind of ficha, or what several have in common (`per_month` 0).
struct Model {
    std::string name;
    std::string base{};  ///< The first model it starts from; "" of none.
    int per_month = 0;
    std::vector<std::string> cbos{};        ///< Who fills it in.
    std::vector<std::string> other_cbos{};  ///< The second professional; empty: nobody.
    std::optional<Attended> attended{};
    std::vector<std::string> refused_by{};  ///< Rules; empty: it is valid.
    std::vector<Line> lines{};              ///< Those of its bases first.
};

/// Every model of the files, in their order, with what it has from its bases.
/// Errors: `internal` DEMO-0001 naming file and line.
Result<std::vector<Model>> read_models(std::span<const embedded::File> files);

/// Null when there is none.
const Model* find_model(std::span<const Model> models, std::string_view name);

}  // namespace aroeira::app::demo
