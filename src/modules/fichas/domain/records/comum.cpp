// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/comum.hpp"

// The rules of the shared groups: a group described without them would have none.
#include "modules/fichas/domain/records/resultados.hpp"

#include "modules/fichas/domain/ledi/describe.hpp"

namespace aroeira::fichas::ledi {

#define AROEIRA_DEFINE_SHARED(T)                                                 \
    template const Byte* Decoder::read_record<T>(const Byte*, T&, const Path&); \
    template const StructInfo& describe<T>();
AROEIRA_SHARED_GROUPS(AROEIRA_DEFINE_SHARED)

}  // namespace aroeira::fichas::ledi
