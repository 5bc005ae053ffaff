// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>
#include <vector>

/// Files the build put into the binary. Each function is written by cmake/embed.cmake.
namespace aroeira::embedded {

struct File {
    std::string_view name;  ///< Relative to the embedded directory, with '/'.
    std::string_view bytes;
};

std::span<const File> migrations();  ///< db/migrations/*.sql
std::span<const File> derived();     ///< db/derived/*.sql
std::span<const File> web();         ///< The built browser application.
std::span<const File> demo();        ///< db/demo: the registry and the models of fichas.

}  // namespace aroeira::embedded
