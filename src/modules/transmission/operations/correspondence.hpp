// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/domain/resposta.hpp"
#include "modules/transmission/operations/enter_destino.hpp"

namespace aroeira::transmission {

/// What is asked of a destino. The views must live until it answered.
struct Question {
    client::Method method = client::Method::get;
    std::string path{};          ///< From "/api/" on.
    std::string content_type{};  ///< "" when there is no body.
    std::string_view body{};
};

/// What it answered: as far as `reading` goes, or the body.
struct Reply {
    Reading reading{};
    int status = 0;            ///< 0 when nobody answered.
    std::string content_type{};
    std::string body{};
};

/// The conversation of one run with one destino: it enters with the credencial we have there when it
/// must, and once more when the destino no longer knows the session. The session is nowhere but here.
class Correspondence {
public:
    /// What is referred to must outlive the object.
    Correspondence(const Destino& destino, Segredos segredos, client::Transport& transport, const Clock& clock)
        : destino_(destino), segredos_(std::move(segredos)), transport_(transport), clock_(clock) {}

    Reply ask(const Question& question);

private:
    Reading log_in();
    Reply ask_once(const Question& question);

    const Destino& destino_;
    Segredos segredos_;
    client::Transport& transport_;
    const Clock& clock_;
    std::string session_{};  ///< The header `Cookie`; "" before the first login.
};

}  // namespace aroeira::transmission
