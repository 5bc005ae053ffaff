// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "modules/fichas/domain/ledi/info.hpp"

namespace aroeira::oracle {

/// What we read, in the words Thrift uses for what it reads: `Versao(major=8, minor=7, revision=<null>)`.
/// Only the published fields: Thrift knows no others.
std::string in_thrift_words(const fichas::ledi::StructInfo& info, const fichas::ledi::Record& record);
/// Some field present has an id of our own.
bool has_unpublished(const fichas::ledi::StructInfo& info, const fichas::ledi::Record& record);

}  // namespace aroeira::oracle
