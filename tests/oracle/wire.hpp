// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <thrift/protocol/TBinaryProtocol.h>
#include <thrift/transport/TBufferTransports.h>

#include <memory>
#include <sstream>
#include <string>
#include <string_view>

#include "ledi_walk.hpp"

/// Apache Thrift on one side of the wire: bytes to its structs and back.
namespace aroeira::oracle {

using Memory = apache::thrift::transport::TMemoryBuffer;
using Binary = apache::thrift::protocol::TBinaryProtocolT<Memory>;

/// Errors: Thrift's exceptions, and std::runtime_error when it leaves bytes unread.
template <class T>
void read(std::string_view bytes, T& out) {
    auto memory = std::make_shared<Memory>();
    memory->resetBuffer(reinterpret_cast<std::uint8_t*>(const_cast<char*>(bytes.data())),
                        static_cast<std::uint32_t>(bytes.size()));
    Binary protocol(memory);
    out.read(&protocol);
    if (memory->available_read()) throw std::runtime_error("Thrift left bytes unread");
}

template <class T>
std::string write(const T& value) {
    auto memory = std::make_shared<Memory>();
    Binary protocol(memory);
    value.write(&protocol);
    return memory->getBufferAsString();
}

/// Thrift's own words for a struct: every field, by name.
template <class T>
std::string in_words(const T& value) {
    std::ostringstream out;
    value.printTo(out);
    return out.str();
}

}  // namespace aroeira::oracle
