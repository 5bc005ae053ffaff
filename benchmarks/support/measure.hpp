// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

/// Two sides of a comparison, taken in turns: the machine drifts, the ratio of neighbours stays.
namespace aroeira::bench {

/// What one side does again and again. Gives how many units of work one call was.
using Side = std::function<std::size_t()>;

/// Units of work per second of processor, and the ratio of the sides.
struct Compared {
    double ours = 0, theirs = 0;
    double ratio = 0;  ///< Median of ours / theirs over neighbouring turns.
};
/// Cost: about `turns` × 2 × 30 ms of processor.
Compared compare(const Side& ours, const Side& theirs, int turns = 21);

enum class Wanted { at_least, at_most };

/// One line of ./bench. `must` and `aim` bound the ratio.
struct Row {
    std::string id{};
    double value = 0;
    std::string unit{};
    std::string against{};
    double floor = 0;
    double ratio = 0;
    double must = 0, aim = 0;
    Wanted wanted = Wanted::at_least;
    bool also_ok = true;  ///< What must hold besides the ratio.
};
void print(const Row& row);

double median(std::vector<double> values);

}  // namespace aroeira::bench
