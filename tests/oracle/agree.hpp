// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "modules/fichas/api/ficha.hpp"

namespace aroeira::oracle {

std::string thrift_of(const fichas::Ficha& ficha);

/// Checks that Thrift reads these bytes, envelope and ficha, with the values we read, and writes
/// them again to the byte.
void agree_on(std::string_view bytes);

}  // namespace aroeira::oracle
