// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>

#include "base/result.hpp"

struct ssl_ctx_st;  // OpenSSL's SSL_CTX and SSL, without its headers
struct ssl_st;

namespace aroeira::http {

struct ClientCertificate;

/// An SSL_CTX for a server, owned by the caller: TLS 1.2 and 1.3, forward secrecy and authenticated
/// encryption only, no compression, no renegotiation. With `client_ca` a client is asked for a
/// certificate of it; one that is no good does not end the conversation, so that it can be said why.
/// Errors: `unavailable` HTTP-0021. Source: Mozilla "intermediate", 5.7 (2024).
Result<ssl_ctx_st*> make_tls_context(const std::string& certificate, const std::string& key,
                                     const std::string& client_ca);

/// What the client of an agreed connection showed; null when nothing.
std::shared_ptr<const ClientCertificate> shown_certificate(const ssl_st* connection);

}  // namespace aroeira::http
