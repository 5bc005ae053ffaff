// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/store/restored.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::int64_t kSkipped = 100'000;  // More than an installation makes between two copies.

constexpr db::Query kSkip{"transmission.skip_lote_numbers", "UPDATE lote_enviado_numero SET ultimo = ultimo + $1"};

}  // namespace

Result<void> skip_lote_numbers(db::Session& session) {
    AROEIRA_CHECK(session.run(kSkip, {kSkipped}));
    return {};
}

}  // namespace aroeira::transmission
