// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/support/measure.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace aroeira::bench {
namespace {

constexpr double kTurnSeconds = 0.03;

// Of this thread: what other programs take from the machine does not count.
double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double rate(const Side& side) {
    const double begin = processor_seconds();
    double done = 0, spent = 0;
    while (spent < kTurnSeconds) {
        for (int i = 0; i < 16; ++i) done += static_cast<double>(side());
        spent = processor_seconds() - begin;
    }
    return done / spent;
}

}  // namespace

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Compared compare(const Side& ours, const Side& theirs, int turns) {
    rate(ours), rate(theirs);  // caches, branch history, memory of their own
    std::vector<double> a, b, ratios;
    for (int i = 0; i < turns; ++i) {
        // Who goes first changes, so that neither always follows the other.
        double first = 0, second = 0;
        if (i % 2) second = rate(theirs), first = rate(ours);
        else first = rate(ours), second = rate(theirs);
        a.push_back(first), b.push_back(second), ratios.push_back(first / second);
    }
    return {median(a), median(b), median(ratios)};
}

void print(const Row& row) {
    const bool holds = row.wanted == Wanted::at_least ? row.ratio >= row.must : row.ratio <= row.must;
    std::printf("{\"id\":\"%s\",\"value\":%.6g,\"unit\":\"%s\",\"against\":\"%s\",\"floor\":%.6g,\"ratio\":%.3f,"
                "\"must\":%g,\"aim\":%g,\"ok\":%s}\n",
                row.id.c_str(), row.value, row.unit.c_str(), row.against.c_str(), row.floor, row.ratio, row.must, row.aim,
                holds && row.also_ok ? "true" : "false");
    std::fflush(stdout);
}

}  // namespace aroeira::bench
