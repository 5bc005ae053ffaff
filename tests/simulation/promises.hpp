// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "tests/simulation/site.hpp"

/// What must hold when everybody has come to rest. Each gives what is broken, in words, or "".
namespace aroeira::simulation {

/// The last ficha somebody was told «received» for is the current one, and none is there twice.
std::string broken_promise_to_people(const std::map<std::string, std::string>& typed, const std::vector<Kept>& kept);

/// Every valid current ficha below is the current one above, once, byte for byte; every one sent has a
/// verdict below, which is the one above, and a refused one its reason; and nothing is above that was not sent.
std::string broken_promise_between(const std::vector<Kept>& below, const std::vector<Sent>& sent, const std::vector<Kept>& above);

}  // namespace aroeira::simulation
