// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string_view>

/// Apache Thrift's generated C++ reading an envelope and the individual consultation in it, each
/// compiled from thrift_peer.cpp. Gives the number of attendances read.
namespace aroeira::bench {

namespace ledi_default {
std::size_t read_consultation(std::string_view bytes);
}
namespace ledi_templates {
std::size_t read_consultation(std::string_view bytes);
}

}  // namespace aroeira::bench
