// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "app/commands.hpp"

namespace aroeira::app {

int fail(const Error& error, int code) {
    std::fprintf(stderr, "aroeira: %s [%.*s]\n", error.message.c_str(), static_cast<int>(error.code.text().size()), error.code.text().data());
    return code;
}

}  // namespace aroeira::app
