// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/restored.hpp"

namespace aroeira::identity {
namespace {

constexpr db::Query kEndSessoes{"identity.end_all_sessoes", "DELETE FROM sessao"};
constexpr db::Query kEndConvites{"identity.end_all_convites", "DELETE FROM convite"};

}  // namespace

Result<void> end_everything_open(db::Session& session) {
    AROEIRA_CHECK(session.run(kEndSessoes));
    AROEIRA_CHECK(session.run(kEndConvites));
    return {};
}

}  // namespace aroeira::identity
