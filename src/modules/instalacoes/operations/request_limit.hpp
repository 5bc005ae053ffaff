// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/operations/security.hpp"

namespace aroeira::instalacoes {

struct RequestLimit {
    int most = kRequestsDefault;  ///< Requests each node works on at once.
    std::int64_t versao = 0;
};

/// Errors: `unavailable` DB-0004.
Result<RequestLimit> read_request_limit(const MayConfigure& granted, const Services& services);

/// «Número de requisições simultâneas»: every node follows within seconds, and cuts nothing short.
/// Errors: `invalid_input` INST-0013 below `kRequestsMin` or above `kRequestsMax`; `conflict` INST-0009.
/// Source: manual, 3.1.5.
Result<RequestLimit> save_request_limit(const MayConfigure& granted, const RequestLimit& asked, const Services& services);

}  // namespace aroeira::instalacoes
