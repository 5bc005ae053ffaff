// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "base/result.hpp"

struct ssl_ctx_st;  // OpenSSL's SSL_CTX, without its headers

namespace aroeira::http {

/// An SSL_CTX for a server, owned by the caller: TLS 1.2 and 1.3, forward secrecy and authenticated
/// encryption only, no compression, no renegotiation. With `client_ca` a client must show a
/// certificate of it.
/// Errors: `unavailable` HTTP-0021. Source: Mozilla "intermediate", 5.7 (2024).
Result<ssl_ctx_st*> make_tls_context(const std::string& certificate, const std::string& key,
                                     const std::string& client_ca);

}  // namespace aroeira::http
