// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/fichas/domain/ledi/schema.hpp"

namespace aroeira::fichas::ledi {

struct FieldInfo;

/// The fields of a group that are right or wrong by themselves, sorted by what is asked of them: a
/// short loop for each question is guessed better than a long one that asks now this, now that. It
/// tells whether all are right, as nearly always; Checker says which is not, and why.
class PlainFields {
public:
    /// False when the field asks for more: a group, a list, a long table, only some releases.
    bool take(const FieldInfo& field);
    [[nodiscard]] bool are_right(const Record& record) const;

private:
    struct Coded {
        CodeSet codes;
        std::uint32_t offset;
    };
    struct Ranged {
        double min, max;
        std::uint32_t offset;
        int max_decimals;
    };
    struct Written {
        const TextTest* test;
        std::uint32_t offset;
        std::uint32_t min_length, max_length;
        bool is_required;
    };

    std::vector<std::uint32_t> required_{};  ///< The flags of what must be there and is no text.
    std::vector<Coded> codes_{};
    std::vector<Ranged> integers_{}, longs_{}, reals_{};
    std::vector<Written> forms_{};  ///< Texts with a test that only ASCII passes.
    std::vector<Written> texts_{};
};

/// Whether a value needs more digits after the comma than `most`.
bool has_more_decimals(double value, int most);

}  // namespace aroeira::fichas::ledi
